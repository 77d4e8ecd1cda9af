import { closeSync, existsSync, fsyncSync, openSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { tryRemoveFile, writeFully } from './journal/sync-files';

/**
 * Room kept back on the disk. On a full disk SQLite cannot even delete; then this file is given up,
 * so that a person can throw things away.
 */
const BYTES = 8 * 1024 * 1024;
/** Below this much room the person needs it more than we do. */
const PLENTY = 64 * 1024 * 1024;

/** Free bytes for us on the disk of `path`; null where the system does not say. */
export const freeBytes = (path: string): number | null => {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
};

/** Takes the room if there is plenty. Never throws: without ballast all else still works. */
export const takeBallast = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.size === BYTES) return;
  if ((freeBytes(dirname(path)) ?? 0) < PLENTY) return;
  try {
    const fd = openSync(path, 'w', 0o600);
    try {
      writeFully(fd, Buffer.alloc(BYTES, 0x42), 0);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    tryRemoveFile(path);
  }
};

/** True when there was room to give. */
export const dropBallast = (path: string): boolean => {
  if (!existsSync(path)) return false;
  tryRemoveFile(path);
  return true;
};
