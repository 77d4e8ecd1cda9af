import { crc32, inflateRawSync } from 'node:zlib';
import { Malformed } from '../malformed';
import {
  CENTRAL_HEADER,
  CENTRAL_SIZE,
  DEFLATED,
  END_OF_DIRECTORY,
  END_SIZE,
  LOCAL_HEADER,
  LOCAL_SIZE,
  STORED,
  type ZipEntry,
} from './zip-format';

const LARGEST_FILE = 512 * 1024 * 1024;
const MOST_ENTRIES = 5000;
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_TOTAL = 512 * 1024 * 1024;
const LONGEST_COMMENT = 0xffff;

const NAME = /^(?!\/)(?!.*\/\/)[\x21-\x7e ]{1,255}$/;

interface Place {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const findEnd = (bytes: Buffer): number => {
  const earliest = Math.max(0, bytes.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.byteLength - END_SIZE; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Malformed('no package');
};

const readCentral = (bytes: Buffer, at: number, limit: number): { place: Place; next: number } => {
  if (at + CENTRAL_SIZE > limit || bytes.readUInt32LE(at) !== CENTRAL_HEADER) {
    throw new Malformed('no entry of the directory');
  }
  const flags = bytes.readUInt16LE(at + 8);
  const nameLength = bytes.readUInt16LE(at + 28);
  const next =
    at + CENTRAL_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const name = bytes.toString('latin1', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
  if ((flags & 1) !== 0 || next > limit) throw new Malformed('entry is locked or cut off');
  if (!NAME.test(name) || name.split('/').includes('..')) throw new Malformed('odd name');
  const place = {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  if (place.size > LARGEST_PART) throw new Malformed('part too large');
  return { place, next };
};

/** Raw DEFLATE; `null` when it does not inflate to exactly `size` bytes. */
const inflate = (data: Uint8Array, size: number): Uint8Array | null => {
  try {
    const content = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    return content.byteLength === size ? content : null;
  } catch {
    return null;
  }
};

const readEntry = (bytes: Buffer, place: Place): ZipEntry & { end: number } => {
  const { name, method, crc, packedSize, size, offset } = place;
  if (offset + LOCAL_SIZE > bytes.byteLength || bytes.readUInt32LE(offset) !== LOCAL_HEADER) {
    throw new Malformed('no file where the directory points');
  }
  const nameLength = bytes.readUInt16LE(offset + 26);
  const nameAt = offset + LOCAL_SIZE;
  const start = nameAt + nameLength + bytes.readUInt16LE(offset + 28);
  const end = start + packedSize;
  if (end > bytes.byteLength || bytes.toString('latin1', nameAt, nameAt + nameLength) !== name) {
    throw new Malformed('file and directory differ');
  }
  if (method !== STORED && method !== DEFLATED) throw new Malformed('unknown compression');
  const compressed = bytes.subarray(start, end);
  const content = method === STORED ? compressed : inflate(compressed, size);
  if (content === null || content.byteLength !== size || crc32(content) !== crc) {
    throw new Malformed('part is damaged');
  }
  return { name, method, crc, compressed, content, end };
};

/**
 * All files of a package in the directory's order, folders left out. Throws `Malformed` for what a
 * DOCX never is: locked, overlapping, doubled or oversized.
 */
export const readZip = (file: Uint8Array): readonly ZipEntry[] => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.byteLength < END_SIZE || bytes.byteLength > LARGEST_FILE)
    throw new Malformed('no package');
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Malformed('too many entries');
  const places: Place[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    const { place, next } = readCentral(bytes, at, end);
    places.push(place);
    at = next;
  }
  const names = new Set(places.map(({ name }) => name.toLowerCase()));
  const total = places.reduce((sum, { size }) => sum + size, 0);
  if (names.size !== places.length || total > LARGEST_TOTAL)
    throw new Malformed('doubled or too large');

  let free = 0;
  const entries = new Map<string, ZipEntry>();
  for (const place of [...places].sort((a, b) => a.offset - b.offset)) {
    const entry = readEntry(bytes, place);
    if (place.offset < free) throw new Malformed('files overlap');
    free = entry.end;
    const { name, method, crc, compressed, content } = entry;
    entries.set(name, { name, method, crc, compressed, content });
  }
  return places.flatMap(({ name }) => {
    const entry = entries.get(name);
    return entry === undefined || name.endsWith('/') ? [] : [entry];
  });
};
