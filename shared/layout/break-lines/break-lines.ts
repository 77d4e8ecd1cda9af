import { LINE_FEED, SPACE, TAB } from '../font/drawn-character';
import type { MeasuredParagraph } from '../measure/measured-paragraph';
import { breakAtStroke, isAfterStroke, STROKE } from './break-at-stroke';
import { breakOpportunities, isForcedBreak } from './break-opportunities';
import { cutWord } from './cut-word';
import type { LineBox } from './line-box';
import { penAfter, widthOf } from './pen';

export interface BrokenLine {
  readonly from: number;
  /** Where the next line starts. */
  readonly to: number;
  /** Where the visible text ends: before hanging spaces and the line feed. */
  readonly end: number;
  /** Ends with a line feed or with the paragraph. */
  readonly closed: boolean;
  /** Wider than its room: a letter that is wider than the line. */
  readonly overflows: boolean;
}

const isHanging = (unit: number): boolean => unit === SPACE || unit === LINE_FEED || unit === TAB;

const visibleEnd = (text: string, from: number, to: number): number => {
  let end = to;
  while (end > from && isHanging(text.charCodeAt(end - 1))) end -= 1;
  return end;
};

/**
 * Rule L14: a line ends at a space that does not fit itself, even where UAX #14 forbids a break
 * after it ('a ;'). Gives the start of the next line, or -1.
 */
const breakAtFullSpace = (
  text: string,
  from: number,
  end: number,
  fits: (end: number) => boolean,
): number => {
  for (let at = text.indexOf(' ', from); at !== -1 && at < end; at = text.indexOf(' ', at + 1)) {
    if (!fits(at)) return -1;
    if (fits(at + 1)) continue;
    let next = at + 1;
    while (text.charCodeAt(next) === SPACE) next += 1;
    return next;
  }
  return -1;
};

/** The last offset up to which the text from `start` on fits, spaces counted. */
const lastThatFits = (widths: Float64Array, start: number, right: number, left: number): number => {
  let low = start;
  let high = widths.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (left + widthOf(widths, start, middle) <= right) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Rule L10: first fit; a line takes words while they fit exactly, spaces at its end hang. */
export const breakLines = (measured: MeasuredParagraph, box: LineBox): BrokenLine[] => {
  const { text } = measured;
  const lines: BrokenLine[] = [];
  let start = 0;
  /** Last place where the current line may end; `start` when there is none yet. */
  let fitting = 0;
  const leftEdge = (): number => (lines.length === 0 ? box.first : box.rest);
  /** What ends here or before fits the current line for certain. */
  let limit = measured.hasTabs ? -1 : lastThatFits(measured.widths, 0, box.right, box.first);
  const fits = (end: number): boolean =>
    end === start || penAfter(measured, leftEdge(), start, end, box.indent) <= box.right;
  const close = (to: number): void => {
    const end = visibleEnd(text, start, to);
    const closed = to === text.length || isForcedBreak(text, to);
    lines.push({ from: start, to, end, closed, overflows: !fits(end) });
    start = to;
    fitting = to;
    if (!measured.hasTabs) limit = lastThatFits(measured.widths, to, box.right, box.rest);
  };
  /** Ends the line before `end`, which does not fit; false when nothing can be taken off. */
  const closeBefore = (end: number): boolean => {
    const full = breakAtFullSpace(text, Math.max(fitting, start + 1), end, fits);
    if (full !== -1) close(full);
    else if (fitting > start) close(fitting);
    else {
      const cut = cutWord(text, start, end, fits);
      if (cut === end) return false;
      close(cut);
    }
    return true;
  };

  for (const position of breakOpportunities(text)) {
    const before = text.charCodeAt(position - 1);
    // Behind a line feed or a stroke more has to be asked than what fits.
    if (position <= limit && position > start && before !== LINE_FEED && before !== STROKE) {
      fitting = position;
      continue;
    }
    let end = visibleEnd(text, start, position);
    while (!fits(end) && closeBefore(end)) end = visibleEnd(text, start, position);
    if (position <= start) continue;
    if (!isAfterStroke(text, position)) fitting = position;
    else if (fits(position + 1)) fitting = breakAtStroke(text, start, position);
    if (isForcedBreak(text, position)) close(position);
  }
  if (start < text.length) close(text.length);
  // Rule L16: nothing, or nothing after the last line feed, is a line too.
  if (lines.length === 0 || isForcedBreak(text, text.length)) close(text.length);
  return lines;
};
