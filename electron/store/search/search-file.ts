import { removeDatabase } from '../create-database';
import { makeSearchTables, readSearchState, writeSearchState } from '../queries/search-tables';
import type { Sqlite, SqliteConstructor } from '../sqlite';

/** Counts up when what is indexed, or how, changes: then all is indexed anew. */
const INDEX_VERSION = 1;

const openOnce = (Database: SqliteConstructor, path: string): Sqlite => {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // What a power cut takes from here is indexed again.
    db.pragma('synchronous = NORMAL');
    makeSearchTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const belongsTo = (db: Sqlite, store: string): boolean => {
  const state = readSearchState(db);
  return state?.store === store && state.version === INDEX_VERSION;
};

/** Opens the index of a store, a new one where there is none or a broken or foreign one. Throws. */
export const openSearchFile = (
  Database: SqliteConstructor,
  path: string,
  store: string,
): Sqlite => {
  try {
    const db = openOnce(Database, path);
    try {
      if (belongsTo(db, store)) return db;
    } catch {
      // Cannot be read: made anew below.
    }
    db.close();
  } catch {
    // Not a database any more: made anew below.
  }
  removeDatabase(path);
  const db = openOnce(Database, path);
  writeSearchState(db, { version: INDEX_VERSION, store, proposals_seq: 0, library: '' });
  return db;
};
