import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { copiesFolder } from '../../electron/store/attachments/blob-copies';
import { BlobFile } from '../../electron/store/attachments/blob-file';
import { storePaths } from '../../electron/store/store-paths';
import { isPaper, type Papers } from './attachment-workload';

/** Hashes of the files beside the backups; throws where one is not what its name says. */
export const soundCopies = (place: string, papers: Papers): ReadonlySet<string> => {
  const folder = copiesFolder(storePaths(place).backups);
  const copies = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.bin'))
    .map((name) => name.slice(0, -'.bin'.length));
  for (const content of copies) {
    if (!isPaper(papers, content, readFileSync(join(folder, `${content}.bin`)))) {
      throw new Error(`S74: the copy ${content.slice(0, 8)} has its name and is not whole`);
    }
  }
  return new Set(copies);
};

const withPieces = <T>(place: string, work: (pieces: BlobFile) => T): T => {
  const file = BlobFile.open(Database, storePaths(place).attachments);
  try {
    return work(file);
  } finally {
    file.close();
  }
};

const isWholeInPieces = (file: BlobFile, papers: Papers, content: string): boolean => {
  const pieces = [...file.pieces(content)].map((piece) => piece ?? Buffer.alloc(0));
  return isPaper(papers, content, Buffer.concat(pieces));
};

/**
 * S74: throws unless each content is there from either copy alone. `copies`: as they were before a
 * start, which may have mended some.
 */
export const expectTwice = (
  place: string,
  papers: Papers,
  contents: readonly string[],
  copies: ReadonlySet<string>,
): void => {
  if (contents.length === 0) return;
  if (!contents.every((content) => copies.has(content))) throw new Error('S74: no sound copy');
  withPieces(place, (file) => {
    if (!contents.every((content) => isWholeInPieces(file, papers, content))) {
      throw new Error('S74: not whole in pieces');
    }
  });
};
