import { chmodSync, constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { segmentFiles } from './journal/journal';
import { readSecondPlace, writeSecondPlace } from './second-place';
import { type StorePaths, storePaths } from './store-paths';

/** A copy of a file that may only be read would itself refuse to be opened. */
const MODE = 0o600;

/** Where the disk can, without writing the bytes again. A file that is not there is none there. */
const copyIfThere = (from: string, to: string): void => {
  if (!existsSync(from)) return;
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, MODE);
};

/** The database and its log, in another folder. Throws the system's error. */
export const copyDatabase = (paths: StorePaths, folder: string): void => {
  for (const path of [paths.database, `${paths.database}-wal`, `${paths.database}-journal`]) {
    copyIfThere(path, join(folder, basename(path)));
  }
};

/** What knows of changes that the database may have lost: journal, mark, second place. Throws. */
export const copySecondCopy = (paths: StorePaths, folder: string): void => {
  const copy = storePaths(folder);
  copyIfThere(paths.mark, copy.mark);
  mkdirSync(copy.journal);
  for (const { name } of segmentFiles(paths.journal)) {
    copyIfThere(join(paths.journal, name), join(copy.journal, name));
  }
  writeSecondPlace(folder, readSecondPlace(paths.folder));
};

/** Copies the bytes of attachments once, when somebody wants one: they may be gigabytes. Rejects. */
export const attachmentsLender = (paths: StorePaths, folder: string): (() => Promise<void>) => {
  let lent: Promise<void> | null = null;
  const lend = async (): Promise<void> => {
    for (const path of [paths.attachments, `${paths.attachments}-wal`]) {
      if (!existsSync(path)) continue;
      const copy = join(folder, basename(path));
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      await chmod(copy, MODE);
    }
  };
  return () => {
    lent ??= lend().catch((error: unknown) => {
      lent = null;
      throw error;
    });
    return lent;
  };
};
