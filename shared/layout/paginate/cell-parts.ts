import type { LaidCell, LaidRow } from './laid-block';
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
 * it fits, or when `room` is null. `least` lines are taken in any case.
 */
export const takeLines = (
  cell: LaidCell,
  from: number,
  room: number | null,
  least: number,
): CellPart => {
  let y = 0;
  let after = 0;
  let count = 0;
  let to = from;
  for (const { block, shape } of cell.paragraphs) {
    for (let at = 0; at < shape.lines.length; at += 1, count += 1) {
      const line = shape.lines[at];
      if (count < from || line === undefined) continue;
      // Rule L54: the space before is dropped where a row goes on, as at the top of a page.
      const isGoingOn = from > 0 && count === from;
      const space = at === 0 && !isGoingOn ? Math.max(after, block.format.spaceBefore) : 0;
      if (room !== null && to - from >= least && y + space + line.height > room) {
        return { cell, from, to, height: y, isLast: false };
      }
      y += space + line.height + line.lead;
      to = count + 1;
    }
    after = count > from ? block.format.spaceAfter : 0;
  }
  return { cell, from, to, height: y + after, isLast: true };
};

/** Puts the lines of cells on the page; returns the lines of the tallest cell. */
export const addParts = (page: PageBuilder, parts: readonly CellPart[], top: number): number => {
  let most = 0;
  for (const { cell, from, to } of parts) {
    let y = top;
    let after = 0;
    let count = 0;
    for (const laid of cell.paragraphs) {
      const { lines } = laid.shape;
      for (let at = 0; at < lines.length; at += 1, count += 1) {
        const line = lines[at];
        if (count < from || count >= to || line === undefined) continue;
        if (at === 0 && !(from > 0 && count === from))
          y += Math.max(after, laid.block.format.spaceBefore);
        page.addLine(laid, at, y);
        y += line.height + line.lead;
      }
      after = count > from ? laid.block.format.spaceAfter : 0;
    }
    most = Math.max(most, to - from);
  }
  return most;
};

export interface RowPart {
  readonly parts: readonly CellPart[];
  /** Of the tallest part, without margins and borders. */
  readonly height: number;
  /** The row ends with this part. */
  readonly isLast: boolean;
  /** Some cell that is not at its end got no line. */
  readonly leavesCellEmpty: boolean;
}

/** `cellLines`: what earlier pages took of each cell. `room` null: all the rest of the row. */
export const takeRow = (
  row: LaidRow,
  cellLines: readonly number[] | null,
  room: number | null,
  least: number,
): RowPart => {
  const parts = row.cells.map((cell, at) => takeLines(cell, cellLines?.[at] ?? 0, room, least));
  return {
    parts,
    height: parts.reduce((most, part) => Math.max(most, part.height), 0),
    isLast: parts.every(({ isLast }) => isLast),
    leavesCellEmpty: parts.some(({ from, to, isLast }) => from === to && !isLast),
  };
};
