import { type FoldedText, findFolded, foldText, foldWithOffsets, type TextRange } from '../base';
import type { SearchDocument } from './search-document';

export interface Snippet {
  /** A stretch of the text around the first find, '…' where it is cut. */
  readonly text: string;
  /** The words found, as offsets into `text`. */
  readonly marks: readonly TextRange[];
}

export interface SearchHit {
  readonly kind: SearchDocument['kind'];
  readonly id: string;
  readonly title: string;
  readonly snippet: string;
  readonly marks: readonly TextRange[];
}

const BEFORE = 50;
const LENGTH = 180;
const CUT = '…';

/** The words of a query without accents, in order; signs inside a word ('06/KH-UBND') stay. */
export const phraseWords = (query: string): string[] =>
  foldText(query)
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/** The same, each once: 'năng' stands twice in 'nâng cao năng suất' and need not be found twice. */
export const searchWords = (query: string): string[] => [...new Set(phraseWords(query))];

/** Where a word begins in folded text: at the start, or behind anything but a letter or digit. */
const startsWord = (folded: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '');

const wordStarts = (folded: string, word: string): number[] => {
  const found: number[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (startsWord(folded, at)) found.push(at);
  }
  return found;
};

const rangeOf = ({ starts, ends }: FoldedText, at: number, length: number): TextRange => ({
  from: starts[at] ?? 0,
  to: ends[at + length - 1] ?? 0,
});

/** Every find in the order of the text: the whole phrase where it stands, else its words. */
const findsIn = (text: FoldedText, query: string, words: readonly string[]): TextRange[] => {
  const phrase = words.length > 1 ? findFolded(text, query) : [];
  if (phrase.length > 0) return phrase;
  const finds = words
    .flatMap((word) => wordStarts(text.folded, word).map((at) => rangeOf(text, at, word.length)))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: TextRange[] = [];
  for (const find of finds) if (find.from >= (kept.at(-1)?.to ?? 0)) kept.push(find);
  return kept;
};

/** The words of `query` in a text of one line, in order, without overlaps. */
export const marksOf = (text: string, query: string): TextRange[] =>
  findsIn(foldWithOffsets(text), query, searchWords(query));

const spaceNear = (text: string, at: number): number => {
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + 20 ? space + 1 : at;
};

/** What to show of `text` for `query`: around its first find, or its beginning without one. */
export const snippetOf = (text: string, query: string): Snippet => {
  const line = text.replaceAll('\n', ' ');
  const finds = findsIn(foldWithOffsets(line), query, searchWords(query));
  const first = finds[0]?.from ?? 0;
  const from = first <= BEFORE ? 0 : spaceNear(line, first - BEFORE);
  const to = Math.min(line.length, from + LENGTH);
  const head = from > 0 ? CUT : '';
  const tail = to < line.length ? CUT : '';
  return {
    text: `${head}${line.slice(from, to).trimEnd()}${tail}`,
    marks: finds
      .filter((find) => find.from >= from && find.to <= to)
      .map((find) => ({
        from: find.from - from + head.length,
        to: find.to - from + head.length,
      })),
  };
};

/** Higher is better; 0 means a word is missing. A phrase beats scattered words, a title a body. */
const scoreOf = (document: SearchDocument, words: readonly string[], phrase: string): number => {
  const title = foldText(document.title);
  const places = words.map((word) => wordStarts(document.folded, word).length);
  if (places.some((count) => count === 0)) return 0;
  const inTitle = words.filter((word) => wordStarts(title, word).length > 0).length;
  const often = Math.min(9, Math.min(...places));
  return (
    1 +
    often +
    100 * inTitle +
    (wordStarts(title, phrase).length > 0 ? 10_000 : 0) +
    (wordStarts(document.folded, phrase).length > 0 ? 1_000 : 0)
  );
};

/**
 * Searches documents held in memory: all words must stand in a document, each at the beginning of
 * a word, accents or not. Best first; equals in the order given. An empty query finds nothing.
 */
export const searchRecords = (
  documents: readonly SearchDocument[],
  query: string,
  limit = 50,
): SearchHit[] => {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const phrase = phraseWords(query).join(' ');
  return documents
    .map((document) => ({ document, score: scoreOf(document, words, phrase) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ document: { kind, id, title, body } }) => {
      const { text, marks } = snippetOf(body === '' ? title : body, query);
      return { kind, id, title, snippet: text, marks };
    });
};
