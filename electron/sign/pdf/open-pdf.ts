import { Malformed } from '../malformed';
import { inflateStream } from './inflate-stream';
import {
  asCount,
  asDictionary,
  type IndirectObject,
  isName,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
} from './pdf-object';
import {
  expectWord,
  type PdfCursor,
  readPdfObject,
  readWhole,
  readWord,
  skipWhite,
  spend,
} from './read-pdf-object';
import { mergeXref, readXref, type XrefEntry, type XrefSection } from './read-xref';

/** A PDF read through its cross-reference, strictly: what is not as it should be is `Malformed`. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly trailer: PdfDictionary;
  readonly entryOf: (number: number) => XrefEntry;
  /** `null` for an object that does not exist: PDF lets a reference to nothing mean null. */
  readonly load: (reference: Pick<PdfReference, 'number' | 'generation'>) => IndirectObject | null;
  /** The object itself, whether it stands here or is referred to. */
  readonly resolve: (object: PdfObject | undefined) => PdfObject | undefined;
  /** Reads the object that stands at a place, whatever the cross-reference says. */
  readonly readAt: (offset: number) => IndirectObject;
}

export const LARGEST_PDF = 512 * 1024 * 1024;

/** Enough for a file of thousands of pages; a hostile one ends after seconds, with memory to spare. */
const STEPS = 8_000_000;
const LONGEST_REFERENCE_CHAIN = 32;
/** Objects that are being read because another one needs their length or their data. */
const DEEPEST_LOADING = 16;
const MOST_PACKED = 100_000;

interface Packed {
  readonly data: Uint8Array;
  /** Object number and where it begins in `data`. */
  readonly index: readonly (readonly [number: number, offset: number])[];
}

const FREE: XrefEntry = { kind: 'free' };

export const openPdf = (bytes: Uint8Array): PdfFile => {
  if (bytes.length > LARGEST_PDF) throw new Malformed('file too large');
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') {
    throw new Malformed('does not begin as a PDF');
  }
  const budget = { steps: STEPS };
  const cursorAt = (source: Uint8Array, at: number): PdfCursor => ({ bytes: source, at, budget });
  const sections = readXref(cursorAt(bytes, 0));
  const trailer = asDictionary(sections[0]?.trailer);

  const newest = mergeXref(sections);
  const entryOf = (number: number): XrefEntry => newest.get(number) ?? FREE;

  const loaded = new Map<number, IndirectObject | null>();
  const loading = new Set<number>();
  const packs = new Map<number, Packed>();

  const streamData = (
    cursor: PdfCursor,
    dictionary: PdfDictionary,
  ): { start: number; end: number } => {
    if (bytes[cursor.at] === 13) cursor.at += 1;
    if (bytes[cursor.at] !== 10) throw new Malformed('stream without a line end');
    const start = cursor.at + 1;
    const length = asCount(resolve(dictionary.entries.get('Length')), bytes.length - start);
    cursor.at = start + length;
    expectWord(cursor, 'endstream');
    return { start, end: start + length };
  };

  const readAt = (offset: number): IndirectObject => {
    if (offset >= bytes.length) throw new Malformed('object outside the file');
    const cursor = cursorAt(bytes, offset);
    const number = readWhole(cursor);
    const generation = readWhole(cursor);
    expectWord(cursor, 'obj');
    const value = readPdfObject(cursor);
    skipWhite(cursor);
    let word = readWord(cursor);
    let data: IndirectObject['data'] = null;
    if (word === 'stream') {
      data = streamData(cursor, asDictionary(value));
      skipWhite(cursor);
      word = readWord(cursor);
    }
    if (word !== 'endobj') throw new Malformed('object without an end');
    return {
      number,
      generation,
      value,
      source: bytes,
      data,
      packed: false,
      start: offset,
      end: cursor.at,
    };
  };

  const openPack = (number: number): Packed => {
    const known = packs.get(number);
    if (known !== undefined) return known;
    const entry = entryOf(number);
    if (entry.kind !== 'offset') throw new Malformed('object stream inside another');
    const holder = load({ number, generation: entry.generation });
    const dictionary = asDictionary(holder?.value);
    if (holder?.data == null || !isName(dictionary.entries.get('Type'), 'ObjStm')) {
      throw new Malformed('no object stream');
    }
    const data = inflateStream(dictionary, bytes.subarray(holder.data.start, holder.data.end));
    const first = asCount(resolve(dictionary.entries.get('First')), data.length);
    const count = asCount(resolve(dictionary.entries.get('N')), MOST_PACKED);
    const cursor = cursorAt(data, 0);
    const index = Array.from({ length: count }, () => {
      const packed = readWhole(cursor);
      return [packed, first + readWhole(cursor)] as const;
    });
    spend(cursor, data.length >> 8);
    const pack = { data, index };
    packs.set(number, pack);
    return pack;
  };

  const readPacked = (number: number, stream: number, index: number): IndirectObject => {
    const { data, index: places } = openPack(stream);
    const place = places[index];
    if (place === undefined || place[0] !== number || place[1] > data.length) {
      throw new Malformed('object stream does not hold the object');
    }
    const cursor = cursorAt(data, place[1]);
    const value = readPdfObject(cursor);
    return {
      number,
      generation: 0,
      value,
      source: data,
      data: null,
      packed: true,
      start: value.start,
      end: value.end,
    };
  };

  const loadNew = (number: number): IndirectObject | null => {
    const entry = entryOf(number);
    if (entry.kind === 'free') return null;
    if (entry.kind === 'packed') return readPacked(number, entry.stream, entry.index);
    const object = readAt(entry.offset);
    if (object.number !== number || object.generation !== entry.generation) {
      throw new Malformed('another object stands where the cross-reference points');
    }
    return object;
  };

  const load: PdfFile['load'] = ({ number, generation }) => {
    let object = loaded.get(number);
    if (object === undefined) {
      if (loading.has(number) || loading.size > DEEPEST_LOADING) {
        throw new Malformed('object needs itself');
      }
      loading.add(number);
      object = loadNew(number);
      loading.delete(number);
      loaded.set(number, object);
    }
    return object !== null && object.generation === generation ? object : null;
  };

  const resolve: PdfFile['resolve'] = (object) => {
    let value = object;
    for (let i = 0; value?.kind === 'reference'; i += 1) {
      if (i > LONGEST_REFERENCE_CHAIN) throw new Malformed('references in a circle');
      value = load(value)?.value;
    }
    return value?.kind === 'null' ? undefined : value;
  };

  return { bytes, sections, trailer, entryOf, load, resolve, readAt };
};
