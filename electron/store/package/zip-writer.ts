import { deflateSync } from 'fflate';
import { crc32 } from './crc32';

/** One part of a package. Large parts come in pieces and are stored as they are. */
export type ZipPart =
  | { readonly name: string; readonly text: string }
  | {
      readonly name: string;
      readonly bytes: number;
      readonly crc: number;
      readonly pieces: () => Iterable<Uint8Array>;
    };

/** 1 January 1980, 00:00: the least a zip can say, and the same on every machine. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

export interface ZipFacts {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
}

/** The head before the data, or the one in the directory. */
export const zipHead = (entry: ZipFacts, isCentral: boolean): Buffer => {
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  let at = bytes.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
  if (isCentral) at = bytes.writeUInt16LE(VERSION, at);
  at = bytes.writeUInt16LE(VERSION, at);
  at = bytes.writeUInt16LE(UTF8_NAMES, at);
  at = bytes.writeUInt16LE(entry.method, at);
  at = bytes.writeUInt16LE(0, at);
  at = bytes.writeUInt16LE(DOS_DATE, at);
  at = bytes.writeUInt32LE(entry.crc, at);
  at = bytes.writeUInt32LE(entry.packed, at);
  at = bytes.writeUInt32LE(entry.bytes, at);
  at = bytes.writeUInt16LE(entry.name.length, at);
  if (isCentral) bytes.writeUInt32LE(entry.offset, 42);
  return bytes;
};

const endOf = (entries: number, size: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(entries, 8);
  bytes.writeUInt16LE(entries, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
};

/**
 * A zip file in pieces, byte for byte the same for the same parts: no times, no extra fields, the
 * packer is our own JavaScript and not the machine's library. Names are ours and plain ASCII.
 */
export function* writeZip(parts: Iterable<ZipPart>): Generator<Uint8Array> {
  const entries: ZipFacts[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'ascii');
    if ('text' in part) {
      const plain = Buffer.from(part.text, 'utf8');
      const packed = deflateSync(plain, { level: 6 });
      const entry = {
        name,
        method: DEFLATED,
        crc: crc32(plain),
        packed: packed.length,
        bytes: plain.length,
        offset,
      };
      entries.push(entry);
      yield Buffer.concat([zipHead(entry, false), name, packed]);
      offset += 30 + name.length + packed.length;
    } else {
      const { bytes, crc } = part;
      const entry = { name, method: 0, crc, packed: bytes, bytes, offset };
      entries.push(entry);
      yield Buffer.concat([zipHead(entry, false), name]);
      yield* part.pieces();
      offset += 30 + name.length + bytes;
    }
  }
  const central = Buffer.concat(entries.flatMap((entry) => [zipHead(entry, true), entry.name]));
  yield central;
  yield endOf(entries.length, central.length, offset);
}
