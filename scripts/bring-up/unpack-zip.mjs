/**
 * Unpacks parts of a zip file with what Node itself has. A program for it is not on every machine,
 * and the package that Electron's own installer uses drops nothing but takes all 25,000 entries.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const inflate = promisify(inflateRaw);

const readAt = (file, position, length) => {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, position + done);
    if (count === 0) throw new Error('zip file ends too early');
    done += count;
  }
  return bytes;
};

const listEntries = (file) => {
  const { size } = fstatSync(file);
  const tailLength = Math.min(size, 65_536 + END_BYTES);
  const tail = readAt(file, size - tailLength, tailLength);
  let at = tailLength - END_BYTES;
  while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1;
  if (at < 0) throw new Error('not a zip file');
  const count = tail.readUInt16LE(at + 10);
  const directory = readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  const entries = [];
  let p = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(p) !== ENTRY) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(p + 28);
    entries.push({
      name: directory.toString('utf8', p + 46, p + 46 + nameLength),
      method: directory.readUInt16LE(p + 10),
      crc: directory.readUInt32LE(p + 16),
      packed: directory.readUInt32LE(p + 20),
      mode: directory.readUInt32LE(p + 38) >>> 16,
      offset: directory.readUInt32LE(p + 42),
    });
    p += 46 + nameLength + directory.readUInt16LE(p + 30) + directory.readUInt16LE(p + 32);
  }
  return entries;
};

const contentOf = async (file, entry) => {
  const header = readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(file, start, entry.packed);
  const content = entry.method === 0 ? packed : await inflate(packed);
  if (crc32(content) !== entry.crc) throw new Error(`damaged in the zip file: ${entry.name}`);
  return content;
};

/** `targetOf` gives each entry its place below `folder`, or undefined to leave it out. */
export const unpackZip = async (zip, folder, targetOf) => {
  const file = openSync(zip, 'r');
  try {
    for (const entry of listEntries(file)) {
      const target = entry.name.endsWith('/') ? undefined : targetOf(entry.name);
      if (target === undefined) continue;
      const place = join(folder, target);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, await contentOf(file, entry), { mode: entry.mode & 0o777 || 0o644 });
    }
  } finally {
    closeSync(file);
  }
};
