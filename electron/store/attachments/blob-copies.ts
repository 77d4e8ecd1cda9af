import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { placeFile } from '../create-database';
import { makeFolder, tryRemoveFile } from '../journal/sync-files';
import { CHUNK } from './blob-file';

/**
 * Second copies of contents beside the backups, one file for each, named by its hash: a content
 * never changes, so it is copied once and any backup may point at it.
 */
const NAME = /^[0-9a-f]{64}\.bin$/;
const TEMPORARY = /\.dang-ghi$/;

export const copiesFolder = (backups: string): string => join(backups, 'tai-lieu');

export const contentFile = (backups: string, content: string): string =>
  join(copiesFolder(backups), `${content}.bin`);

/** A file of the right size; whether its bytes are right says `checkContents`. */
export const hasCopy = (backups: string, content: string, bytes: number): boolean =>
  statSync(contentFile(backups, content), { throwIfNoEntry: false })?.size === bytes;

/** A copy that is being written; it has no name of its own until it is whole and synced. */
export class NewCopy {
  readonly #backups: string;
  readonly #temporary: string;
  readonly #file: FileHandle;
  #open = true;

  private constructor(backups: string, temporary: string, file: FileHandle) {
    this.#backups = backups;
    this.#temporary = temporary;
    this.#file = file;
  }

  /** Rejects with the system's error. */
  static async begin(backups: string): Promise<NewCopy> {
    makeFolder(backups);
    makeFolder(copiesFolder(backups));
    const temporary = join(copiesFolder(backups), `${randomUUID()}.dang-ghi`);
    return new NewCopy(backups, temporary, await open(temporary, 'wx', 0o600));
  }

  async write(piece: Uint8Array): Promise<void> {
    await this.#file.writeFile(piece);
  }

  /** Syncs and names it; replaces one of that name, which can only hold the same or be damaged. */
  async place(content: string): Promise<void> {
    // Here the disk may take its time; in `placeFile` there is little left to sync.
    await this.#file.sync();
    await this.#close();
    placeFile(this.#temporary, contentFile(this.#backups, content));
  }

  async drop(): Promise<void> {
    await this.#close().catch(() => undefined);
    tryRemoveFile(this.#temporary);
  }

  async #close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#file.close();
  }
}

/** Writes a content beside the backups; false when its pieces are not what its name says. Rejects. */
export const writeCopy = async (
  backups: string,
  content: string,
  pieces: Iterable<Uint8Array | null>,
): Promise<boolean> => {
  const hash = createHash('sha256');
  const copy = await NewCopy.begin(backups);
  try {
    for (const piece of pieces) {
      if (piece === null) break;
      hash.update(piece);
      await copy.write(piece);
    }
    if (hash.digest('hex') !== content) return false;
    await copy.place(content);
    return true;
  } finally {
    await copy.drop();
  }
};

/** Pieces of a copy from `from` on, unchecked; none where there is no copy. Throws. */
export function* copyPieces(backups: string, content: string, from = 0): Generator<Uint8Array> {
  const path = contentFile(backups, content);
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    for (let done = from; ; ) {
      const piece = Buffer.alloc(CHUNK);
      const read = readSync(fd, piece, 0, CHUNK, done);
      if (read === 0) return;
      done += read;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(fd);
  }
}

/** Removes copies that nothing speaks of. */
export const sweepCopies = (backups: string, wanted: ReadonlySet<string>): void => {
  const folder = copiesFolder(backups);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (NAME.test(name) && !wanted.has(name.slice(0, 64))) tryRemoveFile(join(folder, name));
  }
};

/** Removes what interrupted transfers left; only while none is going on. */
export const sweepUnfinishedCopies = (backups: string): void => {
  const folder = copiesFolder(backups);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (TEMPORARY.test(name)) tryRemoveFile(join(folder, name));
  }
};
