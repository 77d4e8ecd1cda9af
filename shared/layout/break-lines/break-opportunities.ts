import LineBreaker from 'linebreak';

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const SOFT_HYPHEN = 0xad;
const LINE_FEED = 0x0a;

/**
 * Offsets before which a line may end, in order, the end of the text included: UAX #14 with rule
 * L12 (hyphens). An offset after '\n' must end its line; one after a stroke asks `breakAtStroke`.
 */
export const breakOpportunities = (text: string): number[] => {
  const positions: number[] = [];
  let afterHyphen = nextHyphenBeforeDigit(text, 0);
  const add = (position: number): void => {
    while (afterHyphen !== -1 && afterHyphen <= position) {
      if (afterHyphen < position) positions.push(afterHyphen);
      afterHyphen = nextHyphenBeforeDigit(text, afterHyphen);
    }
    positions.push(position);
  };
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position } = found;
    if (position < text.length && isForbidden(text.charCodeAt(position - 1))) continue;
    add(position);
  }
  return positions;
};

const isForbidden = (before: number): boolean => before === SOFT_HYPHEN;

/** The offset after the next hyphen that stands before a digit, or -1. */
const nextHyphenBeforeDigit = (text: string, from: number): number => {
  for (let at = text.indexOf('-', from); at !== -1; at = text.indexOf('-', at + 1)) {
    if (isDigit(text.charCodeAt(at + 1))) return at + 1;
  }
  return -1;
};

export const isForcedBreak = (text: string, position: number): boolean =>
  text.charCodeAt(position - 1) === LINE_FEED;
