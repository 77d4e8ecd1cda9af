import { phraseWords, searchWords } from '../../../shared/model';

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** Words as FTS5 cuts them: a number like '06/KH-UBND' is a phrase of three. */
const allWords = (words: readonly string[]): string =>
  `folded : (${words.map((word, at) => (at < words.length - 1 ? quoted(word) : `${quoted(word)} *`)).join(' AND ')})`;

const allBeginnings = (words: readonly string[]): string =>
  `folded : (${words.map((word) => `${quoted(word)} *`).join(' AND ')})`;

const phrase = (column: string, words: readonly string[]): string =>
  `${column} : ${quoted(words.join(' '))} *`;

const hasAccents = (query: string): boolean =>
  /[\u0300-\u036fđ]/u.test(query.normalize('NFD').toLowerCase());

/**
 * What to ask the index, best kind of find first: the phrase with the accents as typed, the phrase
 * in a title, the phrase, all words anywhere (the last may still be being typed), beginnings of words. Every word is quoted: a person's text is never syntax.
 */
export const matchExpressions = (query: string): string[] => {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const inOrder = phraseWords(query);
  const typed = query
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  return [
    ...(hasAccents(query) && typed.length > 0 ? [phrase('exact', typed)] : []),
    phrase('title', inOrder),
    phrase('folded', inOrder),
    ...(words.length > 1 ? [allWords(words), allBeginnings(words)] : []),
  ];
};
