import { APPLICATION_ID, connectReadOnly } from '../connect';
import { type Found, keyOf, Rows } from '../queries/rows';
import { readStoreRow } from '../queries/store-row';
import { type AnyRow, hashedTables, type StoreRow } from '../queries/tables';
import type { SqliteConstructor } from '../sqlite';

const ROWS_A_TURN = 50;

export interface VerifiedCopy {
  readonly row: StoreRow;
  readonly rows: number;
}

/** Every row of every table with hashes, some at a time; yields whether those were all intact. */
export function* checkRows(rows: Rows): Generator<boolean> {
  for (const table of hashedTables) {
    let after: readonly (string | number)[] | null = null;
    do {
      const page: readonly Found<AnyRow>[] = rows.page(table, after, ROWS_A_TURN);
      yield page.every(({ intact }) => intact);
      const last = page.length < ROWS_A_TURN ? undefined : page.at(-1);
      after = last === undefined ? null : keyOf(table, last.row);
    } while (after !== null);
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Opens a copy for reading and looks at all of it: SQLite's full check, our mark, the hash of every
 * row. null when anything is wrong. Lets other work through between pieces.
 */
export const verifyCopy = async (
  Database: SqliteConstructor,
  path: string,
): Promise<VerifiedCopy | null> => {
  const db = connectReadOnly(Database, path);
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return null;
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
    const row = readStoreRow(new Rows(db));
    if (row === null) return null;
    let rows = 0;
    for (const intact of checkRows(new Rows(db))) {
      if (!intact) return null;
      rows += 1;
      await pause();
    }
    return { row, rows };
  } finally {
    db.close();
  }
};

/** The same without letting anything else happen: before a migration nothing else may. */
export const verifyCopyAtOnce = (Database: SqliteConstructor, path: string): StoreRow | null => {
  const db = connectReadOnly(Database, path);
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return null;
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return null;
    return readStoreRow(new Rows(db));
  } finally {
    db.close();
  }
};
