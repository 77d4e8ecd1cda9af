import { inflateSync } from 'node:zlib';
import { Malformed } from '../malformed';
import { asCount, isName, type PdfDictionary, type PdfObject } from './pdf-object';

/** Cross-reference and object streams of very large files stay below this. */
const LARGEST = 64 * 1024 * 1024;

const single = (object: PdfObject | undefined): PdfObject | undefined => {
  if (object?.kind !== 'array') return object;
  if (object.items.length > 1) throw new Malformed('chain of filters');
  return object.items[0];
};

const paeth = (left: number, up: number, corner: number): number => {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

const guess = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return paeth(left, up, corner);
  throw new Malformed('unknown row filter');
};

/** Undoes PNG's row filters; each row begins with the number of its filter. */
const undoPng = (data: Uint8Array, columns: number, size: number): Uint8Array => {
  const rows = Math.floor(data.length / (columns + 1));
  if (rows * (columns + 1) !== data.length) throw new Malformed('row cut off');
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (columns + 1);
    const to = row * columns;
    const filter = data[from] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const left = column < size ? 0 : (out[to + column - size] ?? 0);
      const up = row === 0 ? 0 : (out[to + column - columns] ?? 0);
      const corner = row === 0 || column < size ? 0 : (out[to + column - columns - size] ?? 0);
      out[to + column] = (data[from + 1 + column] ?? 0) + guess(filter, left, up, corner);
    }
  }
  return out;
};

const undoPredictor = (data: Uint8Array, parameters: PdfObject | undefined): Uint8Array => {
  if (parameters?.kind !== 'dictionary') return data;
  const entry = (key: string, otherwise: number): number => {
    const value = parameters.entries.get(key);
    return value === undefined ? otherwise : asCount(value, 65_536);
  };
  const predictor = entry('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || entry('BitsPerComponent', 8) !== 8)
    throw new Malformed('unknown predictor');
  const colors = entry('Colors', 1);
  return undoPng(data, entry('Columns', 1) * colors, colors);
};

/** The decoded data of a stream that is plain or deflated, as structure streams are. */
export const inflateStream = (dictionary: PdfDictionary, data: Uint8Array): Uint8Array => {
  const filter = single(dictionary.entries.get('Filter'));
  if (filter === undefined || filter.kind === 'null') return data;
  if (!isName(filter, 'FlateDecode')) throw new Malformed('unknown filter');
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(data, { maxOutputLength: LARGEST });
  } catch {
    throw new Malformed('stream does not inflate');
  }
  return undoPredictor(inflated, single(dictionary.entries.get('DecodeParms')));
};
