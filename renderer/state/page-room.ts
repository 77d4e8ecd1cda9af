import { A4, mm, mmToTwip, pt, ptToTwip } from '../../shared/base';
import type { Style } from '../../shared/model';

/** Ascent, descent and gap of the paper's face, as parts of its size. */
const SINGLE_LINE = (1825 + 443 + 87) / 2048;

/** Lines of plain text that still fit before the limit, or stand beyond it; one of them is 0. */
export interface PageRoom {
  readonly left: number;
  readonly over: number;
}

/** Height of one page's text over the height of one line: lines of plain text a page. */
export const linesAPage = (style: Style): number => {
  const { top, bottom } = style.margins;
  const height = A4.height - mmToTwip(mm(top)) - mmToTwip(mm(bottom));
  return height / (ptToTwip(pt(style.fontSize)) * SINGLE_LINE * style.lineSpacing);
};

const HAIR = 1e-6;

/** What is left is rounded down; what is too much was counted line by line. */
export const roomOf = (
  count: { readonly fill: number; readonly linesOver: number },
  limit: number,
  style: Style,
): PageRoom => ({
  left: Math.max(0, Math.floor((limit - count.fill) * linesAPage(style) + HAIR)),
  over: count.linesOver,
});
