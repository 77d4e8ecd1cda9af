import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { segmentFiles } from './journal/journal';
import { decodeSegmentHead, SEGMENT_HEAD } from './journal/journal-segment';
import { makeFolder, renameFile, syncFolder } from './journal/sync-files';
import type { StorePaths } from './store-paths';

const storeOf = (path: string): string | null => {
  const head = Buffer.alloc(SEGMENT_HEAD);
  const fd = openSync(path, 'r');
  try {
    const read = readSync(fd, head, 0, SEGMENT_HEAD, 0);
    return decodeSegmentHead(head.subarray(0, read))?.store ?? null;
  } finally {
    closeSync(fd);
  }
};

/**
 * Somebody has put the file of another store into this folder: the journal of the first one is kept
 * aside, because its sequences would be taken for those of the new one. True when there was one.
 * Throws the system's error.
 */
export const setForeignJournalAside = (paths: StorePaths, store: string): boolean => {
  let moved = false;
  for (const { name } of segmentFiles(paths.journal)) {
    const other = storeOf(join(paths.journal, name));
    if (other === null || other === store) continue;
    const target = join(paths.setAside, `nhat-ky-${other}`);
    makeFolder(paths.setAside);
    makeFolder(target);
    renameFile(join(paths.journal, name), join(target, name));
    syncFolder(target);
    moved = true;
  }
  if (moved) syncFolder(paths.journal);
  return moved;
};
