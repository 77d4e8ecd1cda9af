import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Writes all of `bytes` at a place of the file; the system may take them in pieces. */
export const writeFully = (fd: number, bytes: Uint8Array, position: number): void => {
  let done = 0;
  while (done < bytes.length) {
    done += writeSync(fd, bytes, done, bytes.length - done, position + done);
  }
};

/**
 * Makes creations, renames and removals in a folder durable. Windows cannot sync folders (its file
 * system journals names by itself), so there a refusal is no failure.
 */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** Makes a folder that is still there after a power cut: its name is synced, not only its content. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  syncFolder(dirname(folder));
};

const HELD = /^(EPERM|EACCES|EBUSY)$/;
/** Virus scanners and indexers of Windows hold a fresh file for a moment; together two thirds of a second. */
const PAUSES = [5, 10, 20, 40, 80, 160, 320] as const;

const waitFor = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Renames, with patience where other programs may be looking at the file. Throws the last error. */
export const renameFile = (
  from: string,
  to: string,
  { platform = process.platform, rename = renameSync, wait = waitFor } = {},
): void => {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!HELD.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
      wait(pause);
    }
  }
  rename(from, to);
};

/** Removes a file if it is there. Throws the system's error; rmSync would hide its code. */
export const removeFile = (path: string): void => {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

/** The same where a file left behind does no harm: the next run removes it. */
export const tryRemoveFile = (path: string): void => {
  try {
    unlinkSync(path);
  } catch {
    // Swept up later.
  }
};
