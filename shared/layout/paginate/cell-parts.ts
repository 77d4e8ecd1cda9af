import type { LaidCell } from './laid-block';
import type { PageBuilder } from './page-builder';

/** Lines `from` … `to` of a cell, counted through its paragraphs, and the height they take. */
export interface CellPart {
  readonly cell: LaidCell;
  readonly from: number;
  readonly to: number;
  /** With spaces and leading, without the cell's margins. */
  readonly height: number;
  /** The cell ends with this part. */
  readonly isLast: boolean;
}

/**
 * Takes lines of a cell from `from` on while their boxes end within `room`; all of the rest when
 * it fits, or when `room` is null. `least` lines are taken in any case. `mayHang`: the leading and the
 * space below a paragraph's edge lines may hang over.
 */
export const takeLines = (
  cell: LaidCell,
  from: number,
  room: number | null,
  least: number,
  mayHang = false,
): CellPart => {
  let y = 0;
  let after = 0;
  let count = 0;
  let to = from;
  for (const { block, shape } of cell.paragraphs) {
    for (let at = 0; at < shape.lines.length; at += 1, count += 1) {
      const line = shape.lines[at];
      if (count < from || line === undefined) continue;
      // Rule L51: the space before stands at the top of each part, even amid a paragraph.
      const isTop = count === from;
      const space = at === 0 || isTop ? Math.max(after, block.format.spaceBefore) : 0;
      // Rule L54: where a paragraph starts or ends, the space below it has to fit, too.
      const isEdge = !mayHang && to > from && (at === 0 || at === shape.lines.length - 1);
      const needed = isEdge ? line.height + line.lead + block.format.spaceAfter : line.height;
      if (room !== null && to - from >= least && y + space + needed > room) {
        return { cell, from, to, height: y, isLast: false };
      }
      y += space + line.height + line.lead;
      to = count + 1;
    }
    after = count > from ? block.format.spaceAfter : 0;
  }
  return { cell, from, to, height: y + after, isLast: true };
};

const LEAST_LINES = 2;

/** Rule L62: widow control of a paragraph that the part ends in, if it ends in one. */
export const isCutCleanly = ({ cell, from, to }: CellPart): boolean => {
  let start = 0;
  for (const { block, keepLines, shape } of cell.paragraphs) {
    const end = start + shape.lines.length;
    if (to > start && to < end) {
      if (keepLines) return false;
      const least = block.format.widowControl ? LEAST_LINES : 1;
      return to - Math.max(from, start) >= least && end - to >= least;
    }
    start = end;
  }
  return true;
};

/** Puts the lines of a part on the page; `top` is below the cell's border and margin. */
export const addPart = (page: PageBuilder, { cell, from, to }: CellPart, top: number): void => {
  let y = top;
  let after = 0;
  let count = 0;
  for (const laid of cell.paragraphs) {
    const { lines } = laid.shape;
    for (let at = 0; at < lines.length; at += 1, count += 1) {
      const line = lines[at];
      if (count < from || count >= to || line === undefined) continue;
      if (at === 0 || count === from) y += Math.max(after, laid.block.format.spaceBefore);
      page.addLine(laid, at, y);
      y += line.height + line.lead;
    }
    after = count > from ? laid.block.format.spaceAfter : 0;
  }
};
