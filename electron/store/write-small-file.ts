import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeFile, renameFile, syncFolder } from './journal/sync-files';

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
  renameFile(temporary, path);
  syncFolder(dirname(path));
};
