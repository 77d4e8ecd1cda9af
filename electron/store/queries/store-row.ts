import type { Sqlite } from '../sqlite';

export interface StoreRow {
  /** 32 hex digits; journal and mark name the store they belong to by it. */
  readonly uuid: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly last_seq: number;
}

export const insertStoreRow = (db: Sqlite, row: StoreRow): void => {
  db.prepare(
    'INSERT INTO store (id, uuid, created_at, created_by, last_seq) VALUES (1, ?, ?, ?, ?)',
  ).run(row.uuid, row.created_at, row.created_by, row.last_seq);
};

/** null: the one row that every store of ours has is gone. */
export const readStoreRow = (db: Sqlite): StoreRow | null =>
  (db.prepare('SELECT uuid, created_at, created_by, last_seq FROM store WHERE id = 1').get() as
    | StoreRow
    | undefined) ?? null;

export const writeLastSeq = (db: Sqlite, seq: number): void => {
  db.prepare('UPDATE store SET last_seq = ? WHERE id = 1').run(seq);
};
