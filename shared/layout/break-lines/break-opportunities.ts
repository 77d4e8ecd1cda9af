import LineBreaker from 'linebreak';
import { LINE_FEED, SOFT_HYPHEN, SPACE } from '../font/drawn-character';
import { isPlainWord } from './plain-words';

const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Stretches between spaces, and whether nothing but plain words stands in them. */
interface Word {
  readonly from: number;
  /** Start of the next word: behind the spaces. */
  readonly next: number;
  readonly isPlain: boolean;
}

const wordAt = (text: string, from: number): Word => {
  let to = from;
  while (to < text.length && text.charCodeAt(to) !== SPACE) to += 1;
  let next = to;
  while (text.charCodeAt(next) === SPACE) next += 1;
  return { from, next, isPlain: isPlainWord(text, from, to) };
};

/** Rules L11 and L12: UAX #14 with a break after each hyphen before a digit; '\' is a stroke. */
export const breakOpportunitiesByRule = (text: string): number[] => {
  const positions = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position } = found;
    const before = text.charCodeAt(position - 1);
    if (position < text.length && before === SOFT_HYPHEN) continue;
    if (text.charCodeAt(position) === BACKSLASH && before !== SPACE) continue;
    positions.add(position);
  }
  for (let at = 0; at < text.length - 1; at += 1) {
    const unit = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (unit === HYPHEN && isDigit(next)) positions.add(at + 1);
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
    const word = wordAt(text, at);
    if (word.isPlain) {
      before = at;
      at = word.next;
      positions.push(at);
      continue;
    }
    // A run of other words, with the plain words at both its ends.
    const first = at;
    let last = word;
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
