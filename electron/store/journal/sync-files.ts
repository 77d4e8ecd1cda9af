import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

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
