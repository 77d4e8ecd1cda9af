import type { Sqlite } from '../sqlite';

/**
 * Bytes of attachments in pieces of a megabyte, in a database of their own, so that the one with the
 * words stays small and quick to check. A blob counts when it is complete; the rest is swept up.
 */
export const makeChunkTables = (db: Sqlite): void => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS blobs (
      id INTEGER PRIMARY KEY,
      sha256 TEXT UNIQUE,
      bytes INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS chunks (
      blob INTEGER NOT NULL REFERENCES blobs (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      data BLOB NOT NULL,
      sha BLOB NOT NULL,
      PRIMARY KEY (blob, number)
    ) STRICT;
  `);
};

export const beginBlob = (db: Sqlite): number =>
  Number(db.prepare('INSERT INTO blobs (sha256, bytes) VALUES (NULL, 0)').run().lastInsertRowid);

export const appendChunk = (
  db: Sqlite,
  blob: number,
  number: number,
  data: Uint8Array,
  sha: Uint8Array,
): void => {
  db.prepare('INSERT INTO chunks (blob, number, data, sha) VALUES (?, ?, ?, ?)').run(
    blob,
    number,
    data,
    sha,
  );
};

export const completeBlob = (db: Sqlite, blob: number, sha256: string, bytes: number): void => {
  db.prepare('UPDATE blobs SET sha256 = ?, bytes = ? WHERE id = ?').run(sha256, bytes, blob);
};

/** Pieces too: the tables are joined by a cascade. */
export const removeBlob = (db: Sqlite, blob: number): void => {
  db.prepare('DELETE FROM blobs WHERE id = ?').run(blob);
};

export const findBlob = (db: Sqlite, sha256: string): number | null =>
  (db.prepare('SELECT id FROM blobs WHERE sha256 = ?').pluck().get(sha256) as number | undefined) ??
  null;

export interface ChunkRow {
  readonly data: Uint8Array;
  readonly sha: Uint8Array;
}

export const readChunk = (db: Sqlite, blob: number, number: number): ChunkRow | null =>
  (db.prepare('SELECT data, sha FROM chunks WHERE blob = ? AND number = ?').get(blob, number) as
    | ChunkRow
    | undefined) ?? null;

export const allBlobs = (db: Sqlite): { readonly id: number; readonly sha256: string | null }[] =>
  db.prepare('SELECT id, sha256 FROM blobs').all() as { id: number; sha256: string | null }[];

/** In the database with the words: which contents are still wanted. */
export const wantedContents = (db: Sqlite): Set<string> =>
  new Set(db.prepare('SELECT DISTINCT sha256 FROM attachments').pluck().all() as string[]);

export const attachmentIdsOf = (db: Sqlite, proposalId: string): string[] =>
  db
    .prepare('SELECT id FROM attachments WHERE proposal_id = ? ORDER BY seq, id')
    .pluck()
    .all(proposalId) as string[];
