import qrcode from 'qrcode-generator';
import type { Page } from '../../../shared/model';
import { contentNumber as n, TWIPS_PER_POINT } from './content-number';
import type { OpenFace } from './open-face';
import { outlineOperators } from './outline-operators';

/**
 * What stands on every page beside the text and is no part of it: it takes no room, moves no line,
 * and is not read out or copied. So its letters are drawn as outlines.
 */
export interface PageFurniture {
  /** Large, light grey, aslant, behind the text: 'BẢN NHÁP'. */
  readonly watermark?: string;
  /** In the bottom margin: a line at the left ('Mã bản: 7K3M-Q2XD') and a square code at the right. */
  readonly footer?: { readonly text: string; readonly qr: string };
}

/** Content streams to put before and after the text of a page. */
export interface DrawnFurniture {
  readonly behind: string;
  readonly inFront: string;
}

const WATERMARK_GREY = '0.88 g';
/** Part of the page's diagonal that the watermark spans, at most, and of its width in letter height. */
const WATERMARK_SPAN = 0.62;
const WATERMARK_HEIGHT = 0.22;
const FOOTER_SIZE = 8;
/** Millimetres would be finer, but the smallest bottom margin (20 mm) has to hold code and air. */
const QR_SIDE = 36;
const FOOTER_LIFT = 10;

const artifact = (kind: string, operators: string): string =>
  `/Artifact <</Type /Pagination /Subtype /${kind}>> BDC\nq\n${operators}\nQ\nEMC\n`;

const wordsOutline = (
  text: string,
  face: OpenFace,
  size: number,
): { readonly operators: string; readonly width: number } => {
  const scale = size / face.unitsPerEm;
  const operators: string[] = [];
  let width = 0;
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = face.glyph(codePoint);
    if (glyph === null) throw new Error(`furniture with a letter the font lacks: ${character}`);
    operators.push(outlineOperators(face.outline(codePoint), scale, width));
    width += glyph.advance * scale;
  }
  return { operators: `${operators.filter((each) => each !== '').join('\n')}\nf`, width };
};

const watermarkOperators = (text: string, page: Page, face: OpenFace): string => {
  const [width, height] = [page.width / TWIPS_PER_POINT, page.height / TWIPS_PER_POINT];
  const natural = wordsOutline(text, face, 1).width;
  const diagonal = Math.hypot(width, height);
  const size = Math.min((diagonal * WATERMARK_SPAN) / natural, width * WATERMARK_HEIGHT);
  const words = wordsOutline(text, face, size);
  const [cos, sin] = [width / diagonal, height / diagonal];
  // The middle of the capitals lies on the middle of the paper.
  const [x, y] = [words.width / 2, (size * face.capHeight) / face.unitsPerEm / 2];
  const left = width / 2 - x * cos + y * sin;
  const bottom = height / 2 - x * sin - y * cos;
  const matrix = [cos, sin, -sin, cos, left, bottom].map((value) => n(value, 5)).join(' ');
  return `${WATERMARK_GREY}\n${matrix} cm\n${words.operators}`;
};

/** Dark squares of one row that touch become one bar: no hairlines between them on screens. */
const qrOperators = (text: string, side: number): string => {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const module = side / count;
  const bars: string[] = [];
  for (let row = 0; row < count; row += 1) {
    let start = -1;
    for (let column = 0; column <= count; column += 1) {
      const dark = column < count && code.isDark(row, column);
      if (dark && start < 0) start = column;
      if (dark || start < 0) continue;
      const place = [start * module, side - (row + 1) * module, (column - start) * module, module];
      bars.push(`${place.map((value) => n(value, 3)).join(' ')} re`);
      start = -1;
    }
  }
  return `${bars.join('\n')}\nf`;
};

const footerOperators = (
  footer: { readonly text: string; readonly qr: string },
  margins: { readonly left: number; readonly right: number },
  page: Page,
  face: OpenFace,
): string => {
  const right = (page.width - margins.right) / TWIPS_PER_POINT;
  const left = margins.left / TWIPS_PER_POINT;
  const words = wordsOutline(footer.text, face, FOOTER_SIZE).operators;
  return [
    `q 1 0 0 1 ${n(left)} ${n(FOOTER_LIFT + QR_SIDE / 2)} cm\n${words}\nQ`,
    `q 1 0 0 1 ${n(right - QR_SIDE)} ${FOOTER_LIFT} cm\n${qrOperators(footer.qr, QR_SIDE)}\nQ`,
  ].join('\n');
};

/** `margins` in twips; `faces` are whole faces, the outlines need no embedding. */
export const drawFurniture = (
  furniture: PageFurniture,
  page: Page,
  margins: { readonly left: number; readonly right: number },
  faces: { readonly regular: OpenFace; readonly bold: OpenFace },
): DrawnFurniture => {
  const { watermark, footer } = furniture;
  return {
    behind:
      watermark === undefined
        ? ''
        : artifact('Watermark', watermarkOperators(watermark, page, faces.bold)),
    inFront:
      footer === undefined
        ? ''
        : artifact('Footer', footerOperators(footer, margins, page, faces.regular)),
  };
};
