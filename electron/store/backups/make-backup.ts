import { existsSync, readdirSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sweepCopies } from '../attachments/blob-copies';
import { placeFile, tryRemoveDatabase } from '../create-database';
import { makeFolder, removeFile, syncFolder, tryRemoveFile } from '../journal/sync-files';
import type { Sqlite, SqliteConstructor } from '../sqlite';
import type { Backup } from '../store-backups';
import { writeSmallFile } from '../write-small-file';
import {
  type BackupFile,
  type BackupNote,
  backupName,
  listBackupFiles,
  sha256OfFile,
} from './backup-files';
import { expiredBackups } from './retention';
import type { Checker } from './start-checker';
import { SteadySync } from './steady-sync';

/** The copy did not pass its own checks: the live file holds damaged rows or the disk lies. */
export class BackupNotSound extends Error {}

const TEMPORARY = /\.dang-ghi(-wal|-shm|-journal)?$/;

/** Removes what an interrupted backup left. */
export const sweepBackups = (folder: string): void => {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (TEMPORARY.test(name)) tryRemoveFile(join(folder, name));
  }
};

const writeNote = (path: string, note: BackupNote): void =>
  writeSmallFile(path.replace(/\.db$/, '.json'), `${JSON.stringify(note)}\n`);

/** Some milliseconds a turn. */
const PAGES_A_TURN = 100;

const copyLive = async (db: Sqlite, target: string): Promise<void> => {
  const sync = new SteadySync(target);
  try {
    await db.backup(target, {
      progress: () => {
        sync.nudge();
        return PAGES_A_TURN;
      },
    });
  } finally {
    await sync.end();
  }
};

export interface BackupRequest {
  readonly Database: SqliteConstructor;
  readonly checker: Checker;
  readonly db: Sqlite;
  readonly folder: string;
  readonly number: number;
  readonly at: string;
  readonly reason: Backup['reason'];
}

/**
 * Copies the live database by SQLite's own means, proves the copy, and only then gives it its name.
 * Saving goes on meanwhile. Throws errors of disk and SQLite, and BackupNotSound; then no file of a
 * backup's name was made.
 */
export const makeBackup = async (request: BackupRequest): Promise<BackupFile> => {
  const { Database, checker, db, folder, number, at, reason } = request;
  makeFolder(folder);
  sweepBackups(folder);
  const temporary = join(folder, `${number}.dang-ghi`);
  try {
    await copyLive(db, temporary);
    const copy = new Database(temporary);
    // A copy is one file: whoever takes it away must not have to know about companions.
    copy.pragma('journal_mode = DELETE');
    copy.close();
    const verified = await checker.run('verify', temporary);
    if (verified === null) throw new BackupNotSound();
    // Of the copy, not of the live file, which went on meanwhile.
    const { sha256, contents } = verified;
    const { uuid, last_seq: seq } = verified.row;
    const bytes = statSync(temporary).size;
    const name = backupName(seq, number);
    const path = join(folder, name);
    placeFile(temporary, path);
    const note: BackupNote = {
      store: uuid,
      at,
      seq,
      bytes,
      sha256,
      reason,
      contents: [...contents],
    };
    writeNote(path, note);
    return { ...note, name, number, path, notePath: path.replace(/\.db$/, '.json'), place: 'own' };
  } finally {
    tryRemoveDatabase(temporary);
  }
};

/** Puts a verified backup into a second folder as well and reads it back from there. */
export const copyBackup = async (
  checker: Checker,
  backup: BackupFile,
  folder: string,
): Promise<void> => {
  const target = join(folder, backup.name);
  const temporary = `${target}.dang-ghi`;
  try {
    await copyFile(backup.path, temporary);
    placeFile(temporary, target);
    if ((await checker.run('hash', target)) !== backup.sha256) throw new BackupNotSound();
    const { store, at, seq, bytes, sha256, reason, contents } = backup;
    writeNote(target, { store, at, seq, bytes, sha256, reason, contents });
  } finally {
    tryRemoveFile(temporary);
  }
};

const OCCASIONS: ReadonlySet<Backup['reason']> = new Set([
  'migration',
  'import',
  'erase',
  'restore',
]);

/**
 * Removes what retention no longer keeps; the note goes first, a copy without one is no backup.
 * Contents that neither a kept backup nor `wanted` speaks of go, too; with null none goes.
 */
export const expireBackups = (
  folder: string,
  place: Backup['place'],
  wanted: ReadonlySet<string> | null,
): void => {
  const files = listBackupFiles(folder, place);
  const expired = new Set(
    expiredBackups(
      files.map(({ number, reason }) => ({ number, isOccasion: OCCASIONS.has(reason) })),
    ),
  );
  const gone = files.filter(({ number }) => expired.has(number));
  for (const file of gone) {
    removeFile(file.notePath);
    removeFile(file.path);
  }
  if (gone.length > 0) syncFolder(folder);
  const kept = files.filter(({ number }) => !expired.has(number));
  if (wanted !== null) {
    sweepCopies(folder, new Set([...wanted, ...kept.flatMap(({ contents }) => contents)]));
  }
};

/** A finished file of ours taken over as a backup as it is: before a migration, at start. */
export const noteBackup = (
  path: string,
  note: Omit<BackupNote, 'bytes' | 'sha256'>,
): BackupNote => {
  const bytes = statSync(path).size;
  const whole = { ...note, bytes, sha256: sha256OfFile(path) };
  writeNote(path, whole);
  return whole;
};
