import type { Migration } from './migration';

/** What belongs to a proposal beside its sections, and the register of what was done with it. */
export const migration0030: Migration = {
  version: 30,
  sql: `
    CREATE TABLE parts (
      proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      part TEXT NOT NULL,
      value TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32),
      PRIMARY KEY (proposal_id, part)
    ) STRICT;

    CREATE TABLE register (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      proposal_id TEXT NOT NULL,
      actor TEXT NOT NULL,
      detail TEXT NOT NULL,
      chain TEXT NOT NULL CHECK (length(chain) = 64),
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;
    CREATE INDEX register_of_proposal ON register (proposal_id, id);
  `,
};
