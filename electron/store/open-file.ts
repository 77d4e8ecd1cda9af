import type { Result } from '../../shared/base';
import { err, ok } from '../../shared/base';
import type { StoreState } from '../../shared/ipc';
import { APPLICATION_ID, connect } from './connect';
import { failureOf } from './failures';
import { migrations, readSchemaVersion, SCHEMA_VERSION } from './migrations';
import { hasExpectedSchema } from './migrations/schema-text';
import { Rows } from './queries/rows';
import { readStoreRow } from './queries/store-row';
import type { Sqlite, SqliteConstructor } from './sqlite';

export type OpenFault = Exclude<StoreState['state'], 'ready' | 'wrong-runtime' | 'empty-file'>;

/** What an exception while opening says about the file. Bugs are thrown on. */
export const faultOf = (error: unknown): OpenFault => {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return 'damaged-file';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  const failure = failureOf(error);
  if (failure === null) throw error;
  if (failure.code === 'store-busy') return 'locked';
  return failure.code === 'store-read-only' ? 'not-writable' : 'io';
};

/** SQLite's own check of pages and indexes; it does not see flipped bits inside of words. */
export const isSound = (db: Sqlite): boolean =>
  db.pragma('quick_check(1)', { simple: true }) === 'ok';

/** Opens an existing file of ours; when it is none, it is left as it was. */
export const openFile = (
  Database: SqliteConstructor,
  path: string,
  check: boolean,
): Result<Sqlite, OpenFault> => {
  let db: Sqlite | null = null;
  try {
    db = connect(Database, path);
    const fault = faultIn(Database, db, check);
    if (fault === null) return ok(db);
    db.close();
    return err(fault);
  } catch (error) {
    db?.close();
    return err(faultOf(error));
  }
};

const faultIn = (Database: SqliteConstructor, db: Sqlite, check: boolean): OpenFault | null => {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return 'foreign-file';
  const version = readSchemaVersion(db);
  if (version > SCHEMA_VERSION) return 'newer-file';
  if (!migrations.some((migration) => migration.version === version)) return 'damaged-file';
  if (!hasExpectedSchema(Database, db, version)) return 'damaged-file';
  if (check && !isSound(db)) return 'damaged-file';
  return readStoreRow(new Rows(db)) === null ? 'damaged-file' : null;
};
