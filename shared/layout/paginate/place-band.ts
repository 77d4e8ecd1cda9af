import { type CellPart, takeLines } from './cell-parts';
import { type Band, type BandCell, restOf, rowHeights } from './table-band';
import type { TablePen } from './table-pen';
import { canEndIn, cutOf, partAbove, type RowCut } from './table-start';

/** Where a band goes on: the row, and the lines that each of its cells has had. */
export interface BandRest {
  readonly row: number;
  readonly taken: readonly number[];
}

interface RowSplit {
  /** Content height of the part that stays. */
  readonly height: number;
  readonly parts: ReadonlyMap<BandCell, CellPart>;
  /** Something of the row is left for the next page. */
  readonly goesOn: boolean;
}

/**
 * The part of row `row` that stays on the page: each of its own cells takes the lines that fit.
 * When all of them fit, only the space below the last ones is cut off. Null when the row has to move
 * on as a whole. `isForced`: it cannot, each cell takes a line at least.
 */
const splitRow = (
  band: Band,
  row: number,
  room: number,
  cut: RowCut,
  isForced: boolean,
): RowSplit | null => {
  const parts = new Map<BandCell, CellPart>();
  let height = 0;
  let goesOn = band.cells.some((cell) => cell.row < row && cell.lastRow >= row);
  for (const cell of band.cells) {
    if (cell.row !== row) continue;
    if (cell.lastRow !== row) {
      goesOn = true;
      continue;
    }
    const part = isForced
      ? takeLines(cell.cell, cell.taken, room, 1)
      : partAbove(cell.cell, cell.taken, room, cut);
    if (part === null) return null;
    parts.set(cell, part);
    goesOn ||= !part.isLast;
    height = Math.max(height, part.isLast ? Math.min(part.height, room) : part.height);
  }
  return canEndIn([...parts.values()], cut) ? { height, parts, goesOn } : null;
};

/**
 * Rule L53: rows of a band follow each other like other rows; a cell that spans a page break goes
 * on below it. Gives what is left for the next page, or null.
 */
export const placeBand = (pen: TablePen, band: Band, from: number): BandRest | null => {
  const { table } = pen;
  const { border, cellMargin } = table.block;
  const heights = rowHeights(table, band, from);
  const wasAtTop = pen.isAtTop;
  const tops: number[] = [];
  const topOf = (cell: BandCell): number => tops[Math.max(cell.row, from) - from] ?? pen.y;

  let row = from;
  while (row < band.end && pen.hasRoomFor(heights[row - from] ?? 0)) {
    tops.push(pen.y);
    pen.addRow(row, heights[row - from] ?? 0);
    row += 1;
  }
  if (row === band.end) {
    for (const cell of band.cells) {
      if (cell.lastRow >= from) pen.addCell(restOf(cell), topOf(cell));
    }
    return null;
  }

  const isForced = wasAtTop && row === from;
  const cut = isForced ? 'anywhere' : cutOf(table, row, pen.page.height, pen.isKept);
  const top = pen.y;
  const split = cut === 'never' ? null : splitRow(band, row, pen.roomBelow(top), cut, isForced);
  if (split === null && row === from) return { row, taken: band.cells.map(({ taken }) => taken) };
  if (split !== null) {
    const isStart = band.cells.every(({ cell, taken }) => taken === 0 || cell.rowspan > 1);
    if (isStart && table.rows[row]?.canSplit === false) pen.report('row taller than a page');
    tops.push(top);
  }

  // Cells that span the break take what fits above it; they can lower the part of the split row.
  let bottom = split === null ? 0 : top + split.height;
  const taken = band.cells.map((cell): number => {
    if (cell.lastRow < from || cell.row > row || (cell.row === row && split === null)) {
      return cell.taken;
    }
    const start = topOf(cell);
    const part =
      cell.lastRow < row
        ? restOf(cell)
        : (split?.parts.get(cell) ??
          takeLines(cell.cell, cell.taken, spanRoom(pen, start, split === null), 0));
    pen.addCell(part, start);
    bottom = Math.max(bottom, start + part.height);
    return part.to;
  });
  if (split !== null) {
    pen.addRow(row, bottom - top + border + 2 * cellMargin.y);
    if (!pen.hasRoomFor(0)) pen.report('line taller than a page');
  }
  return split?.goesOn === false ? afterFullRow(band, row, taken) : { row, taken };
};

/** A row whose last lines end at the foot of the page. */
const afterFullRow = (band: Band, row: number, taken: readonly number[]): BandRest | null =>
  row + 1 === band.end ? null : { row: row + 1, taken };

/** Room of a cell that goes on after the page: down to the cut between rows, or to the foot. */
const spanRoom = (pen: TablePen, start: number, isCutBetweenRows: boolean): number =>
  isCutBetweenRows
    ? pen.y - start - pen.table.block.border - 2 * pen.table.block.cellMargin.y
    : pen.roomBelow(start);
