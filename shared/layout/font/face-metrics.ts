import metrics from '../../../assets/font-metrics/liberation-serif.json';
import type { Face } from '../../model';

/** Font units in one em; widths in this folder are font units unless they say twips. */
export const UNITS_PER_EM = metrics.unitsPerEm;
export const ASCENT = metrics.ascent;
export const DESCENT = metrics.descent;
export const LINE_GAP = metrics.lineGap;

/** No advance is that wide. */
const MISSING = 0xffff;
const CODE_POINTS = 0x10000;

const tableOf = (runs: readonly (readonly number[])[]): Uint16Array => {
  const table = new Uint16Array(CODE_POINTS).fill(MISSING);
  for (const [first = 0, ...advances] of runs) table.set(advances, first);
  return table;
};

const tables: Readonly<Record<Face, Uint16Array>> = {
  regular: tableOf(metrics.faces.regular.advances),
  bold: tableOf(metrics.faces.bold.advances),
  italic: tableOf(metrics.faces.italic.advances),
  boldItalic: tableOf(metrics.faces.boldItalic.advances),
};

/** Advance width in font units, or `null` for a code point that the face cannot draw. */
export const glyphAdvance = (face: Face, codePoint: number): number | null => {
  const advance = tables[face][codePoint];
  return advance === undefined || advance === MISSING ? null : advance;
};
