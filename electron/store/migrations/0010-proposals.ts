import type { Migration } from './migration';

/** Proposals, organisations, the register of exports, versions, settings. */
export const migration0010: Migration = {
  version: 10,
  sql: `
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      uuid TEXT NOT NULL CHECK (length(uuid) = 32),
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;

    CREATE TABLE proposals (
      id TEXT PRIMARY KEY NOT NULL,
      title TEXT NOT NULL,
      call_id TEXT NOT NULL,
      template_id TEXT NOT NULL,
      organisation_id TEXT,
      style TEXT NOT NULL CHECK (json_valid(style)),
      created_at TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      trashed_at TEXT,
      seq INTEGER NOT NULL,
      answered TEXT NOT NULL CHECK (json_valid(answered)),
      revised_seq INTEGER NOT NULL,
      burst INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;

    CREATE TABLE sections (
      proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      section TEXT NOT NULL,
      value TEXT NOT NULL,
      modified_at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32),
      PRIMARY KEY (proposal_id, section)
    ) STRICT;

    CREATE TABLE views (
      proposal_id TEXT PRIMARY KEY NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      view TEXT CHECK (view IS NULL OR json_valid(view)),
      pages REAL
    ) STRICT;

    CREATE TABLE organisations (
      id TEXT PRIMARY KEY NOT NULL,
      profile TEXT NOT NULL CHECK (json_valid(profile)),
      is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;

    CREATE TABLE exports (
      id INTEGER PRIMARY KEY,
      proposal_id TEXT NOT NULL,
      format TEXT NOT NULL,
      file_name TEXT NOT NULL,
      folder TEXT NOT NULL,
      pages INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;
    CREATE INDEX exports_of_proposal ON exports (proposal_id, id);

    CREATE TABLE revisions (
      proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      at TEXT NOT NULL,
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      words_sha256 TEXT NOT NULL CHECK (length(words_sha256) = 64),
      chain TEXT NOT NULL CHECK (length(chain) = 64),
      body BLOB,
      sha BLOB NOT NULL CHECK (length(sha) = 32),
      PRIMARY KEY (proposal_id, number)
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      seq INTEGER NOT NULL,
      sha BLOB NOT NULL CHECK (length(sha) = 32)
    ) STRICT;
  `,
};
