import { type CellPart, isCutCleanly, takeLines } from './cell-parts';
import type { LaidCell, LaidRow, LaidTable } from './laid-block';
import { heightOfRows } from './table-band';

/** How a row may part at the foot of a page. */
export type RowCut =
  /** It moves on as a whole. */
  | 'never'
  /** Where widow control is content with every cell, else it moves on as a whole (rule L62). */
  | 'clean'
  /** Between any two lines (rule L54). */
  | 'anywhere';

/** Rules L62 and L63: a row higher than this part of a page is parted anywhere rather than moved. */
const HIGH_ROW = 1 / 2;

/** With the heads above it. */
const isHigherThan = (table: LaidTable, row: number, room: number): boolean => {
  const heads = row < table.headRows ? 0 : heightOfRows(table, 0, table.headRows);
  return heads + heightOfRows(table, row, row + 1) + table.block.border > room;
};

/** Without what a cell from above stretches it by. */
const ownHeight = ({ block, bordersPerRow }: LaidTable, { cells }: LaidRow): number =>
  cells.reduce(
    (height, cell) =>
      cell.rowspan > 1 ? height : Math.max(height, takeLines(cell, 0, null, 0).height),
    0,
  ) +
  2 * block.cellMargin.y +
  block.border * bordersPerRow;

/**
 * Rule L56: a row that may not be split is split all the same when no page can hold it; in the reading
 * of L76 it starts a page first. `isKept`: the table starts on this page, below a paragraph that is
 * kept with it.
 */
export const cutOf = (
  table: LaidTable,
  row: number,
  pageHeight: number,
  isKept: boolean,
): RowCut => {
  const laid = table.rows[row];
  if (laid === undefined) return 'never';
  if (isHigherThan(table, row, pageHeight)) return table.partsHighRows ? 'anywhere' : 'never';
  if (!laid.canSplit) return 'never';
  const isHigh = ownHeight(table, laid) > pageHeight * HIGH_ROW;
  if (isHigh) return table.partsHighRows ? 'anywhere' : 'never';
  return isKept ? 'never' : 'clean';
};

/** What a cell keeps above the cut; null where the row may not part so. */
export const partAbove = (
  cell: LaidCell,
  from: number,
  room: number,
  cut: RowCut,
): CellPart | null => {
  const part = takeLines(cell, from, room, 0);
  if (part.isLast) return part;
  if (part.to === part.from) return null;
  if (cut === 'anywhere') return part;
  const isDoubtful = takeLines(cell, from, room, 0, true).to !== part.to;
  return isDoubtful || !isCutCleanly(part) ? null : part;
};

/** Rule L62: with all its lines above the cut a row would leave an empty part below it. */
export const canEndIn = (parts: readonly CellPart[], cut: RowCut): boolean =>
  cut === 'anywhere' || parts.some(({ isLast }) => !isLast);

/**
 * Rule L55: head rows do not stand alone at the foot of a page: the first row below them has to
 * fit too, or its part above the cut when it may be split. `room` is measured from the table's top
 * border to the foot of the page.
 */
export const tableStartFits = (
  table: LaidTable,
  room: number,
  pageHeight: number,
  isKept: boolean,
): boolean => {
  const { border, cellMargin } = table.block;
  const first = table.headRows < table.rows.length ? table.headRows : 0;
  const above = first === 0 ? 0 : heightOfRows(table, 0, first);
  const row = table.rows[first];
  if (row === undefined || above + row.height + border <= room) return true;
  const cut = cutOf(table, first, pageHeight, isKept);
  if (cut === 'never') return false;
  const roomInRow = room - above - 2 * border - 2 * cellMargin.y;
  const parts = row.cells
    .filter(({ rowspan }) => rowspan === 1)
    .map((cell) => partAbove(cell, 0, roomInRow, cut));
  const kept = parts.filter((part) => part !== null);
  return kept.length === parts.length && canEndIn(kept, cut);
};
