/**
 * DER for the tests, apart from what the program reads and writes it with: a strict reader that
 * judges the program's, and a writer that builds what no library would write.
 */

/** One tag-length-value. `raw` is the whole of it as it stood. */
export interface Der {
  /** The identifier octet. */
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
  /** Of a constructed value; empty for a primitive one. */
  readonly children: readonly Der[];
}

const CONSTRUCTED = 0x20;

const fail = (why: string): never => {
  throw new Error(why);
};

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? fail('cut off');

const readLength = (bytes: Uint8Array, at: number): [length: number, start: number] => {
  const first = byteAt(bytes, at);
  if (first < 0x80) return [first, at + 1];
  const count = first & 0x7f;
  if (count === 0 || count > 4) fail('length out of range');
  let length = 0;
  for (let i = 1; i <= count; i += 1) length = length * 256 + byteAt(bytes, at + i);
  if (length < 0x80 || length < 256 ** (count - 1)) fail('length not in its shortest form');
  return [length, at + 1 + count];
};

/** The value at the start of `bytes`. */
export const readDerPrefix = (bytes: Uint8Array): Der => {
  const tag = byteAt(bytes, 0);
  if ((tag & 0x1f) === 0x1f) fail('high tag number');
  const [length, start] = readLength(bytes, 1);
  const end = start + length;
  if (end > bytes.byteLength) fail('longer than what holds it');
  const content = bytes.subarray(start, end);
  const children: Der[] = [];
  for (let at = 0; (tag & CONSTRUCTED) !== 0 && at < content.byteLength; ) {
    const child = readDerPrefix(content.subarray(at));
    children.push(child);
    at += child.raw.byteLength;
  }
  return { tag, raw: bytes.subarray(0, end), content, children };
};

/** Bytes that are exactly one value. */
export const readDer = (bytes: Uint8Array): Der => {
  const node = readDerPrefix(bytes);
  return node.raw.byteLength === bytes.byteLength ? node : fail('bytes after the value');
};

export const derValue = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  const octets: number[] = [];
  for (let rest = content.byteLength; rest > 0; rest = Math.floor(rest / 256)) {
    octets.unshift(rest % 256);
  }
  const isShort = content.byteLength < 0x80;
  const head = isShort ? [tag, content.byteLength] : [tag, 0x80 | octets.length, ...octets];
  return Buffer.concat([Uint8Array.from(head), content]);
};

export const derSequence = (...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0x30, ...parts);

/** SET OF: DER orders its members by their bytes. */
export const derSetOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  derValue(0x31, ...[...parts].sort(Buffer.compare));

export const derOctets = (bytes: Uint8Array): Uint8Array => derValue(0x04, bytes);

const base128 = (value: number): number[] => {
  const octets = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift((rest % 128) | 0x80);
  }
  return octets;
};

export const derOid = (dotted: string): Uint8Array => {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return derValue(0x06, Uint8Array.from([root * 40 + second, ...arcs].flatMap(base128)));
};
