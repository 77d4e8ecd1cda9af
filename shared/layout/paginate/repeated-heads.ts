import type { LaidTable } from './laid-block';
import { heightOfRows } from './table-band';

/** Rule L57: head rows that take this part of a page, or more, are not repeated. */
const MOST_HEAD = 0.5;

/** Rows that stand again on each page that the table goes on; `pageHeight` of the text area. */
export const repeatedHeads = (table: LaidTable, pageHeight: number): number =>
  heightOfRows(table, 0, table.headRows) >= pageHeight * MOST_HEAD ? 0 : table.headRows;
