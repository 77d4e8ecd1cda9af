import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';
import type { RandomAccess } from './random-access';
import { zipHead } from './zip-writer';

/** The file is not one of ours, or was made to do harm; `message` says what for the log. */
export class BadPackage extends Error {}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  readonly dataAt: number;
  readonly packed: number;
  readonly isDeflated: boolean;
}

const END = 22;
const CENTRAL = 46;
const LOCAL = 30;
export const MOST_ENTRIES = 5000;
const NAME = /^[a-z0-9][a-z0-9./-]{0,120}$/;

const bad = (what: string): never => {
  throw new BadPackage(what);
};

/** Only our own shape: no comment, so the end of the directory is the end of the file. */
const readEnd = (file: RandomAccess): { count: number; size: number; offset: number } => {
  if (file.size < END) bad('too short');
  const end = file.read(file.size - END, END);
  if (end.readUInt32LE(0) !== 0x06054b50) bad('no end of directory');
  if (end.readUInt16LE(20) !== 0 || end.readUInt32LE(4) !== 0) bad('a comment or more disks');
  const count = end.readUInt16LE(10);
  const [size, offset] = [end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count !== end.readUInt16LE(8) || count > MOST_ENTRIES) bad('too many entries');
  if (offset + size !== file.size - END) bad('the directory does not end where it should');
  return { count, size, offset };
};

const readEntry = (file: RandomAccess, central: Buffer, at: number): [ZipEntry, number] => {
  if (at + CENTRAL > central.length || central.readUInt32LE(at) !== 0x02014b50) bad('directory');
  const method = central.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) bad('unknown method');
  const [crc, packed, bytes] = [16, 20, 24].map((field) => central.readUInt32LE(at + field)) as [
    number,
    number,
    number,
  ];
  const nameLength = central.readUInt16LE(at + 28);
  if (central.readUInt16LE(at + 30) !== 0 || central.readUInt16LE(at + 32) !== 0)
    bad('extra field');
  const offset = central.readUInt32LE(at + 42);
  const end = at + CENTRAL + nameLength;
  if (end > central.length) bad('directory');
  const name = central.toString('latin1', at + CENTRAL, end);
  if (!NAME.test(name) || name.includes('..') || name.includes('//')) bad('name');
  if (method === 0 && packed !== bytes) bad('sizes');
  // Both heads have to be exactly what our writer makes of these few facts: another reader that
  // believes the other head, or an extra field, would see another file.
  const facts = { name: Buffer.from(name, 'latin1'), method, crc, packed, bytes, offset };
  const local = file.read(offset, LOCAL + nameLength);
  const isOurs =
    central.subarray(at, at + CENTRAL).equals(zipHead(facts, true)) &&
    local.equals(Buffer.concat([zipHead(facts, false), facts.name]));
  if (!isOurs) bad('heads');
  const dataAt = offset + LOCAL + nameLength;
  return [{ name, bytes, crc, dataAt, packed, isDeflated: method === 8 }, end];
};

/** The directory, checked: every byte of the file belongs to exactly one entry or to the directory. */
export const readDirectory = (file: RandomAccess): ReadonlyMap<string, ZipEntry> => {
  const { count, size, offset } = readEnd(file);
  const central = file.read(offset, size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  let expected = 0;
  for (let index = 0; index < count; index += 1) {
    const [entry, next] = readEntry(file, central, at);
    if (entries.has(entry.name)) bad('two entries of one name');
    if (entry.dataAt - LOCAL - entry.name.length !== expected) bad('gap or overlap');
    expected = entry.dataAt + entry.packed;
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== central.length || expected !== offset) bad('gap or overlap');
  return entries;
};

/** A part as a whole, never more than it says it is and never more than `most`. */
export const readPart = (file: RandomAccess, entry: ZipEntry, most: number): Buffer => {
  if (entry.bytes > most) bad('part too large');
  const packed = file.read(entry.dataAt, entry.packed);
  let plain: Buffer = packed;
  if (entry.isDeflated) {
    try {
      plain = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
    } catch {
      bad('cannot be unpacked');
    }
  }
  if (plain.length !== entry.bytes || crc32(plain) !== entry.crc) bad('checksum');
  return plain;
};

const PIECE = 1024 * 1024;

/** A stored part in pieces; its checksum is compared by whoever has its hash. */
export async function* readPieces(file: RandomAccess, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.isDeflated) bad('attachments are stored as they are');
  for (let done = 0; done < entry.bytes; done += PIECE) {
    yield file.read(entry.dataAt + done, Math.min(PIECE, entry.bytes - done));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
