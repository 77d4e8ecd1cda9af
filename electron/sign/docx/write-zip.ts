import { crc32 } from 'node:zlib';
import { bytesOf, joinBytes } from '../byte-strings';
import {
  CENTRAL_HEADER,
  CENTRAL_SIZE,
  END_OF_DIRECTORY,
  END_SIZE,
  LOCAL_HEADER,
  LOCAL_SIZE,
  STORED,
  type ZipEntry,
} from './zip-format';

const VERSION = 20;
/** 1 January 1980, midnight: a signed file has its time inside, not on its wrapping. */
const DATE = 0x0021;

/**
 * Stored, not compressed: the same content can be compressed in many ways, so that a byte of a
 * signed file could be changed without changing what comes out. Some tens of kilobytes are the price.
 */
export const storedEntry = (name: string, content: Uint8Array): ZipEntry => ({
  name,
  method: STORED,
  crc: crc32(content),
  compressed: content,
  content,
});

const writeCommon = (header: Buffer, at: number, entry: ZipEntry): void => {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(0, at + 2);
  header.writeUInt16LE(entry.method, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.compressed.byteLength, at + 14);
  header.writeUInt32LE(entry.content.byteLength, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
};

const localHeader = (entry: ZipEntry): Uint8Array => {
  const header = Buffer.alloc(LOCAL_SIZE);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeCommon(header, 4, entry);
  return joinBytes(header, bytesOf(entry.name, 'latin1'));
};

const centralHeader = (entry: ZipEntry, offset: number): Uint8Array => {
  const header = Buffer.alloc(CENTRAL_SIZE);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(offset, 42);
  return joinBytes(header, bytesOf(entry.name, 'latin1'));
};

/**
 * A package in its only form: no compression, dates, comments, extra fields or gaps. Given the same entries it
 * gives the same bytes, so that a verifier can write it again and compare. Names are ASCII.
 */
export const writeZip = (entries: readonly ZipEntry[]): Uint8Array => {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    directory.push(centralHeader(entry, offset));
    files.push(header, entry.compressed);
    offset += header.byteLength + entry.compressed.byteLength;
  }
  const central = joinBytes(...directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return joinBytes(...files, central, end);
};
