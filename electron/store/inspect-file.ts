import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { APPLICATION_ID } from './connect';
import { looksForeign } from './looks-foreign';

/** What stands in the first bytes of a database file, found without opening it as one. */
export type FileLook =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  /** Not a SQLite file, or shorter than a head. */
  | { readonly kind: 'no-database'; readonly isForeign: boolean }
  | { readonly kind: 'database'; readonly applicationId: number; readonly schemaVersion: number };

const HEAD = 100;
/** Enough to tell a text from garbage. */
const PIECE = 4096;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * To be called while no connection is open: closing any handle of a file drops the locks that
 * SQLite holds on it in the same process. Throws the system's error when the file cannot be read.
 */
export const inspectFile = (path: string): FileLook => {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { kind: 'missing' };
  if (size === 0) return { kind: 'empty' };
  const head = Buffer.alloc(PIECE);
  const fd = openSync(path, 'r');
  try {
    const read = readSync(fd, head, 0, PIECE, 0);
    if (read < HEAD || !head.subarray(0, MAGIC.length).equals(MAGIC)) {
      return { kind: 'no-database', isForeign: looksForeign(head.subarray(0, read)) };
    }
  } finally {
    closeSync(fd);
  }
  return {
    kind: 'database',
    applicationId: head.readUInt32BE(APPLICATION_ID_AT),
    schemaVersion: head.readUInt32BE(USER_VERSION_AT),
  };
};

export const isOurs = (look: FileLook): boolean =>
  look.kind === 'database' && look.applicationId === APPLICATION_ID;
