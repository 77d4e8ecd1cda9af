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

/** In the place of one that held this content before; that one is garbage then. */
export const completeBlob = (db: Sqlite, blob: number, sha256: string, bytes: number): void =>
  db.transaction(() => {
    db.prepare('UPDATE blobs SET sha256 = NULL WHERE sha256 = ?').run(sha256);
    db.prepare('UPDATE blobs SET sha256 = ?, bytes = ? WHERE id = ?').run(sha256, bytes, blob);
  })();

export const forgetContent = (db: Sqlite, sha256: string): void => {
  db.prepare('UPDATE blobs SET sha256 = NULL WHERE sha256 = ?').run(sha256);
};

/** Removes some pieces of a blob; false when there were none left. */
export const removeChunks = (db: Sqlite, blob: number, limit: number): boolean =>
  db
    .prepare(
      `DELETE FROM chunks WHERE blob = ? AND number IN
         (SELECT number FROM chunks WHERE blob = ? ORDER BY number LIMIT ?)`,
    )
    .run(blob, blob, limit).changes > 0;

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
  new Set(
    db
      .prepare('SELECT sha256 FROM attachments UNION SELECT sha256 FROM kept_files')
      .pluck()
      .all() as string[],
  );

export interface WantedContent {
  readonly sha256: string;
  readonly bytes: number;
  /** What a person knows it by. */
  readonly name: string;
  readonly kind: 'attachment' | 'file';
  readonly proposalId: string;
}

/** The contents that words or papers speak of, each once, in order of their hash. */
export const listWantedContents = (db: Sqlite): WantedContent[] =>
  db
    .prepare(
      `SELECT sha256, max(bytes) AS bytes, min(name) AS name, min(kind) AS kind,
         min(proposal_id) AS proposalId
       FROM (
         SELECT sha256, bytes, name, 'attachment' AS kind, proposal_id FROM attachments
         UNION ALL SELECT sha256, bytes, name, 'file', proposal_id FROM kept_files
       ) GROUP BY sha256 ORDER BY sha256`,
    )
    .all() as WantedContent[];

/** The same in a copy of an earlier shape, which may know of attachments only, or of none. */
export const wantedContentsOfAny = (db: Sqlite): string[] => {
  const known = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('attachments', 'kept_files')",
    )
    .pluck()
    .all() as string[];
  return known
    .flatMap((table) => db.prepare(`SELECT sha256 FROM ${table}`).pluck().all() as string[])
    .filter((content, at, all) => all.indexOf(content) === at)
    .sort();
};

/** In the order they came in; those of a copy or a package have come in one after the other, too. */
export const attachmentIdsOf = (db: Sqlite, proposalId: string): string[] =>
  db
    .prepare('SELECT id FROM attachments WHERE proposal_id = ? ORDER BY seq, rowid')
    .pluck()
    .all(proposalId) as string[];

/** One of the proposals that keep a file of this content; null: none does. */
export const ownerOfFile = (db: Sqlite, sha256: string): string | null =>
  (db
    .prepare('SELECT proposal_id FROM kept_files WHERE sha256 = ? ORDER BY proposal_id LIMIT 1')
    .pluck()
    .get(sha256) as string | undefined) ?? null;
