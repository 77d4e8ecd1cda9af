import type { Face } from '../../model';
import { drawnCodePoint, isInvisible } from '../font/drawn-character';
import { glyphAdvance } from '../font/face-metrics';

/**
 * Widths of code units as they are drawn, in one lookup: of each letter of prose the advance plus one.
 * 0 says that the letter was not met yet (`lookAtUnit` then), `NEEDS_A_LOOK` that more has to be known:
 * no glyph, no width, half of a pair, or perhaps not composed.
 */
export const NEEDS_A_LOOK = 0xffff;

const FIRST_COMBINING = 0x300;
const LAST_COMBINING = 0x36f;
const LAST_VIETNAMESE = 0x1eff;
/** Above, every letter needs a look. */
const UNITS = LAST_VIETNAMESE + 1;

/** Combining marks, and everything above the Vietnamese letters: text with it may be in another form. */
export const mayBeDecomposed = (codePoint: number): boolean =>
  codePoint >= FIRST_COMBINING && (codePoint <= LAST_COMBINING || codePoint > LAST_VIETNAMESE);

const tables = new Map<Face, Uint16Array>();

/** Shared by all paragraphs of a face; its size is fixed. */
export const drawnAdvances = (face: Face): Uint16Array => {
  const known = tables.get(face);
  if (known !== undefined) return known;
  const table = new Uint16Array(UNITS);
  tables.set(face, table);
  return table;
};

/** Fills in what `table` says of a unit within it, and gives it. */
export const lookAtUnit = (table: Uint16Array, face: Face, unit: number): number => {
  const advance =
    isInvisible(unit) || mayBeDecomposed(unit) ? null : glyphAdvance(face, drawnCodePoint(unit));
  const entry = advance === null ? NEEDS_A_LOOK : advance + 1;
  table[unit] = entry;
  return entry;
};
