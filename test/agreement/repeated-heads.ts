import type { Flow } from '../../shared/model';
import { type Letter, visibleLetters } from './read-letters';

/** The letters of each table's repeated head, as one row; the longest first, one may begin another. */
const headsOf = (flow: Flow): string[] =>
  flow.blocks
    .flatMap((block) => {
      if (block.kind !== 'table') return [];
      const words = block.rows
        .filter(({ repeat }) => repeat)
        .flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks))
        .flatMap(({ runs }) => runs.map(({ text }) => text));
      const head = visibleLetters(words.join('')).join('');
      return head === '' ? [] : [head];
    })
    .sort((a, b) => b.length - a.length);

const startsWith = (letters: readonly { readonly letter: string }[], at: number, text: string) =>
  [...text].every((letter, offset) => letters[at + offset]?.letter === letter);

/**
 * Letters without the heads that a table repeats on its further pages: they stand wherever the other
 * program ended its page, and would set all that follows out of step. `expected` is the text without
 * them; a head at a page's top that the text has there too is the table's own.
 */
export const withoutRepeatedHeads = (
  flow: Flow,
  letters: readonly Letter[],
  expected: readonly string[],
): Letter[] => {
  const heads = headsOf(flow);
  const ours = expected.map((letter) => ({ letter }));
  const kept: Letter[] = [];
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at];
    const before = letters[at - 1];
    if (letter === undefined) break;
    const isPageTop = before !== undefined && before.page !== letter.page;
    const repeated = isPageTop
      ? heads.find((head) => startsWith(letters, at, head) && !startsWith(ours, kept.length, head))
      : undefined;
    if (repeated === undefined) {
      kept.push(letter);
      at += 1;
    } else {
      at += [...repeated].length;
    }
  }
  return kept;
};
