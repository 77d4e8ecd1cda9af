import { takeLines } from './cell-parts';
import type { LaidTable } from './laid-block';
import { heightOfRows } from './table-band';

/** Rule L56: a row that may not be split is split all the same when no page can hold it. */
export const mayBeSplit = (table: LaidTable, row: number, pageHeight: number): boolean => {
  const laid = table.rows[row];
  if (laid === undefined || laid.canSplit) return laid !== undefined;
  const heads = row < table.headRows ? 0 : heightOfRows(table, 0, table.headRows);
  return heads + laid.height + table.block.border > pageHeight;
};

/**
 * Rule L55: head rows do not stand alone at the foot of a page: the first row below them has to
 * fit too, or at least one line of each of its cells when it may be split. `room` is measured from
 * the table's top border to the foot of the page.
 */
export const tableStartFits = (table: LaidTable, room: number, pageHeight: number): boolean => {
  const { border, cellMargin } = table.block;
  const first = table.headRows < table.rows.length ? table.headRows : 0;
  const above = first === 0 ? 0 : heightOfRows(table, 0, first);
  const row = table.rows[first];
  if (row === undefined || above + row.height + border <= room) return true;
  if (!mayBeSplit(table, first, pageHeight)) return false;
  const roomInRow = room - above - 2 * border - 2 * cellMargin.y;
  return row.cells.every((cell) => {
    if (cell.rowspan > 1) return true;
    const part = takeLines(cell, 0, roomInRow, 0);
    return part.isLast || part.to > 0;
  });
};
