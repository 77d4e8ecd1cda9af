import { rmSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/base';
import type { StoreState } from '../../shared/ipc';
import { makeCopyFolder } from './copy-folder';
import { attachmentsLender, copyDatabase, copySecondCopy } from './copy-store';
import { type FileLook, inspectFile, isOurs } from './inspect-file';
import { SCHEMA_VERSION } from './migrations';
import { faultOf } from './open-file';
import { openSession } from './open-session';
import { Rows } from './queries/rows';
import { readOnlyStore } from './read-only-store';
import { hasTraces } from './rebuild';
import type { ReadSession } from './session';
import { loadSqlite, type SqliteConstructor } from './sqlite';
import type { Store, StoreOptions } from './store';
import { type StorePaths, storePaths } from './store-paths';
import { storeState } from './store-states';

type LookOptions = Pick<StoreOptions, 'folder' | 'now' | 'appVersion'>;

/** Of the copy's own journal, to which nothing is ever written. */
const JOURNAL_RESERVE = 4096;

interface Look {
  readonly session: ReadSession;
  readonly missing: readonly string[];
  readonly isNewer: boolean;
  readonly close: () => void;
}

/**
 * A copy of what this program knows is opened as the file itself would be: log, journal and mark are
 * compared, and what is lost is brought back, in the copy. Backups are read where they are.
 */
const openCopy = (
  Database: SqliteConstructor,
  { now, appVersion }: LookOptions,
  paths: StorePaths,
  folder: string,
  found: FileLook,
): Result<Look, StoreState> => {
  copySecondCopy(paths, folder);
  const copy = storePaths(folder);
  // One that has to be brought to the present shape gets a backup first, which has no place there.
  const isOld = found.kind === 'database' && found.schemaVersion < SCHEMA_VERSION;
  const backups = isOld ? copy.backups : paths.backups;
  const opened = openSession({
    Database,
    paths: { ...copy, backups },
    now,
    // Names a new store, and here is one already.
    newId: () => '',
    appVersion,
    journalReserve: JOURNAL_RESERVE,
  });
  if (!opened.ok) return opened;
  const { session, healed } = opened.value;
  session.db.pragma('query_only = ON');
  const missing = healed?.missing ?? [];
  return ok({ session, missing, isNewer: false, close: () => session.close() });
};

/** Hashes are not compared: a newer program hashes columns that this one does not know. */
const openNewer = (Database: SqliteConstructor, folder: string): Look => {
  const db = new Database(storePaths(folder).database);
  try {
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    const rows = new Rows(db, { compareHashes: false });
    return { session: { db, rows }, missing: [], isNewer: true, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * For reading and exporting where nothing may be written: a file of a newer program, a folder
 * without the right to write, a disk that is full. Works on a copy among the system's temporary
 * files, so the folder stays as it is, byte for byte. `why`: what kept the file itself from being
 * opened; said of a file that is not of a newer program.
 */
export const openReadOnly = (
  options: LookOptions,
  why: StoreState = storeState('not-writable', storePaths(options.folder).database),
): Result<Store, StoreState> => {
  const paths = storePaths(options.folder);
  const { database } = paths;
  const Database = loadSqlite();
  if (Database === null) return err(storeState('wrong-runtime', database));
  let folder: string | null = null;
  let looking: Look | null = null;
  const letGo = (): void => {
    looking?.close();
    looking = null;
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const found = inspectFile(database);
    const isLost = found.kind === 'missing' && hasTraces(paths);
    if (!isOurs(found) && !isLost) return err(storeState('foreign-file', database));
    const temporary = makeCopyFolder();
    folder = temporary;
    copyDatabase(paths, temporary);
    const known =
      found.kind === 'database' && found.schemaVersion > SCHEMA_VERSION
        ? err(storeState('newer-file', database))
        : openCopy(Database, options, paths, temporary, found);
    if (!known.ok && known.error.state !== 'newer-file') {
      letGo();
      return err({ ...known.error, file: database });
    }
    const seen = known.ok ? known.value : openNewer(Database, temporary);
    looking = seen;
    const state = seen.isNewer ? storeState('newer-file', database) : why;
    const store = readOnlyStore({
      Database,
      session: seen.session,
      paths: { ...paths, attachments: storePaths(temporary).attachments },
      state: { ...state, readOnly: true },
      missing: seen.missing,
      lendAttachments: attachmentsLender(paths, temporary),
      now: options.now,
      appVersion: options.appVersion,
      close: letGo,
    });
    // A newer program may keep its words in a way that this one cannot read at all.
    if (store.listProposals({ trashed: false }).ok) return ok(store);
    letGo();
    return err(state);
  } catch (error) {
    letGo();
    return err(storeState(faultOf(error), database));
  }
};
