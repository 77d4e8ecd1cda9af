import { type Twip, twip } from '../../base';
import type { Face, Run } from '../../model';
import { ASCENT, DESCENT, UNITS_PER_EM } from '../font/face-metrics';

/** Rule L9: a raised or lowered letter is drawn at this share of its size. */
const SCRIPT_PERCENT = 58;

export const faceOf = (run: { readonly bold: boolean; readonly italic: boolean }): Face => {
  if (run.bold) return run.italic ? 'boldItalic' : 'bold';
  return run.italic ? 'italic' : 'regular';
};

export const drawnSize = (run: Run): Twip =>
  run.script === 'normal' ? run.fontSize : twip(Math.round((run.fontSize * SCRIPT_PERCENT) / 100));

/** Raised letters end at the height of the normal ones, lowered letters at their depth. */
export const riseOf = (run: Run): Twip => {
  if (run.script === 'normal') return twip(0);
  const shrunk = run.fontSize - drawnSize(run);
  return twip(
    run.script === 'superscript'
      ? (shrunk * ASCENT) / UNITS_PER_EM
      : (-shrunk * DESCENT) / UNITS_PER_EM,
  );
};
