import { crc32 } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, type PDFImage } from 'pdf-lib';
import { err, ok, type Result } from '../../../shared/base';
import { BAD_IMAGE, boxTooSmall, missingLetters } from '../sign-failures';
import type { NewObject } from './append-update';
import { pointsOf, type SignatureBox } from './signature-box';
import type { Drawing } from './signature-form';
import { pdfNumber } from './write-pdf-object';

const FONT_SIZE = 10;
const LINE_HEIGHT = 11.5;
/** Of Liberation Serif: how far letters reach above the base line, and below. */
const ASCENT = 0.891 * FONT_SIZE;
const DESCENT = 0.216 * FONT_SIZE;
const POINTS_A_MILLIMETRE = 72 / 25.4;
const LARGEST_SIDE = 4000;

/**
 * Millimetres between the margins of a page. Top right there is room for three lines above the text
 * and none below, so that a long name has to stay in one line.
 */
const WIDEST = 150;

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Of modest size and whole: the decoder would draw a picture that is cut off as noise. */
const isWholePng = (image: Uint8Array): boolean => {
  if (!PNG_MARK.every((byte, at) => image[at] === byte)) return false;
  const bytes = Buffer.from(image.buffer, image.byteOffset, image.byteLength);
  let at = PNG_MARK.length;
  while (at + 12 <= bytes.byteLength) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.byteLength) return false;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false;
    if (at === PNG_MARK.length) {
      const sides = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
      if (type !== 'IHDR' || sides.some((side) => side === 0 || side > LARGEST_SIDE)) return false;
    }
    if (type === 'IEND') return true;
    at = end + 4;
  }
  return false;
};

const breakWord = (word: string, fits: (text: string) => boolean): string[] => {
  const pieces = [''];
  for (const character of word) {
    const grown = (pieces.at(-1) ?? '') + character;
    if (fits(grown) || pieces.at(-1) === '') pieces[pieces.length - 1] = grown;
    else pieces.push(character);
  }
  return pieces;
};

const wrap = (line: string, fits: (text: string) => boolean): string[] => {
  const rows = [''];
  for (const word of line.split(' ').flatMap((one) => (fits(one) ? [one] : breakWord(one, fits)))) {
    const last = rows.at(-1) ?? '';
    const grown = last === '' ? word : `${last} ${word}`;
    if (fits(grown)) rows[rows.length - 1] = grown;
    else rows.push(word);
  }
  return rows.filter((row) => row !== '');
};

const drawText = (
  box: SignatureBox,
  lines: readonly string[],
  font: PDFFont,
): Result<Pick<Drawing, 'size' | 'content'>> => {
  const known = new Set(font.getCharacterSet());
  const missing = [...new Set(lines.join(''))].filter((one) => !known.has(one.codePointAt(0) ?? 0));
  if (missing.length > 0) return err(missingLetters(missing.join(' ')));
  const widthOf = (text: string): number => font.widthOfTextAtSize(text, FONT_SIZE);
  const widest = pointsOf(box.x === undefined ? Math.max(box.width, WIDEST) : box.width);
  const rows = lines.flatMap((line) => wrap(line, (text) => widthOf(text) <= widest));
  const width = Math.max(...rows.map(widthOf));
  const needed = ASCENT + DESCENT + (rows.length - 1) * LINE_HEIGHT;
  const height = box.height === undefined ? needed : pointsOf(box.height);
  if (height < needed) return err(boxTooSmall(needed / POINTS_A_MILLIMETRE));
  const shown = rows.map((row) => `${font.encodeText(row).toString()} Tj`);
  const content = [
    'BT',
    '0 g',
    `/F1 ${FONT_SIZE} Tf`,
    `${LINE_HEIGHT} TL`,
    `1 0 0 1 0 ${pdfNumber(height - ASCENT)} Tm`,
    shown.join('\nT*\n'),
    'ET',
  ].join('\n');
  return ok({ size: { width, height }, content });
};

/** As large as fits, in the middle, never out of proportion. */
const drawImage = (box: SignatureBox, image: PDFImage): Pick<Drawing, 'size' | 'content'> => {
  const width = pointsOf(box.width);
  const height =
    box.height === undefined ? (width * image.height) / image.width : pointsOf(box.height);
  const scale = Math.min(width / image.width, height / image.height);
  const drawn = { width: image.width * scale, height: image.height * scale };
  const numbers = [
    drawn.width,
    0,
    0,
    drawn.height,
    (width - drawn.width) / 2,
    (height - drawn.height) / 2,
  ];
  return {
    size: { width, height },
    content: `q\n${numbers.map(pdfNumber).join(' ')} cm\n/Im1 Do\nQ`,
  };
};

/** The objects the document got after `before`, as text of their own. */
const objectsAfter = (document: PDFDocument, before: number): NewObject[] =>
  document.context
    .enumerateIndirectObjects()
    .filter(([reference]) => reference.objectNumber > before)
    .map(([reference, object]) => {
      const body = new Uint8Array(object.sizeInBytes());
      object.copyBytesInto(body, 0);
      return { number: reference.objectNumber, generation: 0, body };
    });

/** Six capitals mark a font that holds only the letters used (ISO 32000-1, 9.6.4). */
const SUBSET_NAME = 'BDXCKS+LiberationSerif';

/**
 * Draws the box in a document apart, whose new objects take numbers from `firstNumber` on, so that
 * they can be carried over as they are.
 */
export const drawSignature = async (
  box: SignatureBox,
  lines: readonly string[],
  firstNumber: number,
): Promise<Result<Drawing>> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  // The document's own catalog and page tree have the numbers 1 and 2; every file has more objects.
  const before = firstNumber - 1;
  document.context.largestObjectNumber = before;
  let picture: Pick<Drawing, 'size' | 'content'>;
  let resources: string;
  if (box.image === undefined) {
    document.registerFontkit(fontkit);
    const font = await document.embedFont(box.font, { subset: true, customName: SUBSET_NAME });
    const drawn = drawText(box, lines, font);
    if (!drawn.ok) return drawn;
    picture = drawn.value;
    resources = `<< /Font << /F1 ${font.ref.toString()} >> >>`;
  } else {
    const image = isWholePng(box.image) ? await embedPng(document, box.image) : null;
    if (image === null) return err(BAD_IMAGE);
    picture = drawImage(box, image);
    resources = `<< /XObject << /Im1 ${image.ref.toString()} >> >>`;
  }
  await document.flush();
  const objects = objectsAfter(document, before);
  return ok({
    ...picture,
    resources,
    objects,
    nextNumber: document.context.largestObjectNumber + 1,
  });
};

const embedPng = async (document: PDFDocument, image: Uint8Array): Promise<PDFImage | null> => {
  try {
    return await document.embedPng(image);
  } catch {
    // The decoder throws on damaged pictures.
    return null;
  }
};
