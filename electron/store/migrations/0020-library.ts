import type { Migration } from './migration';

/** Calls, references, programmes, calendar, stale facts and forms, as packs bring and people edit them. */
export const migration0020: Migration = {
  version: 20,
  sql: `
    CREATE TABLE records (
      list TEXT NOT NULL,
      id TEXT NOT NULL,
      value TEXT NOT NULL,
      base TEXT,
      pack_id TEXT,
      edition INTEGER,
      removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32),
      PRIMARY KEY (list, id)
    ) STRICT;

    CREATE TABLE packs (
      id TEXT PRIMARY KEY NOT NULL,
      edition INTEGER NOT NULL,
      title TEXT NOT NULL,
      content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
      imported_at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;

    CREATE INDEX proposals_by_seq ON proposals (seq);
    CREATE INDEX records_by_seq ON records (seq);
  `,
};
