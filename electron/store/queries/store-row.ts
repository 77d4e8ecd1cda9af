import type { Rows } from './rows';
import { type StoreRow, tables } from './tables';

const ID = 1;

export const insertStoreRow = (rows: Rows, row: Omit<StoreRow, 'id'>): void =>
  rows.put(tables.store, { ...row, id: ID });

/** null: the one row that every store of ours has is gone or damaged. */
export const readStoreRow = (rows: Rows): StoreRow | null => {
  const found = rows.find(tables.store, ID);
  return found?.intact ? found.row : null;
};

/** A missing row is a bug: opening has read it. */
export const writeLastSeq = (rows: Rows, seq: number): void => {
  const row = readStoreRow(rows);
  if (row === null) throw new Error('the row of the store is gone');
  rows.put(tables.store, { ...row, last_seq: seq });
};
