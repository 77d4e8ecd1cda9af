import metrics from '../../../assets/font-metrics/liberation-serif.packed.json';
import type { Face } from '../../model';

/** Font units in one em; widths in this folder are font units unless they say twips. */
export const UNITS_PER_EM = metrics.unitsPerEm;
export const ASCENT = metrics.ascent;
export const DESCENT = metrics.descent;
export const LINE_GAP = metrics.lineGap;

/** How the advances are packed: see scripts/font-metrics. */
const BASE = 57;
const FIRST_DIGIT = 0x23;

interface PackedFace {
  /** First code point of a run of neighbours, how many, and so on. */
  readonly runs: readonly number[];
  /** Two digits for each advance. */
  readonly advances: string;
}

/** Where each run's advances start in the string. */
const offsetsOf = ({ runs }: PackedFace): number[] => {
  const offsets: number[] = [];
  let offset = 0;
  for (let at = 1; at < runs.length; at += 2) {
    offsets.push(offset);
    offset += 2 * (runs[at] ?? 0);
  }
  return offsets;
};

const offsets = new Map<Face, readonly number[]>();

/**
 * Advance width in font units, or `null` for a code point that the face cannot draw. Read from the
 * packed text each time; who measures much keeps what it has met (`drawnAdvances`).
 */
export const glyphAdvance = (face: Face, codePoint: number): number | null => {
  const packed: PackedFace = metrics.faces[face];
  const { runs, advances } = packed;
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[2 * middle] ?? 0) <= codePoint) low = middle;
    else high = middle - 1;
  }
  const behind = codePoint - (runs[2 * low] ?? 0);
  if (behind < 0 || behind >= (runs[2 * low + 1] ?? 0)) return null;
  let starts = offsets.get(face);
  if (starts === undefined) {
    starts = offsetsOf(packed);
    offsets.set(face, starts);
  }
  const at = (starts[low] ?? 0) + 2 * behind;
  return (advances.charCodeAt(at) - FIRST_DIGIT) * BASE + advances.charCodeAt(at + 1) - FIRST_DIGIT;
};
