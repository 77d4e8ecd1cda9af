import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32c } from './crc32c';
import { syncFolder, writeFully } from './sync-files';

/**
 * The high-water mark: the last acknowledged sequence, outside of the database, so that a database
 * that has fallen back is noticed. Two slots in two sectors are written in turn; a write that is
 * cut off leaves the other. Slot: 'BXM1', 16 bytes naming the store, u64 sequence, u64 turn, CRC.
 */
export interface MarkReading {
  readonly store: string;
  readonly seq: number;
  readonly turn: number;
}

const MAGIC = Buffer.from('BXM1', 'latin1');
const SLOT = 512;
const USED = 40;

const decodeSlot = (bytes: Buffer): MarkReading | null => {
  if (bytes.length < USED || !bytes.subarray(0, 4).equals(MAGIC)) return null;
  if (bytes.readUInt32LE(36) !== crc32c(bytes.subarray(0, 36))) return null;
  return {
    store: bytes.toString('hex', 4, 20),
    seq: Number(bytes.readBigUInt64LE(20)),
    turn: Number(bytes.readBigUInt64LE(28)),
  };
};

const encodeSlot = ({ store, seq, turn }: MarkReading): Buffer => {
  const slot = Buffer.alloc(SLOT);
  MAGIC.copy(slot, 0);
  Buffer.from(store, 'hex').copy(slot, 4, 0, 16);
  slot.writeBigUInt64LE(BigInt(seq), 20);
  slot.writeBigUInt64LE(BigInt(turn), 28);
  slot.writeUInt32LE(crc32c(slot.subarray(0, 36)), 36);
  return slot;
};

/** The newer of the two slots; null when the file is missing or neither can be read. */
export const readMark = (path: string): MarkReading | null => {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const slots = [bytes.subarray(0, SLOT), bytes.subarray(SLOT, 2 * SLOT)]
    .map((slot) => decodeSlot(slot))
    .filter((slot) => slot !== null);
  return slots.sort((a, b) => b.turn - a.turn)[0] ?? null;
};

export class Mark {
  readonly #fd: number;
  readonly #store: string;
  #turn: number;
  #unsynced = false;

  /** Throws the system's error when the file cannot be written. */
  constructor(path: string, store: string) {
    const before = readMark(path);
    this.#store = store;
    this.#turn = before?.turn ?? 0;
    const isNew = !existsSync(path);
    this.#fd = openSync(path, isNew ? 'wx+' : 'r+', 0o600);
    if (!isNew) return;
    writeFully(this.#fd, Buffer.alloc(2 * SLOT), 0);
    fsyncSync(this.#fd);
    syncFolder(dirname(path));
  }

  write(seq: number): void {
    this.#turn += 1;
    const slot = encodeSlot({ store: this.#store, seq, turn: this.#turn });
    writeFully(this.#fd, slot, (this.#turn % 2) * SLOT);
    this.#unsynced = true;
  }

  sync(): void {
    if (!this.#unsynced) return;
    fdatasyncSync(this.#fd);
    this.#unsynced = false;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
