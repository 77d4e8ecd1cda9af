import { LINE_FEED, SOFT_HYPHEN, SPACE } from '../font/drawn-character';
import { isKeptHyphen } from './is-kept-hyphen';
import { isPlainWord, readPlainWords } from './plain-words';
import { unicodeBreaks } from './unicode-breaks';

const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The word at `from`: where the next one starts, behind the spaces; and whether it is plain. */
interface Word {
  readonly from: number;
  readonly next: number;
  readonly isPlain: boolean;
}

const wordAt = (text: string, from: number): Word => {
  const space = text.indexOf(' ', from);
  const to = space === -1 ? text.length : space;
  let next = to;
  while (text.charCodeAt(next) === SPACE) next += 1;
  return { from, next, isPlain: isPlainWord(text, from, to) };
};

/** Rules L11 and L12: UAX #14 with breaks after hyphens before digits; '\' is a stroke. */
export const breakOpportunitiesByRule = (text: string): number[] => {
  const positions = new Set<number>();
  for (const position of unicodeBreaks(text)) {
    const before = text.charCodeAt(position - 1);
    if (position < text.length && before === SOFT_HYPHEN) continue;
    if (text.charCodeAt(position) === BACKSLASH && before !== SPACE && before !== LINE_FEED)
      continue;
    positions.add(position);
  }
  for (let at = 0; at < text.length - 1; at += 1) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (unit === HYPHEN && isDigit(next) && !isKeptHyphen(text, at)) positions.add(at + 1);
    if (unit === BACKSLASH && isPlainWord(text, at + 1, at + 2) && !isDigit(next)) {
      positions.add(at + 1);
    }
  }
  return [...positions].sort((a, b) => a - b);
};

/**
 * Offsets before which a line may end, in order, the end of the text included. An offset after a
 * line feed must end its line; one after a stroke asks `breakAtStroke`.
 */
export const breakOpportunities = (text: string): number[] => {
  const positions: number[] = [];
  /** The plain word before: what follows it is judged together with it. */
  let before = 0;
  let at = 0;
  while (at < text.length) {
    const known = positions.length;
    const first = readPlainWords(text, at, positions);
    if (positions.length === known + 1) before = at;
    else if (positions.length > known) before = positions.at(-2) ?? at;
    if (first === text.length) break;
    // A run of other words, with the plain words at both its ends.
    let last = wordAt(text, first);
    while (last.next < text.length && !last.isPlain) last = wordAt(text, last.next);
    if (positions.at(-1) === first) positions.pop();
    for (const position of breakOpportunitiesByRule(text.slice(before, last.next))) {
      if (before + position >= first && position > 0) positions.push(before + position);
    }
    before = last.isPlain ? last.from : before;
    at = last.next;
  }
  return positions;
};

export const isForcedBreak = (text: string, position: number): boolean =>
  text.charCodeAt(position - 1) === LINE_FEED;
