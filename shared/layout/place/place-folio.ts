import { twip } from '../../base';
import type { Line, PageGeometry } from '../../model';
import { toTwips } from '../break-lines/line-box';
import { lineAscent, lineHeight } from '../font/line-height';
import { measureParagraph } from '../measure/measure-paragraph';

/** Rule L60: the page number, centred between the side margins, on a line of its own size. */
export const placeFolio = (number: number, geometry: PageGeometry): Line | null => {
  const { pageNumber } = geometry;
  if (pageNumber === null || number < pageNumber.fromPage) return null;
  const { fontSize, fromTop } = pageNumber;
  const text = String(number);
  const plain = { bold: false, italic: false, underline: false, strike: false } as const;
  const { widths } = measureParagraph([{ text, ...plain, script: 'normal', fontSize }]);
  const width = toTwips(widths.at(-1) ?? 0);
  const room = geometry.width - geometry.marginLeft - geometry.marginRight;
  const x = twip(geometry.marginLeft + (room - width) / 2);
  return {
    top: fromTop,
    height: lineHeight(fontSize),
    baseline: twip(fromTop + lineAscent(fontSize)),
    x,
    width,
    wordGap: twip(0),
    spans: [
      { x, width, text, face: 'regular', fontSize, rise: twip(0), underline: false, strike: false },
    ],
    role: 'folio',
    section: null,
    source: null,
    blockId: 'folio',
    index: 0,
    last: true,
    from: 0,
    to: text.length,
  };
};
