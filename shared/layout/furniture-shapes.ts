import qrcode from 'qrcode-generator';
import { mm, mmToTwip } from '../base';
import type { Page, PageFurniture } from '../model';
import { glyphAdvance, UNITS_PER_EM } from './font/face-metrics';

/** Words on a page, turned about the start of their baseline. Twips; y grows downwards. */
export interface FurnitureWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** Dark squares of one row that touch are one bar: no hairlines between them on screens. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What PDF, print, preview and DOCX draw of a page's furniture. */
export interface FurnitureShapes {
  /** Bold, light grey, behind the text. */
  readonly watermark: FurnitureWords | null;
  /** Regular, black. */
  readonly footer: FurnitureWords | null;
  readonly code: { readonly x: number; readonly y: number; readonly side: number } | null;
  readonly bars: readonly Bar[];
}

/** Grey of the watermark: light enough to read through, dark enough that no printer loses it. */
export const WATERMARK_GREY = 0.91;

/** Font units: height of capitals in the bold face. */
const CAP_HEIGHT = 1341;
/** Part of the page's diagonal that the watermark spans, at most, and of its width in letter height. */
const WATERMARK_SPAN = 0.62;
const WATERMARK_HEIGHT = 0.22;
/** Twips: 8 points; a code of half an inch; half a point over the paper's edge where printers reach. */
const FOOTER_SIZE = 160;
const CODE_SIDE = 720;
const FOOTER_LIFT = 200;
const USUAL_SIDES = { left: mmToTwip(mm(30)), right: mmToTwip(mm(20)) };

/** In ems. */
const widthOf = (text: string, face: 'bold' | 'regular'): number => {
  let width = 0;
  for (const character of text) {
    const advance = glyphAdvance(face, character.codePointAt(0) ?? 0);
    if (advance === null) throw new Error(`furniture with a letter the font lacks: ${character}`);
    width += advance;
  }
  return width / UNITS_PER_EM;
};

type Paper = Pick<Page, 'width' | 'height'>;

const watermarkOn = (words: string, { width, height }: Paper): FurnitureWords => {
  const text = words.normalize('NFC');
  const natural = widthOf(text, 'bold');
  const diagonal = Math.hypot(width, height);
  const fontSize = Math.min((diagonal * WATERMARK_SPAN) / natural, width * WATERMARK_HEIGHT);
  const [cos, sin] = [width / diagonal, height / diagonal];
  // The middle of the capitals lies on the middle of the paper.
  const [x, y] = [(natural * fontSize) / 2, (fontSize * CAP_HEIGHT) / UNITS_PER_EM / 2];
  return {
    text,
    x: width / 2 - x * cos + y * sin,
    y: height / 2 + x * sin + y * cos,
    width: natural * fontSize,
    fontSize,
    turn: (-Math.atan2(height, width) * 180) / Math.PI,
  };
};

/** Rows of a square code, dark modules as true; medium error correction. */
export const codeModules = (text: string): readonly (readonly boolean[])[] => {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) => code.isDark(row, column)),
  );
};

const barsOf = (text: string, x: number, y: number): Bar[] => {
  const rows = codeModules(text);
  const module = CODE_SIDE / rows.length;
  return rows.flatMap((row, at) => {
    const bars: Bar[] = [];
    let start = -1;
    for (let column = 0; column <= row.length; column += 1) {
      const isDark = row[column] === true;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      bars.push({
        x: x + start * module,
        y: y + at * module,
        width: (column - start) * module,
        height: module,
      });
      start = -1;
    }
    return bars;
  });
};

/** Where everything of a page's furniture stands. Pictures are placed with the text: `placePictures`. */
export const furnitureShapes = (
  { watermark, footer, sides = USUAL_SIDES }: PageFurniture,
  page: Paper,
): FurnitureShapes => {
  const code = {
    x: page.width - sides.right - CODE_SIDE,
    y: page.height - FOOTER_LIFT - CODE_SIDE,
    side: CODE_SIDE,
  };
  return {
    watermark: watermark === undefined ? null : watermarkOn(watermark, page),
    footer:
      footer === undefined
        ? null
        : {
            text: footer.text.normalize('NFC'),
            x: sides.left,
            y: code.y + CODE_SIDE / 2,
            width: widthOf(footer.text.normalize('NFC'), 'regular') * FOOTER_SIZE,
            fontSize: FOOTER_SIZE,
            turn: 0,
          },
    code: footer === undefined ? null : code,
    bars: footer === undefined ? [] : barsOf(footer.qr, code.x, code.y),
  };
};
