import { Malformed } from '../malformed';

/** Where an object stands in the bytes it was read from: [start, end). */
interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface PdfNull extends Placed {
  readonly kind: 'null';
}
export interface PdfBoolean extends Placed {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface PdfNumber extends Placed {
  readonly kind: 'number';
  readonly value: number;
}
export interface PdfName extends Placed {
  readonly kind: 'name';
  readonly value: string;
}
export interface PdfString extends Placed {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
  readonly hex: boolean;
}
export interface PdfArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly PdfObject[];
}
export interface PdfReference extends Placed {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}
export interface PdfDictionary extends Placed {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfObject>;
  /** Keys that stand twice: programs disagree which one counts. */
  readonly repeated: readonly string[];
}

export type PdfObject =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfArray
  | PdfReference
  | PdfDictionary;

/** An object with a number of its own. `source` holds it: the file, or a stream that was inflated. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfObject;
  readonly source: Uint8Array;
  /** Of a stream in the file: where its (encoded) data stands. */
  readonly data: { readonly start: number; readonly end: number } | null;
  /** True when it came out of an object stream. */
  readonly packed: boolean;
  /** In `source`: from its number to `endobj`, or the value alone when packed. */
  readonly start: number;
  readonly end: number;
}

export const asDictionary = (object: PdfObject | undefined): PdfDictionary => {
  if (object?.kind !== 'dictionary') throw new Malformed('no dictionary');
  return object;
};

export const asArray = (object: PdfObject | undefined): PdfArray => {
  if (object?.kind !== 'array') throw new Malformed('no array');
  return object;
};

export const asReference = (object: PdfObject | undefined): PdfReference => {
  if (object?.kind !== 'reference') throw new Malformed('no reference');
  return object;
};

/** A whole number from 0 to `most`. */
export const asCount = (object: PdfObject | undefined, most = Number.MAX_SAFE_INTEGER): number => {
  const value = object?.kind === 'number' ? object.value : -1;
  if (!Number.isSafeInteger(value) || value < 0 || value > most) throw new Malformed('no count');
  return value;
};

export const isName = (object: PdfObject | undefined, value: string): boolean =>
  object?.kind === 'name' && object.value === value;

/** A text string: UTF-16 or UTF-8 with its mark, else Latin-1 (PDFDocEncoding for what we need). */
export const textOfString = (object: PdfObject | undefined): string | null => {
  if (object?.kind !== 'string') return null;
  const { bytes } = object;
  const [a, b, c] = bytes;
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes).normalize('NFC');
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return new TextDecoder('utf-8').decode(bytes).normalize('NFC');
  }
  return Buffer.from(bytes).toString('latin1');
};
