import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BackupFile, isUnchanged, listBackupFiles } from './backups/backup-files';
import { connect } from './connect';
import { createDatabase, placeFile, removeDatabase, tryRemoveDatabase } from './create-database';
import { readJournal, segmentFiles } from './journal/journal';
import { readMark } from './journal/mark';
import { makeFolder, renameFile, syncFolder } from './journal/sync-files';
import { migrate } from './migrations';
import { type Ahead, isWhole, lookAhead, reachOf, replay, replayWhatFits } from './replay';
import { readSecondPlace } from './second-place';
import type { Sqlite, SqliteConstructor } from './sqlite';
import type { StorePaths } from './store-paths';

/** Something the words can be built from again, and how far that would get. */
export interface Base {
  /** null: from nothing, the journal reaches back to the first change. */
  readonly backup: BackupFile | null;
  readonly store: string;
  readonly ahead: Ahead;
}

/** True when a store was here before, whatever is left of it. */
export const hasTraces = (paths: StorePaths): boolean =>
  [paths.mark, ...paths.companions].some((path) => existsSync(path)) ||
  segmentFiles(paths.journal).length > 0 ||
  listBackupFiles(paths.backups, 'own').length > 0;

const storeOf = (paths: StorePaths, backups: readonly BackupFile[]): string | null =>
  readMark(paths.mark)?.store ??
  readJournal(paths.journal, 0, null).stores.at(-1) ??
  backups[0]?.store ??
  null;

const acknowledgedOf = (paths: StorePaths, store: string): number => {
  const mark = readMark(paths.mark);
  return mark?.store === store ? mark.seq : 0;
};

export const aheadOf = (paths: StorePaths, store: string, from: number): Ahead =>
  lookAhead(from, readJournal(paths.journal, from, store).records, acknowledgedOf(paths, store));

/** The base that gets furthest; null when there is none at all. Reads whole files. */
export const bestBase = (paths: StorePaths): Base | null => {
  const second = readSecondPlace(paths.folder);
  const backups = [
    ...listBackupFiles(paths.backups, 'own'),
    ...(second === null ? [] : listBackupFiles(second, 'second')),
  ].sort((a, b) => b.seq - a.seq);
  const store = storeOf(paths, backups);
  if (store === null) return null;
  let best: Base | null = null;
  for (const backup of backups.filter((each) => each.store === store)) {
    const base = { backup, store, ahead: aheadOf(paths, store, backup.seq) };
    if (best !== null && reachOf(base.ahead) <= reachOf(best.ahead)) continue;
    if (!isUnchanged(backup)) continue;
    best = base;
    if (isWhole(base.ahead)) break;
  }
  const fromNothing = { backup: null, store, ahead: aheadOf(paths, store, 0) };
  return best === null || reachOf(fromNothing.ahead) > reachOf(best.ahead) ? fromNothing : best;
};

/** Moves the file and all that belongs to it out of the way, together. Gives the new place. */
export const moveAside = (paths: StorePaths): string | null => {
  const set = [paths.database, ...paths.companions].filter((path) => existsSync(path));
  if (set.length === 0) return null;
  makeFolder(paths.setAside);
  const turn = readdirSync(paths.setAside).length + 1;
  const target = join(paths.setAside, `lan-${String(turn).padStart(3, '0')}`);
  mkdirSync(target);
  // Companions first: a database without its log is old but whole, a foreign log would be applied.
  for (const path of set.reverse()) renameFile(path, join(target, basename(path)));
  syncFolder(target);
  syncFolder(paths.setAside);
  syncFolder(paths.folder);
  return target;
};

/**
 * Builds at `path` what the base and the journal say. Throws errors of disk and SQLite. Gives the
 * number of changes that did not fit.
 */
const build = (
  Database: SqliteConstructor,
  path: string,
  { backup, store, ahead }: Base,
): number => {
  removeDatabase(path);
  if (backup === null) {
    createDatabase(Database, path, {
      uuid: store,
      created_at: ahead.entries[0]?.at ?? '1970-01-01T00:00:00.000Z',
      created_by: '',
      last_seq: 0,
    });
  } else {
    copyFileSync(backup.path, path, constants.COPYFILE_EXCL);
    // A backup that may only be read would give a file that refuses every word.
    chmodSync(path, 0o600);
  }
  const db = connect(Database, path);
  try {
    migrate(db);
    const left = isWhole(ahead) ? 0 : replayWhatFits(db, ahead).length;
    if (isWhole(ahead)) replay(db, ahead);
    db.pragma('wal_checkpoint(TRUNCATE)');
    return left;
  } finally {
    db.close();
  }
};

/**
 * Builds the database again beside its place, moves what is there aside and puts the new one in.
 * Throws errors of disk and SQLite; then nothing was moved. Gives what could not be replayed.
 */
export const rebuild = (Database: SqliteConstructor, paths: StorePaths, base: Base): number => {
  const temporary = `${paths.database}.dung-lai`;
  const left = build(Database, temporary, base);
  moveAside(paths);
  placeFile(temporary, paths.database);
  tryRemoveDatabase(temporary);
  return left;
};

/** Builds the database a second time to look something up in it, and removes it again. Throws. */
export const withRebuilt = <T>(
  Database: SqliteConstructor,
  paths: StorePaths,
  base: Base,
  look: (db: Sqlite) => T,
): T => {
  const temporary = `${paths.database}.doi-chieu`;
  try {
    build(Database, temporary, base);
    const db = connect(Database, temporary);
    try {
      return look(db);
    } finally {
      db.close();
    }
  } finally {
    tryRemoveDatabase(temporary);
  }
};
