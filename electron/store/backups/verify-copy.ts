import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { APPLICATION_ID, connectReadOnly } from '../connect';
import { readSchemaVersion } from '../migrations';
import { hasExpectedSchema } from '../migrations/schema-text';
import { wantedContentsOfAny } from '../queries/attachment-chunks';
import { type Found, keyOf, Rows } from '../queries/rows';
import { readStoreRow } from '../queries/store-row';
import { tableNames } from '../queries/table-names';
import { type AnyRow, hashedTables, type StoreRow, tables } from '../queries/tables';
import type { Sqlite, SqliteConstructor } from '../sqlite';

const ROWS_A_TURN = 50;
const PIECE = 1 << 20;

export interface VerifiedCopy {
  readonly row: StoreRow;
  /** Rows whose hash was compared. */
  readonly rows: number;
  readonly proposals: number;
  /** Hashes of the contents that it speaks of. */
  readonly contents: readonly string[];
  /** Of all bytes of the file, hex. */
  readonly sha256: string;
}

/** Every row of every table with hashes, some at a time; gives those of each turn. */
function* pagesOf(db: Sqlite, rows: Rows): Generator<readonly Found<AnyRow>[]> {
  const known = tableNames(db);
  for (const table of hashedTables) {
    // A backup of an earlier program has fewer tables; its shape as a whole was compared before.
    if (!known.has(table.name)) continue;
    let after: readonly (string | number)[] | null = null;
    do {
      const page: readonly Found<AnyRow>[] = rows.page(table, after, ROWS_A_TURN);
      yield page;
      const last = page.length < ROWS_A_TURN ? undefined : page.at(-1);
      after = last === undefined ? null : keyOf(table, last.row);
    } while (after !== null);
  }
}

/** SHA-256 of a file, hex, one step a piece. Throws the system's error. */
export function* hashSteps(path: string): Generator<undefined, string> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  const fd = openSync(path, 'r');
  try {
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece)) {
      hash.update(piece.subarray(0, read));
      yield undefined;
    }
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}

const headOf = (Database: SqliteConstructor, db: Sqlite): StoreRow | null => {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return null;
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
  if (!hasExpectedSchema(Database, db, readSchemaVersion(db))) return null;
  return readStoreRow(new Rows(db));
};

/**
 * Opens a copy for reading and looks at all of it: SQLite's full check, our mark, the hash of every
 * row. null when anything is wrong. The first step is long, the others are short. Throws errors of
 * disk and SQLite.
 */
export function* verifySteps(
  Database: SqliteConstructor,
  path: string,
): Generator<undefined, VerifiedCopy | null> {
  const db = connectReadOnly(Database, path);
  let rows = 0;
  let proposals = 0;
  let contents: readonly string[] = [];
  let row: StoreRow | null = null;
  try {
    row = headOf(Database, db);
    if (row === null) return null;
    yield undefined;
    const all = new Rows(db);
    for (const page of pagesOf(db, all)) {
      if (!page.every(({ intact }) => intact)) return null;
      rows += page.length;
      yield undefined;
    }
    proposals = all.count(tables.proposals);
    contents = wantedContentsOfAny(db);
  } finally {
    db.close();
  }
  return { row, rows, proposals, contents, sha256: yield* hashSteps(path) };
}

/** All steps of some work, one after the other. */
export const atOnce = <T>(steps: Generator<undefined, T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** What SQLite says, and the row of the store: before a migration, when nothing else may happen. */
export const verifyCopyAtOnce = (
  Database: SqliteConstructor,
  path: string,
): (StoreRow & { readonly contents: readonly string[] }) | null => {
  const db = connectReadOnly(Database, path);
  try {
    const row = headOf(Database, db);
    return row === null ? null : { ...row, contents: wantedContentsOfAny(db) };
  } finally {
    db.close();
  }
};
