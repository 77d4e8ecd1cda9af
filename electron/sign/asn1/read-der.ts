import { Malformed } from '../malformed';

/** One tag-length-value. `raw` is the whole of it as it stood; nothing is ever re-encoded. */
export interface DerNode {
  /** The identifier octet: class, constructed bit and (low) tag number together. */
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
  /** Of a constructed value; empty for a primitive one. */
  readonly children: readonly DerNode[];
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context-specific tags: [n] primitive and [n] constructed. */
export const contextTag = (n: number): number => 0x80 | n;
export const contextConstructed = (n: number): number => 0xa0 | n;

const DEEPEST = 40;
const MOST_NODES = 50_000;
const CONSTRUCTED = 0x20;

interface Reading {
  readonly bytes: Uint8Array;
  /** BER as older PKCS#12 writers emit it: indefinite lengths, lengths longer than needed. */
  readonly ber: boolean;
  nodes: number;
}

const byteAt = (reading: Reading, at: number, end: number): number => {
  const byte = at < end ? reading.bytes[at] : undefined;
  if (byte === undefined) throw new Malformed('value cut off');
  return byte;
};

/** Length octets from `at`: the length (or -1, indefinite) and where the content begins. */
const readLength = (reading: Reading, at: number, end: number): [number, number] => {
  const first = byteAt(reading, at, end);
  if (first < 0x80) return [first, at + 1];
  if (first === 0x80 && reading.ber) return [-1, at + 1];
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new Malformed('length out of range');
  let length = 0;
  for (let i = 1; i <= count; i += 1) length = length * 256 + byteAt(reading, at + i, end);
  const shortest = length < 0x80 ? 0 : Math.ceil(Math.log2(length + 1) / 8);
  if (!reading.ber && count !== shortest) throw new Malformed('length not in its shortest form');
  return [length, at + 1 + count];
};

const isEndOfContents = (reading: Reading, at: number): boolean =>
  reading.bytes[at] === 0 && reading.bytes[at + 1] === 0;

const readNode = (reading: Reading, at: number, end: number, depth: number): DerNode => {
  reading.nodes += 1;
  if (depth > DEEPEST || reading.nodes > MOST_NODES) throw new Malformed('nested too deep');
  const tag = byteAt(reading, at, end);
  if ((tag & 0x1f) === 0x1f) throw new Malformed('high tag number');
  const [length, start] = readLength(reading, at + 1, end);
  const constructed = (tag & CONSTRUCTED) !== 0;
  if (length < 0 && !constructed) throw new Malformed('indefinite length of a primitive value');
  const stop = length < 0 ? end : start + length;
  if (stop > end) throw new Malformed('value longer than what holds it');

  const children: DerNode[] = [];
  let next = start;
  let closed = length >= 0;
  while (constructed && next < stop) {
    if (length < 0 && isEndOfContents(reading, next)) {
      closed = true;
      break;
    }
    const child = readNode(reading, next, stop, depth + 1);
    children.push(child);
    next += child.raw.byteLength;
  }
  if (!closed) throw new Malformed('indefinite value without an end');
  const contentEnd = length < 0 ? next : stop;
  return {
    tag,
    raw: reading.bytes.subarray(at, length < 0 ? next + 2 : stop),
    content: reading.bytes.subarray(start, contentEnd),
    children,
  };
};

/** Reads the value at the start of `bytes`; what follows it is not looked at. */
export const readDerPrefix = (bytes: Uint8Array, ber = false): DerNode =>
  readNode({ bytes, ber, nodes: 0 }, 0, bytes.byteLength, 0);

/** Reads bytes that are exactly one value. */
export const readDer = (bytes: Uint8Array, ber = false): DerNode => {
  const node = readDerPrefix(bytes, ber);
  if (node.raw.byteLength !== bytes.byteLength) throw new Malformed('bytes after the value');
  return node;
};
