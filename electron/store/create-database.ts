import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { APPLICATION_ID } from './connect';
import { removeFile, renameFile, syncFolder, tryRemoveFile } from './journal/sync-files';
import { migrate } from './migrations';
import { Rows } from './queries/rows';
import { insertStoreRow } from './queries/store-row';
import type { StoreRow } from './queries/tables';
import type { SqliteConstructor } from './sqlite';

/** Puts a finished file into its place; afterwards the folder holds it whole or not at all. */
export const placeFile = (temporary: string, target: string): void => {
  const fd = openSync(temporary, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameFile(temporary, target);
  syncFolder(dirname(target));
};

/** Removes a temporary database and SQLite's companions of it. */
export const removeDatabase = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) removeFile(`${path}${suffix}`);
};

/** The same for a temporary one at the end of a work that has succeeded or failed already. */
export const tryRemoveDatabase = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) tryRemoveFile(`${path}${suffix}`);
};

/**
 * Makes an empty database at `path`, beside its place first: a file of our name that exists is
 * whole, so that an empty one can only mean damage.
 */
export const createDatabase = (
  Database: SqliteConstructor,
  path: string,
  row: Omit<StoreRow, 'id'>,
): void => {
  const temporary = `${path}.moi`;
  removeDatabase(temporary);
  const db = new Database(temporary);
  try {
    db.pragma('synchronous = FULL');
    db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(db);
    insertStoreRow(new Rows(db), row);
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
  }
  placeFile(temporary, path);
};
