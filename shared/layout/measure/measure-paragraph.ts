import type { Run } from '../../model';
import { drawnCodePoint, isInvisible } from '../font/drawn-character';
import { glyphAdvance, UNITS_PER_EM } from '../font/face-metrics';
import { type Leeway, NONE } from '../leeway';
import { drawnSize, faceOf, riseOf } from './drawn-run';
import type { MeasuredParagraph, Stretch } from './measured-paragraph';

/** Room kept for a character that has no glyph, so that the page keeps its shape: half an em. */
const PLACEHOLDER = UNITS_PER_EM / 2;
/** A sixth of a twip. */
const SIXTH = UNITS_PER_EM / 6;
const FIRST_COMBINING = 0x300;

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
  let mayBeDecomposed = false;
  /** Counted in whole numbers, so that the sum is exact; `scale` makes units of it. */
  let width = 0;
  const scale = roundedWidths ? SIXTH : 1;
  for (const { from, to, face, fontSize } of stretches) {
    for (let at = from; at < to; at += 1) {
      let codePoint = text.charCodeAt(at);
      // A pair never spans two runs of one well-formed text; a lone half is a missing glyph.
      if (codePoint >= 0xd800 && codePoint < 0xdc00) codePoint = text.codePointAt(at) ?? codePoint;
      if (codePoint === 9) hasTabs = true;
      if (codePoint >= FIRST_COMBINING) mayBeDecomposed ||= codePoint < 0x370 || codePoint > 0x1eff;
      if (!isInvisible(codePoint)) {
        const advance = glyphAdvance(face, drawnCodePoint(codePoint));
        if (advance === null) missing.add(String.fromCodePoint(codePoint));
        const units = (advance ?? PLACEHOLDER) * fontSize;
        width += roundedWidths ? Math.round(units / SIXTH) : units;
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
    isComposed: !mayBeDecomposed || text === text.normalize('NFC'),
  };
};
