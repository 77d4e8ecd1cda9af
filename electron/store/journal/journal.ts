import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { encodeRecord, type JournalRecord, type NewRecord } from './journal-record';
import { encodeSegmentHead, readSegment, SEGMENT_HEAD } from './journal-segment';
import { makeFolder, syncFolder, writeFully } from './sync-files';

/** As the system says that a disk, or a person's share of it, is full. */
const NO_ROOM = /^(ENOSPC|EDQUOT|EFBIG|Unknown system error -122)$/;
const NAME = /^(\d{16})-(\d{4})\.bxj$/;

interface SegmentFile {
  readonly name: string;
  readonly firstSeq: number;
  readonly turn: number;
}

/** Segments in the order they were begun. */
export const segmentFiles = (folder: string): SegmentFile[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const match = NAME.exec(name);
      return match === null ? [] : [{ name, firstSeq: Number(match[1]), turn: Number(match[2]) }];
    })
    .sort((a, b) => a.firstSeq - b.firstSeq || a.turn - b.turn);

export interface JournalReading {
  /** Stores named by the segment heads; more than one when files of two stores were mixed. */
  readonly stores: readonly string[];
  /** In order of sequence; where two have the same, the later written stands. */
  readonly records: readonly JournalRecord[];
  readonly damagedBytes: number;
}

/**
 * Reads what the journal holds after `afterSeq` of one store (of any, without `store`). Segments
 * that can only hold older records are not read.
 */
export const readJournal = (
  folder: string,
  afterSeq: number,
  store: string | null,
): JournalReading => {
  const files = segmentFiles(folder);
  const stores = new Set<string>();
  const bySeq = new Map<number, JournalRecord>();
  let damagedBytes = 0;
  for (const [index, file] of files.entries()) {
    const next = files[index + 1];
    if (next !== undefined && next.firstSeq <= afterSeq + 1) continue;
    const reading = readSegment(readFileSync(join(folder, file.name)));
    damagedBytes += reading.damagedBytes + (reading.head === null ? 1 : 0);
    if (reading.head !== null) stores.add(reading.head.store);
    if (store !== null && reading.head !== null && reading.head.store !== store) continue;
    for (const record of reading.records) if (record.seq > afterSeq) bySeq.set(record.seq, record);
  }
  return {
    stores: [...stores],
    records: [...bySeq.values()].sort((a, b) => a.seq - b.seq),
    damagedBytes,
  };
};

export interface JournalOptions {
  readonly folder: string;
  readonly store: string;
  /** Bytes of a segment, taken beforehand. */
  readonly reserve: number;
}

/** The writing end. Every method throws the system's error and may be called again afterwards. */
export class Journal {
  readonly #options: JournalOptions;
  #fd: number | null = null;
  #end = 0;
  /** Set when the bytes behind `#end` may not be zeros any more. */
  #unclean = false;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Goes on in the newest segment when it is whole and of this store, else begins one. */
  open(nextSeq: number): void {
    const { folder, store } = this.#options;
    makeFolder(folder);
    const newest = segmentFiles(folder).at(-1);
    const path = newest === undefined ? null : join(folder, newest.name);
    const bytes = path === null ? Buffer.alloc(0) : readFileSync(path);
    const { head, damagedBytes, end } = readSegment(bytes);
    const usable = head?.store === store && damagedBytes === 0 && end < bytes.length;
    if (path === null || !usable) {
      this.rotate(nextSeq);
      return;
    }
    this.#fd = openSync(path, 'r+');
    this.#end = end;
    this.#unclean = false;
  }

  /** Begins a new segment whose first record will be `nextSeq`. */
  rotate(nextSeq: number): void {
    this.close();
    this.#begin(nextSeq, (fd) => this.#takeRoom(fd));
  }

  /**
   * The same where nothing forces it: not when nothing was written since the last time, and not when
   * there is no room to take beforehand; then the room of the present segment is worth more.
   */
  renew(nextSeq: number): void {
    if (this.#fd !== null && this.#end === SEGMENT_HEAD) return;
    const before = this.#fd;
    try {
      this.#begin(nextSeq, (fd) => this.#fillRoom(fd));
    } catch (error) {
      if (!NO_ROOM.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return;
    }
    if (before !== null) closeSync(before);
  }

  #begin(nextSeq: number, takeRoom: (fd: number) => void): void {
    const { folder, store } = this.#options;
    const first = String(nextSeq).padStart(16, '0');
    const turn = segmentFiles(folder).filter(({ firstSeq }) => firstSeq === nextSeq).length;
    const path = join(folder, `${first}-${String(turn).padStart(4, '0')}.bxj`);
    const fd = openSync(path, 'wx+', 0o600);
    try {
      writeFully(fd, encodeSegmentHead({ store, firstSeq: nextSeq }), 0);
      takeRoom(fd);
      fsyncSync(fd);
      syncFolder(folder);
    } catch (error) {
      closeSync(fd);
      unlinkSync(path);
      throw error;
    }
    this.#fd = fd;
    this.#end = SEGMENT_HEAD;
    this.#unclean = false;
  }

  /** Appends and syncs: when this returns, the records are on the disk. */
  append(records: readonly NewRecord[]): void {
    const first = records[0];
    if (first === undefined) return;
    const bytes =
      records.length === 1 ? encodeRecord(first) : Buffer.concat(records.map(encodeRecord));
    if (this.#fd === null || this.#unclean || this.#isFull(bytes.length)) this.rotate(first.seq);
    const fd = this.#fd;
    if (fd === null) return;
    try {
      writeFully(fd, bytes, this.#end);
      fdatasyncSync(fd);
      this.#end += bytes.length;
    } catch (error) {
      // After a failed sync nobody knows what the disk holds: never write to this file again.
      this.#unclean = true;
      throw error;
    }
  }

  /** Removes whole segments whose records are all ≤ `seq`. Gives the number removed. */
  dropUpTo(seq: number): number {
    const { folder } = this.#options;
    const files = segmentFiles(folder);
    let dropped = 0;
    for (const [index, file] of files.entries()) {
      const next = files[index + 1];
      if (next === undefined || next.firstSeq > seq + 1) break;
      unlinkSync(join(folder, file.name));
      dropped += 1;
    }
    if (dropped > 0) syncFolder(folder);
    return dropped;
  }

  close(): void {
    if (this.#fd === null) return;
    const fd = this.#fd;
    this.#fd = null;
    closeSync(fd);
  }

  /** A record larger than a segment still gets one of its own, which then grows. */
  #isFull(bytes: number): boolean {
    return this.#end + bytes > this.#options.reserve && this.#end > SEGMENT_HEAD;
  }

  #fillRoom(fd: number): void {
    writeFully(fd, Buffer.alloc(this.#options.reserve - SEGMENT_HEAD), SEGMENT_HEAD);
  }

  #takeRoom(fd: number): void {
    try {
      this.#fillRoom(fd);
    } catch {
      // No room to take: the segment grows with each record instead, as long as that goes.
      ftruncateSync(fd, SEGMENT_HEAD);
    }
  }
}
