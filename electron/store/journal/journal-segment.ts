import { crc32c } from './crc32c';
import { decodeRecord, type JournalRecord, RECORD_MAGIC } from './journal-record';

/**
 * A journal is a row of files. Each begins with 40 bytes: 'BXJF', u32 version, 16 bytes naming the
 * store, u64 first sequence, u32 zero, u32 CRC-32C of all before. Behind the last record stand
 * zeros: room taken beforehand, so that words still find a place when the disk has become full.
 */
export const SEGMENT_HEAD = 40;
const MAGIC = Buffer.from('BXJF', 'latin1');
const VERSION = 1;

export interface SegmentHead {
  readonly store: string;
  readonly firstSeq: number;
}

export const encodeSegmentHead = ({ store, firstSeq }: SegmentHead): Buffer => {
  const head = Buffer.alloc(SEGMENT_HEAD);
  MAGIC.copy(head, 0);
  head.writeUInt32LE(VERSION, 4);
  Buffer.from(store, 'hex').copy(head, 8, 0, 16);
  head.writeBigUInt64LE(BigInt(firstSeq), 24);
  head.writeUInt32LE(crc32c(head.subarray(0, 36)), 36);
  return head;
};

export const decodeSegmentHead = (bytes: Buffer): SegmentHead | null => {
  if (bytes.length < SEGMENT_HEAD || !bytes.subarray(0, 4).equals(MAGIC)) return null;
  if (bytes.readUInt32LE(36) !== crc32c(bytes.subarray(0, 36))) return null;
  return {
    store: bytes.toString('hex', 8, 24),
    firstSeq: Number(bytes.readBigUInt64LE(24)),
  };
};

export interface SegmentReading {
  /** null: the head is damaged; its records may still be good. */
  readonly head: SegmentHead | null;
  readonly records: readonly JournalRecord[];
  /** Where the next record may be written. */
  readonly end: number;
  /** Bytes that are neither records nor empty room: flipped bits, or a write that was cut off. */
  readonly damagedBytes: number;
}

const nextRecordFrom = (bytes: Buffer, from: number): number => {
  for (
    let at = bytes.indexOf(RECORD_MAGIC, from);
    at >= 0;
    at = bytes.indexOf(RECORD_MAGIC, at + 1)
  ) {
    if (decodeRecord(bytes, at) !== null) return at;
  }
  return -1;
};

const usedBytes = (bytes: Buffer, from: number): number => {
  let end = bytes.length;
  while (end > from && bytes[end - 1] === 0) end -= 1;
  return end - from;
};

/** Everything readable in a segment, whatever else is damaged. */
export const readSegment = (bytes: Buffer): SegmentReading => {
  const records: JournalRecord[] = [];
  let damagedBytes = 0;
  let at = SEGMENT_HEAD;
  for (;;) {
    const found = decodeRecord(bytes, at);
    if (found !== null) {
      records.push(found.record);
      at = found.next;
      continue;
    }
    const next = at < bytes.length ? nextRecordFrom(bytes, at) : -1;
    if (next < 0) break;
    damagedBytes += next - at;
    at = next;
  }
  damagedBytes += at < bytes.length ? usedBytes(bytes, at) : 0;
  return { head: decodeSegmentHead(bytes), records, end: at, damagedBytes };
};
