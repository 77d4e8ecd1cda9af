import type { Sqlite } from '../sqlite';

/**
 * The search index lives in a file of its own: everything in it can be made again from the rows, so
 * it may break without a save, a backup or a check of the real file ever noticing.
 *
 * `exact` is searched with accents, `folded` (the same text as `foldText` makes it) without, because
 * no tokenizer folds 'đ'. The texts themselves are not kept a second time (content='').
 */
export const makeSearchTables = (db: Sqlite): void => {
  db.exec(`
    CREATE TABLE IF NOT EXISTS state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      store TEXT NOT NULL,
      proposals_seq INTEGER NOT NULL,
      library TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS documents (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      record TEXT NOT NULL,
      owner TEXT NOT NULL,
      UNIQUE (kind, record)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS documents_by_owner ON documents (kind, owner);
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
      title, exact, folded,
      content = '', contentless_delete = 1,
      tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
    );
  `);
};

export interface SearchState {
  readonly version: number;
  readonly store: string;
  /** Proposals changed up to here are in the index. */
  readonly proposals_seq: number;
  /** State of the library that is in the index. */
  readonly library: string;
}

export const readSearchState = (db: Sqlite): SearchState | null =>
  (db.prepare('SELECT version, store, proposals_seq, library FROM state WHERE id = 1').get() as
    | SearchState
    | undefined) ?? null;

export const writeSearchState = (db: Sqlite, state: SearchState): void => {
  db.prepare(
    `INSERT INTO state (id, version, store, proposals_seq, library) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, store = excluded.store,
       proposals_seq = excluded.proposals_seq, library = excluded.library`,
  ).run(state.version, state.store, state.proposals_seq, state.library);
};

export interface IndexedDocument {
  readonly kind: string;
  readonly record: string;
  /** The record of the library it is made from, a task's programme for instance. */
  readonly owner: string;
  /** Folded. */
  readonly title: string;
  readonly exact: string;
  readonly folded: string;
}

export const removeDocument = (db: Sqlite, kind: string, record: string): void => {
  const id = db
    .prepare('SELECT id FROM documents WHERE kind = ? AND record = ?')
    .pluck()
    .get(kind, record);
  if (id === undefined) return;
  db.prepare('DELETE FROM words WHERE rowid = ?').run(id);
  db.prepare('DELETE FROM documents WHERE id = ?').run(id);
};

export const putDocument = (db: Sqlite, document: IndexedDocument): void => {
  const { kind, record, owner, title, exact, folded } = document;
  removeDocument(db, kind, record);
  const { lastInsertRowid } = db
    .prepare('INSERT INTO documents (kind, record, owner) VALUES (?, ?, ?)')
    .run(kind, record, owner);
  db.prepare('INSERT INTO words (rowid, title, exact, folded) VALUES (?, ?, ?, ?)').run(
    lastInsertRowid,
    title,
    exact,
    folded,
  );
};

export const indexedRecords = (db: Sqlite, kind: string): string[] =>
  db.prepare('SELECT record FROM documents WHERE kind = ?').pluck().all(kind) as string[];

export const countIndexed = (db: Sqlite, kind: string): number =>
  db.prepare('SELECT count(*) FROM documents WHERE kind = ?').pluck().get(kind) as number;

export interface FoundDocument {
  readonly kind: string;
  readonly record: string;
  readonly owner: string;
}

/**
 * Newest first, not by a score: common words stand in nearly every proposal, and scoring would have
 * to read all of them. What counts more is asked for by earlier expressions.
 */
export const matchDocuments = (db: Sqlite, match: string, limit: number): FoundDocument[] =>
  db
    .prepare(
      `SELECT d.kind AS kind, d.record AS record, d.owner AS owner
       FROM (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?) found
       JOIN documents d ON d.id = found.rowid ORDER BY found.rowid DESC`,
    )
    .all(match, limit) as FoundDocument[];
