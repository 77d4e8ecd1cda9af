import type { Face, Line, Page, PageFurniture, PageList, Rule, Span } from '../../shared/model';
import { furnitureMarkup, WATERMARK_FILL } from './print-furniture';

const FACES: Readonly<Record<Face, { weight: string; style: string; file: string }>> = {
  regular: { weight: '400', style: 'normal', file: 'liberation-serif-regular.ttf' },
  bold: { weight: '700', style: 'normal', file: 'liberation-serif-bold.ttf' },
  italic: { weight: '400', style: 'italic', file: 'liberation-serif-italic.ttf' },
  boldItalic: { weight: '700', style: 'italic', file: 'liberation-serif-bold-italic.ttf' },
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The engine stretches plain spaces only; the browser would stretch no-break spaces as well. */
const textOf = (span: Span): string =>
  escaped(span.text.replace(/[\n\t]/g, '')).replaceAll(
    '\u00a0',
    '<tspan word-spacing="0">\u00a0</tspan>',
  );

const spanMarkup = (span: Span, line: Line): string => {
  const { weight, style } = FACES[span.face];
  const decoration = [span.underline ? 'underline' : '', span.strike ? 'line-through' : '']
    .filter((part) => part !== '')
    .join(' ');
  const attributes = [
    `x="${n(span.x)}" y="${n(line.baseline - span.rise)}" font-size="${n(span.fontSize)}"`,
    weight === '400' ? '' : ` font-weight="${weight}"`,
    style === 'normal' ? '' : ` font-style="${style}"`,
    line.wordGap === 0 ? '' : ` word-spacing="${n(line.wordGap)}"`,
    decoration === '' ? '' : ` text-decoration="${decoration}"`,
  ].join('');
  return `<text ${attributes}>${textOf(span)}</text>`;
};

const ruleMarkup = ({ x1, y1, x2, y2, width }: Rule): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="#000" stroke-width="${n(width)}"/>`;

const pageMarkup = (page: Page, furniture: PageFurniture): string => {
  const { width, height, lines, folio, rules } = page;
  const { behind, inFront } = furnitureMarkup(furniture, page);
  const all = folio === null ? lines : [...lines, folio];
  const texts = all.flatMap((line) => line.spans.map((span) => spanMarkup(span, line)));
  return [
    `<section><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}">`,
    behind,
    ...texts,
    ...rules.map(ruleMarkup),
    inFront,
    '</svg></section>',
  ].join('\n');
};

const TWIPS_PER_MM = 1440 / 25.4;
const inMm = (twips: number): string => n(Math.round(twips / TWIPS_PER_MM));

const styleSheet = (pages: readonly Page[]): string => {
  const [first] = pages;
  const [width, height] = [inMm(first?.width ?? 0), inMm(first?.height ?? 0)];
  const faces = Object.values(FACES).map(
    ({ weight, style, file }) =>
      `@font-face{font-family:Paper;font-weight:${weight};font-style:${style};font-display:block;src:url(/fonts/${file})}`,
  );
  return [
    ...faces,
    `@page{size:${width}mm ${height}mm;margin:0}`,
    'html,body{margin:0;padding:0;background:#fff;color:#000}',
    `section{width:${width}mm;height:${height}mm;overflow:hidden;break-after:page;break-inside:avoid}`,
    'section:last-child{break-after:auto}',
    'svg{display:block;width:100%;height:100%}',
    'text{font-family:Paper;font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision;white-space:pre;fill:#000}',
    `text.watermark{fill:${WATERMARK_FILL}}`,
  ].join('\n');
};

/**
 * The page list as a page of a browser: the same spans at the same places as in the preview and in
 * the PDF, as text, so that the printer's own driver draws letters and not pictures.
 */
export const printDocument = (
  { pages }: PageList,
  title: string,
  nonce: string,
  furniture: PageFurniture = {},
): string =>
  `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style nonce="${escaped(nonce)}">
${styleSheet(pages)}
</style>
</head>
<body>
${pages.map((page) => pageMarkup(page, furniture)).join('\n')}
</body>
</html>
`;
