import { nfc } from '../../base';

/** Not the dot behind the number of a point ('2. …'). */
const SENTENCE_END = /(?<!(?:^|\s)\p{L}?\d{0,2})[.;!?](?=\s|$)/gu;

/** The longest beginning that ends with a sentence; null when not even the first one fits. */
const wholeSentences = (text: string, most: number): string | null => {
  let end = 0;
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index + 1 > most) break;
    end = index + 1;
  }
  return end === 0 ? null : text.slice(0, end).replace(/;$/u, '.');
};

const wholeWords = (text: string, most: number): string => {
  const cut = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, cut <= 0 ? most - 1 : cut).replace(/[\s,;:.–-]+$/u, '')}…`;
};

/**
 * The beginning of a text in at most `most` letters, in its own words: whole sentences where they
 * say enough, else whole words and three dots. Paragraphs run on.
 */
export const briefWords = (text: string, most: number): string => {
  const flat = nfc(text).replace(/\s+/gu, ' ').trim();
  if (flat.length <= most) return flat;
  const sentences = wholeSentences(flat, most);
  return sentences !== null && sentences.length * 2 >= most ? sentences : wholeWords(flat, most);
};
