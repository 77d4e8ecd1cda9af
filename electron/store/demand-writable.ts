import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { segmentFiles } from './journal/journal';
import type { StorePaths } from './store-paths';

/**
 * Throws the system's error where nothing can be made in the folder. On Windows this says nothing of
 * rights: there the first file that is to be made tells.
 */
export const demandWritableFolder = (folder: string): void => {
  if (existsSync(folder)) accessSync(folder, constants.W_OK | constants.X_OK);
};

/**
 * Throws the system's error where the folder, or a file in it that every change goes to, may only be
 * read. Asked before anything is opened: SQLite would open such a file for reading without a word,
 * and part of the folder might be changed before the rest refuses. Changes nothing itself. To be
 * called while no connection is open, as `inspectFile` is.
 */
export const demandWritable = (paths: StorePaths): void => {
  demandWritableFolder(paths.folder);
  demandWritableFolder(paths.journal);
  const newest = segmentFiles(paths.journal).at(-1);
  const files = [
    paths.database,
    `${paths.database}-wal`,
    `${paths.database}-journal`,
    paths.mark,
    ...(newest === undefined ? [] : [join(paths.journal, newest.name)]),
  ];
  for (const path of files) if (existsSync(path)) closeSync(openSync(path, 'r+'));
};
