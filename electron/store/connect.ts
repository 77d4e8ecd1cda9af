import type { Sqlite, SqliteConstructor } from './sqlite';

/** 'BDX' and a version byte, in the file's head: a foreign database is never written to. */
export const APPLICATION_ID = 0x42445801;

/** A setting did not take: going on would break the promise about power cuts in silence. */
export class SettingRefused extends Error {}

const LOCK_WAIT_MS = 200;
const MB = 1024 * 1024;

const set = (db: Sqlite, name: string, value: string | number, expected: unknown): void => {
  db.pragma(`${name} = ${value}`);
  const got: unknown = db.pragma(name, { simple: true });
  if (got !== expected)
    throw new SettingRefused(`${name} is ${String(got)}, not ${String(expected)}`);
};

/** Settings that hold for every connection to a database of ours, also for copies of it. */
const setCommon = (db: Sqlite): void => {
  set(db, 'foreign_keys', 'ON', 1);
  set(db, 'trusted_schema', 'OFF', 0);
  set(db, 'cell_size_check', 'ON', 1);
  db.pragma('mmap_size = 0');
  db.pragma('temp_store = MEMORY');
};

/**
 * The one connection to the live file. `synchronous` has to be set each time and read back: SQLite
 * silently opens an existing WAL file at NORMAL, which loses acknowledged saves at a power cut.
 * Throws what SQLite throws; SQLITE_BUSY when another program holds the file.
 */
export const connect = (Database: SqliteConstructor, path: string): Sqlite => {
  const db = new Database(path, { fileMustExist: true, timeout: LOCK_WAIT_MS });
  try {
    // Before the first read: then the file is ours alone and there is no -shm file to be damaged.
    set(db, 'locking_mode', 'EXCLUSIVE', 'exclusive');
    set(db, 'journal_mode', 'WAL', 'wal');
    set(db, 'synchronous', 'FULL', 2);
    // Where a plain sync leaves words in the drive's cache (macOS).
    set(db, 'fullfsync', 'ON', 1);
    set(db, 'checkpoint_fullfsync', 'ON', 1);
    setCommon(db);
    set(db, 'wal_autocheckpoint', 1000, 1000);
    set(db, 'journal_size_limit', 8 * MB, 8 * MB);
    set(db, 'secure_delete', 'FAST', 2);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** A connection for looking only: backups, set-aside files. */
export const connectReadOnly = (Database: SqliteConstructor, path: string): Sqlite => {
  const db = new Database(path, { fileMustExist: true, readonly: true, timeout: LOCK_WAIT_MS });
  try {
    setCommon(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};
