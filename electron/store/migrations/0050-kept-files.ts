import type { Migration } from './migration';

/**
 * Files that the program made and may never lose: frozen papers, signed ones. A file is its content;
 * the same bytes are kept once for a proposal, whatever they are called.
 */
export const migration0050: Migration = {
  version: 50,
  sql: `
    CREATE TABLE kept_files (
      proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      name TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes > 0),
      at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32),
      PRIMARY KEY (proposal_id, sha256)
    ) STRICT;
  `,
};
