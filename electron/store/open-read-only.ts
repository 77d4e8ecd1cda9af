import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { StoreState } from '../../shared/ipc';
import { inspectFile, isOurs } from './inspect-file';
import { SCHEMA_VERSION } from './migrations';
import { faultOf } from './open-file';
import { Rows } from './queries/rows';
import { readOnlyStore } from './read-only-store';
import type { ReadSession } from './session';
import { loadSqlite, type Sqlite } from './sqlite';
import type { Store, StoreOptions } from './store';
import { type StorePaths, storePaths } from './store-paths';
import { storeState } from './store-states';

/** A file and its log in another folder; where the disk can, without writing the bytes again. Throws. */
const copyInto = (folder: string, database: string): string => {
  const copy = join(folder, basename(database));
  copyFileSync(database, copy, constants.COPYFILE_FICLONE);
  const log = `${database}-wal`;
  if (existsSync(log)) copyFileSync(log, `${copy}-wal`, constants.COPYFILE_FICLONE);
  return copy;
};

/** The bytes of attachments are copied when somebody wants one: they may be gigabytes. */
const lender = (paths: StorePaths, folder: string): (() => Promise<void>) => {
  let lent: Promise<void> | null = null;
  const lend = async (): Promise<void> => {
    for (const path of [paths.attachments, `${paths.attachments}-wal`]) {
      if (existsSync(path)) await copyFile(path, join(folder, basename(path)));
    }
  };
  return () => {
    lent ??= lend().catch((error: unknown) => {
      lent = null;
      throw error;
    });
    return lent;
  };
};

/**
 * For reading and exporting where nothing may be written: a file of a newer program, a folder
 * without the right to write, a disk that is full. Works on a copy among the system's temporary
 * files, so the folder stays as it is, byte for byte. Hashes are not compared, because a newer
 * program hashes columns that this one does not know.
 */
export const openReadOnly = (
  options: Pick<StoreOptions, 'folder' | 'now' | 'appVersion'>,
): Result<Store, StoreState> => {
  const paths = storePaths(options.folder);
  const { database } = paths;
  const Database = loadSqlite();
  if (Database === null) return err(storeState('wrong-runtime', database));
  let db: Sqlite | null = null;
  let folder: string | null = null;
  const letGo = (): void => {
    db?.close();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const look = inspectFile(database);
    if (look.kind !== 'database' || !isOurs(look)) {
      return err(storeState('foreign-file', database));
    }
    folder = mkdtempSync(join(tmpdir(), 'ban-de-xuat-'));
    db = new Database(copyInto(folder, database));
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    const session: ReadSession = { db, rows: new Rows(db, { compareHashes: false }) };
    const kind = look.schemaVersion > SCHEMA_VERSION ? 'newer-file' : 'io';
    const store = readOnlyStore({
      Database,
      session,
      paths: { ...paths, attachments: join(folder, basename(paths.attachments)) },
      state: { ...storeState(kind, database), readOnly: true },
      lendAttachments: lender(paths, folder),
      now: options.now,
      appVersion: options.appVersion,
      close: letGo,
    });
    // A newer program may keep its words in a way that this one cannot read at all.
    if (store.listProposals({ trashed: false }).ok) return ok(store);
    letGo();
    return err(storeState(kind, database));
  } catch (error) {
    letGo();
    return err(storeState(faultOf(error), database));
  }
};
