import type { MeasuredParagraph } from '../measure/measured-paragraph';
import { tabStopAfter } from './line-box';

/** Where the pen stands after drawing `from` … `to` from `x` on, tabs included. */
export const penAfter = (
  measured: MeasuredParagraph,
  x: number,
  from: number,
  to: number,
  indent: number,
): number => {
  const { widths, text } = measured;
  if (!measured.hasTabs) return x + widthOf(widths, from, to);
  let pen = x;
  let at = from;
  for (;;) {
    const tab = text.indexOf('\t', at);
    if (tab === -1 || tab >= to) return pen + widthOf(widths, at, to);
    pen = tabStopAfter(pen + widthOf(widths, at, tab), indent);
    at = tab + 1;
  }
};

export const widthOf = (widths: Float64Array, from: number, to: number): number =>
  (widths[to] ?? 0) - (widths[from] ?? 0);
