import { LINE_FEED, SPACE, TAB } from '../font/drawn-character';
import type { MeasuredParagraph } from '../measure/measured-paragraph';
import { breakOpportunities, isForcedBreak } from './break-opportunities';
import { cutWord } from './cut-word';
import type { LineBox } from './line-box';
import { penAfter } from './pen';

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

/** Rule L10: first fit; a line takes words while they fit exactly, spaces at its end hang. */
export const breakLines = (measured: MeasuredParagraph, box: LineBox): BrokenLine[] => {
  const { text } = measured;
  const lines: BrokenLine[] = [];
  let start = 0;
  /** Last place where the current line may end; `start` when there is none yet. */
  let fitting = 0;
  const leftEdge = (): number => (lines.length === 0 ? box.first : box.rest);
  const fits = (end: number): boolean =>
    end === start || penAfter(measured, leftEdge(), start, end, box.indent) <= box.right;
  const close = (to: number): void => {
    const end = visibleEnd(text, start, to);
    const closed = to === text.length || isForcedBreak(text, to);
    lines.push({ from: start, to, end, closed, overflows: !fits(end) });
    start = to;
    fitting = to;
  };

  for (const position of breakOpportunities(text)) {
    let end = visibleEnd(text, start, position);
    while (!fits(end)) {
      if (fitting > start) close(fitting);
      else {
        const cut = cutWord(measured, start, end, box.right - leftEdge());
        if (cut === end) break;
        close(cut);
      }
      end = visibleEnd(text, start, position);
    }
    fitting = position;
    if (isForcedBreak(text, position)) close(position);
  }
  if (start < text.length) close(text.length);
  // Rule L16: nothing, or nothing after the last line feed, is a line too.
  if (lines.length === 0 || isForcedBreak(text, text.length)) close(text.length);
  return lines;
};
