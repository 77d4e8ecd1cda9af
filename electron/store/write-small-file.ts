import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeFile, syncFolder } from './journal/sync-files';

/** Replaces a small file of ours: the old text or the new one, never half of it. Throws. */
export const writeSmallFile = (path: string, text: string): void => {
  const temporary = `${path}.moi`;
  removeFile(temporary);
  const fd = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
};
