import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';
import qrcode from 'qrcode-generator';
import type { Page } from '../../../shared/model';
import { contentNumber as n, TWIPS_PER_POINT } from './content-number';
import { compress } from './embedded-face';
import type { OpenFace, OpenFaces } from './open-face';
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

const WATERMARK_GREY = '0.91 g';
/** Part of the page's diagonal that the watermark spans, at most, and of its width in letter height. */
const WATERMARK_SPAN = 0.62;
const WATERMARK_HEIGHT = 0.22;
const FOOTER_SIZE = 8;
/** Millimetres would be finer, but the smallest bottom margin (20 mm) has to hold code and air. */
const QR_SIDE = 36;
const FOOTER_LIFT = 10;

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
  footer: NonNullable<PageFurniture['footer']>,
  margins: SideMargins,
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

/** Side margins of the page, in twips. */
export interface SideMargins {
  readonly left: number;
  readonly right: number;
}

/** A drawing that every page of one size shows. */
interface Drawing {
  readonly kind: 'Watermark' | 'Footer';
  readonly isBehind: boolean;
  readonly operators: string;
}

const drawingsFor = (
  { watermark, footer }: PageFurniture,
  page: Page,
  margins: SideMargins,
  faces: OpenFaces,
): Drawing[] => {
  const drawings: Drawing[] = [];
  if (watermark !== undefined) {
    const operators = watermarkOperators(watermark, page, faces.bold);
    drawings.push({ kind: 'Watermark', isBehind: true, operators });
  }
  if (footer !== undefined) {
    const operators = footerOperators(footer, margins, page, faces.regular);
    drawings.push({ kind: 'Footer', isBehind: false, operators });
  }
  return drawings;
};

export interface FurnitureWriter {
  readonly on: (page: Page) => DrawnFurniture;
  /** What pages have to name in their resources. */
  readonly forms: ReadonlyMap<string, PDFRef>;
}

/** Draws each piece once for each size of page, as a form (ISO 32000-1, 8.10) that pages show. */
export const furnitureWriter = (
  context: PDFContext,
  furniture: PageFurniture,
  margins: SideMargins,
  faces: OpenFaces,
): FurnitureWriter => {
  const forms = new Map<string, PDFRef>();
  const drawn = new Map<string, DrawnFurniture>();

  const show = (page: Page, { kind, operators }: Drawing): string => {
    const name = `${kind}${forms.size + 1}`;
    const bytes = compress(new TextEncoder().encode(operators));
    const entries = context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, page.width / TWIPS_PER_POINT, page.height / TWIPS_PER_POINT],
      Filter: 'FlateDecode',
      Length: bytes.length,
    });
    forms.set(name, context.register(PDFRawStream.of(entries, bytes)));
    const properties = `<</Type /Pagination /Subtype /${kind}>>`;
    return `/Artifact ${properties} BDC\nq /${name} Do Q\nEMC\n`;
  };

  const draw = (page: Page): DrawnFurniture => {
    const shown = drawingsFor(furniture, page, margins, faces).map((drawing) => ({
      isBehind: drawing.isBehind,
      operators: show(page, drawing),
    }));
    const join = (isBehind: boolean): string =>
      shown
        .filter((each) => each.isBehind === isBehind)
        .map(({ operators }) => operators)
        .join('');
    return { behind: join(true), inFront: join(false) };
  };

  return {
    forms,
    on: (page) => {
      const size = `${page.width}×${page.height}`;
      const known = drawn.get(size) ?? draw(page);
      drawn.set(size, known);
      return known;
    },
  };
};
