import { type Twip, twip } from '../../base';
import { ASCENT, DESCENT, LINE_GAP, UNITS_PER_EM } from './face-metrics';

/** Heights are first whole sixths of a twip: 8640 dots to the inch (rule L20). */
const SIXTHS = 6;
const inSixths = (fontSize: number, units: number): number =>
  Math.round((fontSize * SIXTHS * units) / UNITS_PER_EM);
const wholeTwips = (sixths: number): number => Math.round(sixths / SIXTHS);

/** DOCX counts the line spacing in 240ths of a line; LibreOffice then keeps whole percents. */
const LINE_IN_DOCX = 240;

/** Height of a line at spacing 1, in whole twips (rule L20). */
export const lineHeight = (fontSize: Twip): Twip => {
  const box = wholeTwips(inSixths(fontSize, ASCENT) + inSixths(fontSize, DESCENT));
  return twip(box + wholeTwips(inSixths(fontSize, LINE_GAP)));
};

/** The same before any rounding, for programs that do not round. */
export const exactLineHeight = (fontSize: Twip): Twip =>
  twip((fontSize * (ASCENT + DESCENT + LINE_GAP)) / UNITS_PER_EM);

/** From the top of a line to its baseline, in whole twips. */
export const lineAscent = (fontSize: Twip): Twip => twip(wholeTwips(inSixths(fontSize, ASCENT)));

/** From baseline to baseline at a spacing, in whole twips (rule L21). */
export const linePitch = (single: Twip, lineSpacing: number): Twip => {
  const percent = Math.floor((Math.round(lineSpacing * LINE_IN_DOCX) * 100) / LINE_IN_DOCX);
  return twip(Math.floor((single * percent) / 100));
};
