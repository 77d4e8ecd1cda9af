import { Malformed } from '../malformed';
import type { PdfObject } from './pdf-object';

/**
 * A place in PDF text. `steps` is shared by everything read from one file: when it is used up the
 * file is refused, so that no hostile file can keep the program busy.
 */
export interface PdfCursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly budget: { steps: number };
}

const DEEPEST = 64;
/** Signatures and texts are far shorter. */
const LONGEST_STRING = 4 * 1024 * 1024;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const PERCENT = 0x25;
const OPEN_PAREN = 0x28;
const CLOSE_PAREN = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const BACKSLASH = 0x5c;

export const isWhite = (byte: number | undefined): boolean => byte !== undefined && WHITE.has(byte);

const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte);

export const spend = (cursor: PdfCursor, steps = 1): void => {
  cursor.budget.steps -= steps;
  if (cursor.budget.steps < 0) throw new Malformed('too much to read');
};

export const skipWhite = (cursor: PdfCursor): void => {
  const { bytes } = cursor;
  const from = cursor.at;
  for (;;) {
    const byte = bytes[cursor.at];
    if (isWhite(byte)) {
      cursor.at += 1;
    } else if (byte === PERCENT) {
      while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) {
        cursor.at += 1;
      }
    } else break;
  }
  spend(cursor, 1 + ((cursor.at - from) >> 4));
};

/** The run of regular characters here ('obj', '12', 'true'); the cursor is put behind it. */
export const readWord = (cursor: PdfCursor): string => {
  const from = cursor.at;
  while (isRegular(cursor.bytes[cursor.at])) {
    cursor.at += 1;
    if (cursor.at - from > 256) throw new Malformed('word too long');
  }
  spend(cursor);
  return String.fromCharCode(...cursor.bytes.subarray(from, cursor.at));
};

export const expectWord = (cursor: PdfCursor, word: string): void => {
  skipWhite(cursor);
  if (readWord(cursor) !== word) throw new Malformed(`no ${word}`);
};

const WHOLE = /^\d{1,15}$/;
const NUMBER = /^[+-]?(?:\d{1,15}\.?\d{0,15}|\.\d{1,15})$/;

/** A whole number without a sign. */
export const readWhole = (cursor: PdfCursor): number => {
  skipWhite(cursor);
  const word = readWord(cursor);
  if (!WHOLE.test(word)) throw new Malformed('no whole number');
  return Number(word);
};

const hexDigit = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

const readName = (cursor: PdfCursor): PdfObject => {
  const start = cursor.at;
  cursor.at += 1;
  let value = '';
  for (const raw of readWordBytes(cursor)) value += String.fromCharCode(raw);
  return { kind: 'name', value, start, end: cursor.at };
};

const readWordBytes = (cursor: PdfCursor): number[] => {
  const from = cursor.at;
  const out: number[] = [];
  while (isRegular(cursor.bytes[cursor.at])) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    const high = byte === 0x23 ? hexDigit(cursor.bytes[cursor.at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(cursor.bytes[cursor.at + 2]);
    out.push(low < 0 ? byte : high * 16 + low);
    cursor.at += low < 0 ? 1 : 3;
    if (cursor.at - from > 1024) throw new Malformed('name too long');
  }
  spend(cursor);
  return out;
};

const readHexString = (cursor: PdfCursor): PdfObject => {
  const start = cursor.at;
  const { bytes } = cursor;
  const digits: number[] = [];
  for (let at = start + 1; ; at += 1) {
    const byte = bytes[at];
    if (byte === GREATER) {
      cursor.at = at + 1;
      break;
    }
    const digit = hexDigit(byte);
    if (at - start > 2 * LONGEST_STRING) throw new Malformed('string too long');
    if (digit >= 0) digits.push(digit);
    else if (!isWhite(byte)) throw new Malformed('no hexadecimal digit');
  }
  spend(cursor, 1 + (digits.length >> 5));
  if (digits.length % 2 === 1) digits.push(0);
  const out = new Uint8Array(digits.length / 2);
  for (let i = 0; i < out.length; i += 1) {
    out[i] = (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0);
  }
  return { kind: 'string', hex: true, bytes: out, start, end: cursor.at };
};

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** What a backslash at `at` stands for, and where reading goes on. */
const readEscape = (bytes: Uint8Array, at: number): [value: number | null, next: number] => {
  const byte = bytes[at + 1];
  if (byte === undefined) throw new Malformed('string without an end');
  if (byte === 13) return [null, bytes[at + 2] === 10 ? at + 3 : at + 2];
  if (byte === 10) return [null, at + 2];
  let next = at + 1;
  let octal = 0;
  while (next < at + 4 && (bytes[next] ?? 0) >= 0x30 && (bytes[next] ?? 0) <= 0x37) {
    octal = octal * 8 + ((bytes[next] ?? 0) - 0x30);
    next += 1;
  }
  if (next > at + 1) return [octal & 0xff, next];
  return [ESCAPES[String.fromCharCode(byte)] ?? byte, at + 2];
};

const readLiteralString = (cursor: PdfCursor): PdfObject => {
  const start = cursor.at;
  const { bytes } = cursor;
  const out: number[] = [];
  let depth = 1;
  let at = start + 1;
  while (depth > 0) {
    const byte = bytes[at];
    if (byte === undefined) throw new Malformed('string without an end');
    if (at - start > LONGEST_STRING) throw new Malformed('string too long');
    if (byte === BACKSLASH) {
      const [value, next] = readEscape(bytes, at);
      if (value !== null) out.push(value);
      at = next;
      continue;
    }
    if (byte === OPEN_PAREN) depth += 1;
    if (byte === CLOSE_PAREN) depth -= 1;
    if (depth > 0) out.push(byte);
    at += 1;
  }
  cursor.at = at;
  spend(cursor, 1 + ((at - start) >> 4));
  return { kind: 'string', hex: false, bytes: Uint8Array.from(out), start, end: at };
};

const readArray = (cursor: PdfCursor, depth: number): PdfObject => {
  const start = cursor.at;
  cursor.at += 1;
  const items: PdfObject[] = [];
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === CLOSE_BRACKET) break;
    items.push(readPdfObject(cursor, depth + 1));
  }
  cursor.at += 1;
  return { kind: 'array', items, start, end: cursor.at };
};

const readDictionary = (cursor: PdfCursor, depth: number): PdfObject => {
  const start = cursor.at;
  cursor.at += 2;
  const entries = new Map<string, PdfObject>();
  const repeated: string[] = [];
  for (;;) {
    skipWhite(cursor);
    if (cursor.bytes[cursor.at] === GREATER && cursor.bytes[cursor.at + 1] === GREATER) break;
    if (cursor.bytes[cursor.at] !== SLASH) throw new Malformed('dictionary key is no name');
    const key = readName(cursor);
    const value = readPdfObject(cursor, depth + 1);
    const name = key.kind === 'name' ? key.value : '';
    if (entries.has(name)) repeated.push(name);
    entries.set(name, value);
  }
  cursor.at += 2;
  return { kind: 'dictionary', entries, repeated, start, end: cursor.at };
};

/** A number, or the reference that begins with it. */
const readNumberOrReference = (cursor: PdfCursor, start: number, word: string): PdfObject => {
  const number: PdfObject = { kind: 'number', value: Number(word), start, end: cursor.at };
  if (!WHOLE.test(word) || !isWhite(cursor.bytes[cursor.at])) return number;
  const back = cursor.at;
  skipWhite(cursor);
  const generation = readWord(cursor);
  if (WHOLE.test(generation) && isWhite(cursor.bytes[cursor.at])) {
    skipWhite(cursor);
    if (readWord(cursor) === 'R') {
      const end = cursor.at;
      return {
        kind: 'reference',
        number: number.value,
        generation: Number(generation),
        start,
        end,
      };
    }
  }
  cursor.at = back;
  return number;
};

/** The next object; the cursor is put behind it. Throws `Malformed`. */
export const readPdfObject = (cursor: PdfCursor, depth = 0): PdfObject => {
  if (depth > DEEPEST) throw new Malformed('nested too deep');
  skipWhite(cursor);
  const start = cursor.at;
  const byte = cursor.bytes[start];
  if (byte === SLASH) return readName(cursor);
  if (byte === OPEN_PAREN) return readLiteralString(cursor);
  if (byte === OPEN_BRACKET) return readArray(cursor, depth);
  if (byte === LESS) {
    return cursor.bytes[start + 1] === LESS ? readDictionary(cursor, depth) : readHexString(cursor);
  }
  const word = readWord(cursor);
  const end = cursor.at;
  if (word === 'true' || word === 'false') {
    return { kind: 'boolean', value: word === 'true', start, end };
  }
  if (word === 'null') return { kind: 'null', start, end };
  if (!NUMBER.test(word)) throw new Malformed('no object');
  return readNumberOrReference(cursor, start, word);
};
