import type { Run } from '../../model';
import { drawnCodePoint, isInvisible, TAB } from '../font/drawn-character';
import { glyphAdvance, UNITS_PER_EM } from '../font/face-metrics';
import { type Leeway, NONE } from '../leeway';
import { drawnAdvances, lookAtUnit, mayBeDecomposed, NEEDS_A_LOOK } from './drawn-advances';
import { drawnSize, faceOf, riseOf } from './drawn-run';
import type { MeasuredParagraph, Stretch } from './measured-paragraph';

/** Room kept for a character that has no glyph, so that the page keeps its shape: half an em. */
const PLACEHOLDER = UNITS_PER_EM / 2;
/** A sixth of a twip. */
const SIXTH = UNITS_PER_EM / 6;

const stretchesOf = (runs: readonly Run[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const run of runs) {
    if (run.text === '') continue;
    stretches.push({
      from: at,
      to: at + run.text.length,
      face: faceOf(run),
      fontSize: drawnSize(run),
      nominalSize: run.fontSize,
      rise: riseOf(run),
      underline: run.underline,
      strike: run.strike,
    });
    at += run.text.length;
  }
  return stretches;
};

/** Rule L1: raw advance widths of each face; nothing is kerned, joined or rounded. */
export const measureParagraph = (
  runs: readonly Run[],
  { roundedWidths }: Leeway = NONE,
): MeasuredParagraph => {
  let text = '';
  for (const run of runs) text += run.text;
  const stretches = stretchesOf(runs);
  const widths = new Float64Array(text.length + 1);
  const missing = new Set<string>();
  let hasTabs = false;
  let isSuspect = false;
  /** Counted in whole numbers, so that the sum is exact; `scale` makes units of it. */
  let width = 0;
  const scale = roundedWidths ? SIXTH : 1;
  const step = (advance: number, fontSize: number): number =>
    roundedWidths ? Math.round((advance * fontSize) / SIXTH) : advance * fontSize;
  for (const { from, to, face, fontSize } of stretches) {
    const table = drawnAdvances(face);
    for (let at = from; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      let entry = table[unit] ?? NEEDS_A_LOOK;
      if (entry === 0) entry = lookAtUnit(table, face, unit);
      if (entry !== NEEDS_A_LOOK) {
        width += roundedWidths ? step(entry - 1, fontSize) : (entry - 1) * fontSize;
        widths[at + 1] = width * scale;
        continue;
      }
      // A pair never spans two runs of one well-formed text; a lone half is a missing glyph.
      const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? unit) : unit;
      if (codePoint === TAB) hasTabs = true;
      if (mayBeDecomposed(codePoint)) isSuspect = true;
      if (!isInvisible(codePoint)) {
        const advance = glyphAdvance(face, drawnCodePoint(codePoint));
        if (advance === null) missing.add(String.fromCodePoint(codePoint));
        width += step(advance ?? PLACEHOLDER, fontSize);
      }
      if (codePoint > 0xffff) {
        widths[at + 1] = width * scale;
        at += 1;
      }
      widths[at + 1] = width * scale;
    }
  }
  return {
    text,
    widths,
    stretches,
    hasTabs,
    missing: [...missing],
    isComposed: !isSuspect || text === text.normalize('NFC'),
  };
};
