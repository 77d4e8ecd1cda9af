import { createHash } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { APPLICATION_ID } from '../connect';
import {
  allBlobs,
  appendChunk,
  beginBlob,
  completeBlob,
  findBlob,
  forgetContent,
  makeChunkTables,
  readChunk,
  removeBlob,
  removeChunks,
} from '../queries/attachment-chunks';
import type { Sqlite, SqliteConstructor } from '../sqlite';

export const CHUNK = 1024 * 1024;
const CHUNKS_A_TURN = 4;

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

const open = (Database: SqliteConstructor, path: string): Sqlite => {
  const db = new Database(path, { timeout: 200 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma(`application_id = ${APPLICATION_ID}`);
    makeChunkTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** The file can no longer be read as a database. */
export const isBrokenFile = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));

/** Moves the file and its companions; a log beside a new file would be taken for its own. */
const setAside = (path: string): void => {
  let turn = 1;
  while (existsSync(`${path}.hong-${turn}`)) turn += 1;
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(`${path}${suffix}`))
      renameSync(`${path}${suffix}`, `${path}.hong-${turn}${suffix}`);
  }
};

/** The file with the bytes of attachments. Every method throws what SQLite throws. */
export class BlobFile {
  readonly #db: Sqlite;

  private constructor(db: Sqlite) {
    this.#db = db;
  }

  /** A file that is no database any more is kept beside and begun anew; the copies fill it again. */
  static open(Database: SqliteConstructor, path: string): BlobFile {
    try {
      return new BlobFile(open(Database, path));
    } catch (error) {
      if (!isBrokenFile(error)) throw error;
      setAside(path);
      return new BlobFile(open(Database, path));
    }
  }

  /** The same for one that turned out to be broken while it was open. */
  reopen(Database: SqliteConstructor, path: string): BlobFile {
    this.#db.close();
    setAside(path);
    return new BlobFile(open(Database, path));
  }

  has(content: string): boolean {
    return findBlob(this.#db, content) !== null;
  }

  begin(): number {
    return beginBlob(this.#db);
  }

  append(blob: number, number: number, data: Uint8Array): void {
    appendChunk(this.#db, blob, number, data, sha256(data));
  }

  complete(blob: number, content: string, bytes: number): void {
    completeBlob(this.#db, blob, content, bytes);
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** Some pieces at a time: hundreds of megabytes at once would hold everything else up. */
  *remove(blob: number): Generator<undefined> {
    while (removeChunks(this.#db, blob, CHUNKS_A_TURN)) yield undefined;
    removeBlob(this.#db, blob);
  }

  /** Its bytes are garbage from now on. */
  forget(content: string): void {
    forgetContent(this.#db, content);
  }

  /** Pieces in order; null in the place of one that is damaged or gone. */
  *pieces(content: string): Generator<Uint8Array | null> {
    const blob = findBlob(this.#db, content);
    for (let number = 0; blob !== null; number += 1) {
      const chunk = readChunk(this.#db, blob, number);
      if (chunk === null) return;
      yield sha256(chunk.data).equals(chunk.sha) ? chunk.data : null;
    }
  }

  /** Removes what an interrupted transfer left, and contents that nobody wants. */
  *sweep(wanted: ReadonlySet<string>): Generator<undefined> {
    for (const { id, sha256: content } of allBlobs(this.#db)) {
      if (content === null || !wanted.has(content)) yield* this.remove(id);
    }
  }

  close(): void {
    this.#db.close();
  }
}
