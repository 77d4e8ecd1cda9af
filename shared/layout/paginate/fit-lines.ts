import type { ParagraphShape } from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import type { LaidParagraph } from './laid-block';

/**
 * Rule L30: a line fits when its box ends above the edge of the text area; the leading below it
 * may hang over. `room` is measured from the first line's top.
 */
export const linesThatFit = (
  shape: ParagraphShape,
  from: number,
  room: number,
  { leadAtPageEnd }: Leeway,
): number => {
  const { lines } = shape;
  let top = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const needed = leadAtPageEnd ? line.height + line.lead : line.height;
    if (top + needed > room) return at - from;
    top += line.height + line.lead;
  }
  return lines.length - from;
};

/** From the top of line `from` to below the leading of the line before `to`. */
export const heightOfLines = (shape: ParagraphShape, from: number, to: number): number => {
  if (from === 0 && to === shape.lines.length) return shape.height;
  let height = 0;
  for (let at = from; at < to; at += 1) {
    const line = shape.lines[at];
    if (line !== undefined) height += line.height + line.lead;
  }
  return height;
};

const LEAST_LINES = 2;

/**
 * Rule L31: with widow control at least two lines stand before a page break and two after it, so
 * three lines are never parted. Gives how many of the `fitting` lines may stay; 0 means that the
 * paragraph moves on.
 */
export const linesToPlace = (laid: LaidParagraph, from: number, fitting: number): number => {
  const left = laid.shape.lines.length - from;
  if (fitting >= left) return left;
  if (laid.keepLines && from === 0) return 0;
  if (!laid.block.format.widowControl) return fitting;
  const placed = Math.min(fitting, left - LEAST_LINES);
  const least = from === 0 ? LEAST_LINES : 1;
  return placed < least ? 0 : placed;
};

/** The fewest lines of a paragraph that may start on a page. */
export const leastFirstLines = (laid: LaidParagraph): number => {
  const count = laid.shape.lines.length;
  if (laid.keepLines) return count;
  if (!laid.block.format.widowControl) return 1;
  return count <= LEAST_LINES + 1 ? count : LEAST_LINES;
};
