import metrics from '../../../assets/font-metrics/liberation-serif.packed.json';
import type { Face } from '../../model';

/** Font units in one em; widths in this folder are font units unless they say twips. */
export const UNITS_PER_EM = metrics.unitsPerEm;
export const ASCENT = metrics.ascent;
export const DESCENT = metrics.descent;
export const LINE_GAP = metrics.lineGap;

/** How the packed advances are written: see scripts/font-metrics. */
const BASE = 57;
const FIRST_DIGIT = 0x23;
const HEAD_DIGITS = 5;

const numberAt = (text: string, at: number, digits: number): number => {
  let value = 0;
  for (let next = at; next < at + digits; next += 1) {
    value = value * BASE + text.charCodeAt(next) - FIRST_DIGIT;
  }
  return value;
};

interface AdvanceRun {
  readonly first: number;
  readonly count: number;
  /** Where its advances stand in the face's text. */
  readonly at: number;
}

const runsOf = (packed: string): AdvanceRun[] => {
  const runs: AdvanceRun[] = [];
  let head = 0;
  while (head < packed.length) {
    const count = numberAt(packed, head + 3, 2);
    runs.push({ first: numberAt(packed, head, 3), count, at: head + HEAD_DIGITS });
    head += HEAD_DIGITS + 2 * count;
  }
  return runs;
};

const CODE_POINTS = 0x10000;
/** In a table: not asked for yet; an advance stands as one more than it is, so that 0 is free. */
const UNKNOWN = 0;
const MISSING = 0xffff;

/**
 * The advances of one face. A run of neighbouring code points is read from the text when the first
 * of them is asked for: prose needs a few hundred of the 2,300 letters, a start should not pay for
 * all of them.
 */
const createAdvances = (packed: string): ((codePoint: number) => number | null) => {
  const runs = runsOf(packed);
  const table = new Uint16Array(CODE_POINTS);

  const read = (codePoint: number): number => {
    const run = runs.findLast(({ first }) => first <= codePoint);
    if (run === undefined || codePoint >= run.first + run.count) {
      table[codePoint] = MISSING;
      return MISSING;
    }
    for (let offset = 0; offset < run.count; offset += 1) {
      table[run.first + offset] = numberAt(packed, run.at + 2 * offset, 2) + 1;
    }
    return table[codePoint] ?? MISSING;
  };

  return (codePoint) => {
    const entry = table[codePoint];
    if (entry === undefined) return null;
    const known = entry === UNKNOWN ? read(codePoint) : entry;
    return known === MISSING ? null : known - 1;
  };
};

const faces = new Map<Face, (codePoint: number) => number | null>();

/** Advance width in font units, or `null` for a code point that the face cannot draw. */
export const glyphAdvance = (face: Face, codePoint: number): number | null => {
  let advances = faces.get(face);
  if (advances === undefined) {
    advances = createAdvances(metrics.faces[face]);
    faces.set(face, advances);
  }
  return advances(codePoint);
};
