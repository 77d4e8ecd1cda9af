import { PDFArray, type PDFContext, PDFHexString, PDFRawStream, type PDFRef } from 'pdf-lib';
import { contentNumber } from './content-number';
import type { EmbeddedFace } from './embedded-face';

const stream = (
  context: PDFContext,
  compressed: Uint8Array,
  more: Record<string, number> = {},
): PDFRef => {
  const entries = { Filter: 'FlateDecode', Length: compressed.length, ...more };
  return context.register(PDFRawStream.of(context.obj(entries), compressed));
};

const FLAG_SERIF = 2;
const FLAG_SYMBOLIC = 4;
const FLAG_ITALIC = 64;
const BOLD_STEM = 140;
const REGULAR_STEM = 80;

/** ISO 32000-1, 9.7: a composite font (Type0) over one TrueType program (CIDFontType2). */
export const writeFont = (context: PDFContext, face: EmbeddedFace): PDFRef => {
  const { source, name } = face;
  const perMille = (units: number): number =>
    Number(contentNumber((units * 1000) / source.unitsPerEm));
  const isItalic = source.italicAngle !== 0;
  const isBold = source.face === 'bold' || source.face === 'boldItalic';
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      // Symbolic: the codes are ours and not those of a standard Latin set.
      Flags: FLAG_SERIF + FLAG_SYMBOLIC + (isItalic ? FLAG_ITALIC : 0),
      FontBBox: source.box.map(perMille),
      ItalicAngle: Number(contentNumber(source.italicAngle)),
      Ascent: perMille(source.ascent),
      Descent: perMille(source.descent),
      CapHeight: perMille(source.capHeight),
      StemV: isBold ? BOLD_STEM : REGULAR_STEM,
      FontFile2: stream(context, face.program, { Length1: face.programLength }),
    }),
  );
  const widths = PDFArray.withContext(context);
  widths.push(context.obj(1));
  // Fractions, not whole thousandths: rounding would shift the end of a line by half a point.
  widths.push(context.obj(face.widths.map((width) => Number(contentNumber(width)))));
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.of(Buffer.from('Adobe').toString('hex')),
        Ordering: PDFHexString.of(Buffer.from('Identity').toString('hex')),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 0,
      W: widths,
      CIDToGIDMap: stream(context, face.codeToGlyph),
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: stream(context, face.toUnicode),
    }),
  );
};
