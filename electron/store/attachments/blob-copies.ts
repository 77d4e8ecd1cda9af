import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { placeFile } from '../create-database';
import { makeFolder, tryRemoveFile } from '../journal/sync-files';

/**
 * Second copies of attachments beside the backups, one file for each content, named by its hash:
 * a content never changes, so it is copied once and any backup may point at it.
 */
const NAME = /^[0-9a-f]{64}\.bin$/;

export const copiesFolder = (backups: string): string => join(backups, 'tai-lieu');

const fileOf = (backups: string, content: string): string =>
  join(copiesFolder(backups), `${content}.bin`);

export const hasCopy = (backups: string, content: string, bytes: number): boolean =>
  statSync(fileOf(backups, content), { throwIfNoEntry: false })?.size === bytes;

/** Writes the content beside the backups; false when a piece of it is damaged. Throws. */
export const writeCopy = async (
  backups: string,
  content: string,
  pieces: Iterable<Uint8Array | null>,
): Promise<boolean> => {
  makeFolder(copiesFolder(backups));
  const target = fileOf(backups, content);
  const temporary = `${target}.dang-ghi`;
  const hash = createHash('sha256');
  let isWhole = true;
  const file = await open(temporary, 'w', 0o600);
  try {
    for (const piece of pieces) {
      if (piece === null) {
        isWhole = false;
        return false;
      }
      hash.update(piece);
      await file.writeFile(piece);
    }
    // Here the disk may take its time; in `placeFile` there is little left to sync.
    await file.sync();
  } finally {
    await file.close();
    if (!isWhole) tryRemoveFile(temporary);
  }
  if (hash.digest('hex') !== content) {
    tryRemoveFile(temporary);
    return false;
  }
  placeFile(temporary, target);
  return true;
};

/** The whole content from the copy; null when there is none or it does not match its name. */
export const readCopy = (backups: string, content: string): Buffer | null => {
  const path = fileOf(backups, content);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return createHash('sha256').update(bytes).digest('hex') === content ? bytes : null;
};

/** Removes copies that neither the words nor any kept backup speak of. */
export const sweepCopies = (backups: string, wanted: ReadonlySet<string>): void => {
  const folder = copiesFolder(backups);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (NAME.test(name) && !wanted.has(name.slice(0, 64))) tryRemoveFile(join(folder, name));
  }
};
