import { type Twip, twip } from '../../base';
import type { ParagraphFormat } from '../../model';
import { UNITS_PER_EM } from '../font/face-metrics';

/** Where the lines of a paragraph may stand, in font units × twips from the column's left edge. */
export interface LineBox {
  /** Left edge of the first line's text (after a list label and its tab), … */
  readonly first: number;
  /** … of all other lines, … */
  readonly rest: number;
  /** … and the right edge of all. */
  readonly right: number;
  /** Left indent, which is a tab stop for what stands left of it. */
  readonly indent: number;
}

/** Rule L8: default tab stops every half inch from the column's edge. */
const TAB_STEP = 720 * UNITS_PER_EM;

export const toUnits = (length: Twip): number => length * UNITS_PER_EM;
export const toTwips = (units: number): Twip => twip(units / UNITS_PER_EM);

/** The first tab stop right of `x`. */
export const tabStopAfter = (x: number, indent: number): number =>
  x < indent ? indent : (Math.floor(x / TAB_STEP) + 1) * TAB_STEP;

/** `labelWidth`: width of the list label in units, or null for a paragraph without one. */
export const lineBoxOf = (
  format: ParagraphFormat,
  column: Twip,
  labelWidth: number | null,
): LineBox => {
  const indent = toUnits(format.indentLeft);
  const start = indent + toUnits(format.firstLine);
  return {
    first: labelWidth === null ? start : tabStopAfter(start + labelWidth, indent),
    rest: indent,
    right: toUnits(twip(column - format.indentRight)),
    indent,
  };
};
