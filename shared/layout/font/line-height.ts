import { type Twip, twip } from '../../base';
import { ASCENT, DESCENT, LINE_GAP, UNITS_PER_EM } from './face-metrics';

const SINGLE = (ASCENT + DESCENT + LINE_GAP) / UNITS_PER_EM;
/** DOCX counts the line spacing in 240ths of a line; LibreOffice then keeps whole percents. */
const LINE_IN_DOCX = 240;

/** Height of a line at spacing 1, in whole twips (rule L20). */
export const lineHeight = (fontSize: Twip): Twip => twip(Math.round(fontSize * SINGLE));

/** From the top of a line to its baseline, in whole twips. */
export const lineAscent = (fontSize: Twip): Twip =>
  twip(Math.round((fontSize * ASCENT) / UNITS_PER_EM));

/** From baseline to baseline at a spacing, in whole twips (rule L21). */
export const linePitch = (single: Twip, lineSpacing: number): Twip => {
  const percent = Math.floor((Math.round(lineSpacing * LINE_IN_DOCX) * 100) / LINE_IN_DOCX);
  return twip(Math.floor((single * percent) / 100));
};
