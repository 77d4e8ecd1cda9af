import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { StoreState } from '../../shared/ipc';
import { readExport, readExports } from './export-register';
import { guarded } from './failures';
import { inspectFile, isOurs } from './inspect-file';
import { tryRemoveFile } from './journal/sync-files';
import { faultOf } from './open-file';
import { readOrganisations } from './organisation-store';
import { listingOf, readProposal } from './proposal-store';
import { listProposalRows } from './queries/proposal-lists';
import { Rows } from './queries/rows';
import type { ReadSession } from './session';
import { loadSqlite, type Sqlite } from './sqlite';
import type { ReadableStore, StoreResult } from './store';
import { storePaths } from './store-paths';
import { storeState } from './store-states';

export interface ReadOnlyStore extends ReadableStore {
  readonly close: () => void;
}

/** A copy of the file and its log in the system's folder for temporary files. Throws. */
const copyOf = (database: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ban-de-xuat-'));
  const copy = join(folder, basename(database));
  copyFileSync(database, copy);
  const log = `${database}-wal`;
  if (existsSync(log)) copyFileSync(log, `${copy}-wal`);
  return copy;
};

/**
 * For reading and exporting where nothing may be written: a file of a newer program, a folder
 * without the right to write, a disk that is full. Works on a copy, so the file stays as it is.
 * Hashes are not compared, because a newer program hashes columns that this one does not know.
 */
export const openReadOnly = (options: {
  readonly folder: string;
}): Result<ReadOnlyStore, StoreState> => {
  const { database } = storePaths(options.folder);
  const Database = loadSqlite();
  if (Database === null) return err(storeState('wrong-runtime', database));
  let db: Sqlite | null = null;
  try {
    const look = inspectFile(database);
    if (!isOurs(look)) return err(storeState('foreign-file', database));
    const copy = copyOf(database);
    db = new Database(copy);
    db.pragma('query_only = ON');
    db.pragma('trusted_schema = OFF');
    const session: ReadSession = { db, rows: new Rows(db, { compareHashes: false }) };
    return ok(readOnlyStore(session, copy));
  } catch (error) {
    db?.close();
    return err(storeState(faultOf(error), database));
  }
};

const readOnlyStore = (session: ReadSession, copy: string): ReadOnlyStore => {
  const read = <T>(work: () => StoreResult<T>): StoreResult<T> => {
    const done = guarded(work);
    return done.ok ? done.value : done;
  };
  return {
    listProposals: ({ trashed }) =>
      read(() => ok(listProposalRows(session.db, trashed).map(listingOf))),
    openProposal: (id) => read(() => readProposal(session, id)),
    listOrganisations: () => read(() => readOrganisations(session)),
    listExports: (proposalId) => read(() => readExports(session, proposalId)),
    readExport: (exportId) => read(() => readExport(session, exportId)),
    close: () => {
      session.db.close();
      for (const suffix of ['', '-wal', '-shm']) tryRemoveFile(`${copy}${suffix}`);
    },
  };
};
