import type { Migration } from './migration';

/** What goes with a proposal as files; their bytes lie in a file of their own. */
export const migration0040: Migration = {
  version: 40,
  sql: `
    CREATE TABLE attachments (
      id TEXT PRIMARY KEY NOT NULL,
      proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;
    CREATE INDEX attachments_of_proposal ON attachments (proposal_id, seq);
  `,
};
