import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32c } from './crc32c';

/**
 * One record on the disk, little endian:
 *
 *     0  'BXJ1'           magic, also the place to find the way back after a damaged stretch
 *     4  u32              bytes of the payload
 *     8  u64              sequence
 *    16  u32              flags: 1 = payload is raw deflate
 *    20  u32              CRC-32C of bytes 4–19 and the payload
 *    24  payload          UTF-8 JSON
 */
export interface JournalRecord {
  readonly seq: number;
  readonly payload: string;
}

/** A record to be written; its payload is UTF-8. */
export interface NewRecord {
  readonly seq: number;
  readonly payload: Uint8Array;
}

export const RECORD_MAGIC = Buffer.from('BXJ1', 'latin1');
const HEAD = 24;
const DEFLATED = 1;
const WORTH_DEFLATING = 2048;
/** More than any change can be; a length above it is damage, not a record. */
export const MOST_PAYLOAD = 64 * 1024 * 1024;

const checksumOf = (record: Buffer): number =>
  crc32c(record.subarray(HEAD), crc32c(record.subarray(4, 20)));

export const encodeRecord = ({ seq, payload }: NewRecord): Buffer => {
  const deflated = payload.length >= WORTH_DEFLATING;
  const body = deflated ? deflateRawSync(payload, { level: 1 }) : payload;
  const record = Buffer.alloc(HEAD + body.length);
  RECORD_MAGIC.copy(record, 0);
  record.writeUInt32LE(body.length, 4);
  record.writeBigUInt64LE(BigInt(seq), 8);
  record.writeUInt32LE(deflated ? DEFLATED : 0, 16);
  record.set(body, HEAD);
  record.writeUInt32LE(checksumOf(record), 20);
  return record;
};

/** The record at `at` and where the next one would begin; null when there is none, or a damaged one. */
export const decodeRecord = (
  bytes: Buffer,
  at: number,
): { readonly record: JournalRecord; readonly next: number } | null => {
  if (at + HEAD > bytes.length || !bytes.subarray(at, at + 4).equals(RECORD_MAGIC)) return null;
  const length = bytes.readUInt32LE(at + 4);
  const next = at + HEAD + length;
  if (length > MOST_PAYLOAD || next > bytes.length) return null;
  const whole = bytes.subarray(at, next);
  if (whole.readUInt32LE(20) !== checksumOf(whole)) return null;
  const seq = Number(whole.readBigUInt64LE(8));
  const body = whole.subarray(HEAD);
  const deflated = (whole.readUInt32LE(16) & DEFLATED) !== 0;
  const payload = (
    deflated ? inflateRawSync(body, { maxOutputLength: 4 * MOST_PAYLOAD }) : body
  ).toString('utf8');
  return { record: { seq, payload }, next };
};
