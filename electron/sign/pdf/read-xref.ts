import { Malformed } from '../malformed';
import { inflateStream } from './inflate-stream';
import { asArray, asCount, asDictionary, isName, type PdfDictionary } from './pdf-object';
import {
  expectWord,
  type PdfCursor,
  readPdfObject,
  readWhole,
  readWord,
  skipWhite,
  spend,
} from './read-pdf-object';

/** Where one object stands, as one section of the cross-reference says. */
export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** One section, table or stream. Each save of a file adds one. */
export interface XrefSection {
  readonly start: number;
  readonly isStream: boolean;
  /** Of a stream that only adds to the table before it (files for old and new readers at once). */
  readonly besideTable: boolean;
  readonly trailer: PdfDictionary;
  readonly entries: ReadonlyMap<number, XrefEntry>;
}

const MOST_SECTIONS = 512;
const MOST_OBJECTS = 2_000_000;
const LARGEST_GENERATION = 65_535;

const readTableLine = (cursor: PdfCursor): XrefEntry => {
  const offset = readWhole(cursor);
  const generation = readWhole(cursor);
  skipWhite(cursor);
  const kind = readWord(cursor);
  if (kind === 'f') return { kind: 'free' };
  if (kind !== 'n' || generation > LARGEST_GENERATION) throw new Malformed('no entry of a table');
  return { kind: 'offset', offset, generation };
};

const readTable = (cursor: PdfCursor, start: number): XrefSection => {
  const entries = new Map<number, XrefEntry>();
  for (;;) {
    skipWhite(cursor);
    const back = cursor.at;
    if (readWord(cursor) === 'trailer') break;
    cursor.at = back;
    const first = readWhole(cursor);
    const count = readWhole(cursor);
    if (first + count > MOST_OBJECTS) throw new Malformed('too many objects');
    for (let i = 0; i < count; i += 1) {
      if (entries.has(first + i)) throw new Malformed('an object is listed twice');
      entries.set(first + i, readTableLine(cursor));
    }
  }
  return {
    start,
    isStream: false,
    besideTable: false,
    trailer: asDictionary(readPdfObject(cursor)),
    entries,
  };
};

/** The data of the stream whose dictionary was just read; its length must stand there itself. */
const readOwnStream = (cursor: PdfCursor, dictionary: PdfDictionary): Uint8Array => {
  expectWord(cursor, 'stream');
  if (cursor.bytes[cursor.at] === 13) cursor.at += 1;
  if (cursor.bytes[cursor.at] !== 10) throw new Malformed('stream without a line end');
  const from = cursor.at + 1;
  const length = asCount(dictionary.entries.get('Length'), cursor.bytes.length - from);
  cursor.at = from + length;
  expectWord(cursor, 'endstream');
  return inflateStream(dictionary, cursor.bytes.subarray(from, from + length));
};

const field = (data: Uint8Array, at: number, width: number): number => {
  let value = 0;
  for (let i = 0; i < width; i += 1) value = value * 256 + (data[at + i] ?? 0);
  return value;
};

const streamEntry = (data: Uint8Array, at: number, widths: readonly number[]): XrefEntry => {
  const [first = 0, second = 0, third = 0] = widths;
  const kind = first === 0 ? 1 : field(data, at, first);
  const a = field(data, at + first, second);
  const b = field(data, at + first + second, third);
  if (kind === 1 && b <= LARGEST_GENERATION) return { kind: 'offset', offset: a, generation: b };
  if (kind === 2) return { kind: 'packed', stream: a, index: b };
  return { kind: 'free' };
};

const readStream = (cursor: PdfCursor, start: number): XrefSection => {
  readWhole(cursor);
  readWhole(cursor);
  expectWord(cursor, 'obj');
  const trailer = asDictionary(readPdfObject(cursor));
  if (!isName(trailer.entries.get('Type'), 'XRef')) throw new Malformed('no cross-reference');
  const data = readOwnStream(cursor, trailer);
  const widths = asArray(trailer.entries.get('W')).items.map((item) => asCount(item, 8));
  const size = asCount(trailer.entries.get('Size'), MOST_OBJECTS);
  const index = trailer.entries.get('Index');
  const ranges =
    index === undefined
      ? [0, size]
      : asArray(index).items.map((item) => asCount(item, MOST_OBJECTS));
  const width = widths.reduce((sum, one) => sum + one, 0);
  if (widths.length !== 3 || width === 0) throw new Malformed('entries without a width');

  const entries = new Map<number, XrefEntry>();
  let at = 0;
  for (let range = 0; range < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    const count = ranges[range + 1] ?? 0;
    if (at + count * width > data.length) throw new Malformed('cross-reference cut off');
    spend(cursor, count);
    for (let i = 0; i < count; i += 1, at += width) {
      if (entries.has(first + i)) throw new Malformed('an object is listed twice');
      entries.set(first + i, streamEntry(data, at, widths));
    }
  }
  return { start, isStream: true, besideTable: false, trailer, entries };
};

const readSection = (cursor: PdfCursor, start: number): XrefSection => {
  if (start >= cursor.bytes.length) throw new Malformed('cross-reference outside the file');
  cursor.at = start;
  const back = cursor.at;
  if (readWord(cursor) === 'xref') return readTable(cursor, start);
  cursor.at = back;
  return readStream(cursor, start);
};

const START_XREF = 'startxref';
/** How far from the end readers look for the last startxref. */
const TAIL = 2048;

/** The number after the last `startxref` before `end`. */
export const lastStartXref = (cursor: PdfCursor, end: number): number => {
  const from = Math.max(0, end - TAIL);
  const tail = Buffer.from(cursor.bytes.subarray(from, end)).toString('latin1');
  const at = tail.lastIndexOf(START_XREF);
  if (at < 0) throw new Malformed('no startxref');
  cursor.at = from + at + START_XREF.length;
  const value = readWhole(cursor);
  skipLineTo(cursor, end);
  return value;
};

/** After the number comes the end-of-file mark and nothing else of substance is read. */
const skipLineTo = (cursor: PdfCursor, end: number): void => {
  while (cursor.at < end && cursor.bytes[cursor.at] !== 0x25) cursor.at += 1;
  const mark = Buffer.from(cursor.bytes.subarray(cursor.at, cursor.at + 5)).toString('latin1');
  if (mark !== '%%EOF') throw new Malformed('no end-of-file mark');
};

/** All sections, newest first. Throws `Malformed`; never repairs. */
export const readXref = (cursor: PdfCursor): readonly XrefSection[] => {
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  const readOnce = (start: number): XrefSection => {
    if (seen.has(start) || seen.size >= MOST_SECTIONS) throw new Malformed('sections in a circle');
    seen.add(start);
    return readSection(cursor, start);
  };
  let next: number | undefined = lastStartXref(cursor, cursor.bytes.length);
  while (next !== undefined) {
    const section = readOnce(next);
    sections.push(section);
    const beside = section.trailer.entries.get('XRefStm');
    if (beside !== undefined && !section.isStream) {
      sections.push({ ...readOnce(asCount(beside)), besideTable: true });
    }
    const previous = section.trailer.entries.get('Prev');
    next = previous === undefined ? undefined : asCount(previous);
  }
  return sections;
};

/**
 * What the sections say together: the newest word about each object counts. In a table with a
 * stream beside it, the table calls free what only the stream knows.
 */
export const mergeXref = (sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> => {
  const newest = new Map<number, XrefEntry>();
  sections.forEach((section, at) => {
    const beside = sections[at + 1]?.besideTable === true ? sections[at + 1] : undefined;
    for (const [number, entry] of section.entries) {
      const leftToStream = entry.kind === 'free' && beside?.entries.has(number) === true;
      if (!newest.has(number) && !leftToStream) newest.set(number, entry);
    }
  });
  return newest;
};
