import { takeRow } from './cell-parts';
import type { LaidTable } from './laid-block';
import { endOfBand, heightOfRows } from './table-bands';

/**
 * Rule L55: head rows do not stand alone at the foot of a page: the first row below them has to
 * fit too, or at least one line of each of its cells when it may be split. `room` is measured from
 * the table's top border.
 */
export const tableStartFits = (table: LaidTable, room: number): boolean => {
  const { border, cellMargin } = table.block;
  const first = table.headRows < table.rows.length ? table.headRows : 0;
  const above = first === 0 ? 0 : heightOfRows(table, 0, first);
  const end = endOfBand(table, first);
  if (above + heightOfRows(table, first, end) + border <= room) return true;
  const row = table.rows[first];
  if (row === undefined || end > first + 1 || !row.canSplit) return false;
  const roomInRow = room - above - 2 * border - 2 * cellMargin.y;
  return !takeRow(row, null, roomInRow, 0).leavesCellEmpty;
};
