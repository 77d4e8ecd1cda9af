import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../store-backups';

/**
 * A backup is a database `sao-luu-SEQ-NUMBER.db` and a note `….json` beside it, which is written last
 * and only after the copy was opened, checked and hashed row by row: no note, no backup.
 */
const NAME = /^sao-luu-(\d{12})-(\d{6})\.json$/;

const noteSchema = z.strictObject({
  store: z.string().length(32),
  at: z.string(),
  seq: z.int().min(0),
  bytes: z.int().min(1),
  sha256: z.string().length(64),
  reason: z.enum(['schedule', 'migration', 'import', 'erase', 'restore', 'person', 'close']),
  /** Contents of attachments that the copy speaks of; they lie beside the backups. */
  contents: z.array(z.string().length(64)).default([]),
});
export type BackupNote = z.infer<typeof noteSchema>;

export interface BackupFile extends BackupNote {
  readonly name: string;
  /** Counts up with every backup made. */
  readonly number: number;
  readonly path: string;
  readonly notePath: string;
  readonly place: Backup['place'];
}

export const backupName = (seq: number, number: number): string =>
  `sao-luu-${String(seq).padStart(12, '0')}-${String(number).padStart(6, '0')}.db`;

/** Number for the next backup: they count up in each folder. */
export const nextBackupNumber = (files: readonly BackupFile[]): number =>
  Math.max(0, ...files.map(({ number }) => number)) + 1;

const readNote = (path: string): BackupNote | null => {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

/** Backups that were finished, highest sequence first. A folder that cannot be read holds none. */
export const listBackupFiles = (folder: string, place: Backup['place']): BackupFile[] => {
  let names: string[] = [];
  try {
    names = existsSync(folder) ? readdirSync(folder) : [];
  } catch {
    return [];
  }
  return names
    .sort()
    .reverse()
    .flatMap((noteName) => {
      const match = NAME.exec(noteName);
      if (match === null) return [];
      const number = Number(match[2]);
      const name = noteName.replace(/\.json$/, '.db');
      const path = join(folder, name);
      const notePath = join(folder, noteName);
      const note = readNote(notePath);
      const size = statSync(path, { throwIfNoEntry: false })?.size;
      return note === null || size !== note.bytes
        ? []
        : [{ ...note, name, number, path, notePath, place }];
    });
};

/** SHA-256 of a file's bytes, hex, read in pieces. Throws the system's error. */
export const sha256OfFile = (path: string): string => {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const fd = openSync(path, 'r');
  try {
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
};

/** True when the copy is byte for byte what was verified when it was made. */
export const isUnchanged = (backup: BackupFile): boolean => {
  try {
    return sha256OfFile(backup.path) === backup.sha256;
  } catch {
    return false;
  }
};
