import type { LaidTable } from './laid-block';

/** End of the rows that are tied to row `first` by cells spanning rows (rule L53). */
export const endOfBand = (table: LaidTable, first: number): number => {
  let end = first + 1;
  for (let at = first; at < end && at < table.rows.length; at += 1) {
    for (const cell of table.rows[at]?.cells ?? []) end = Math.max(end, at + cell.rowspan);
  }
  return Math.min(end, table.rows.length);
};

export const heightOfRows = (table: LaidTable, from: number, to: number): number => {
  let height = 0;
  for (let at = from; at < to; at += 1) height += table.rows[at]?.height ?? 0;
  return height;
};
