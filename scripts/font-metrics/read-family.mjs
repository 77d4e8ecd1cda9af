import fontkit from '@pdf-lib/fontkit';

const FACES = {
  regular: 'liberation-serif-regular.ttf',
  bold: 'liberation-serif-bold.ttf',
  italic: 'liberation-serif-italic.ttf',
  boldItalic: 'liberation-serif-bold-italic.ttf',
};

/** The table of characters ends with this entry; it is no character. */
const END_OF_TABLE = 0xffff;

/** Advances as runs of neighbouring code points: [first, advance, advance, …]. */
const advanceRuns = (font) => {
  const codePoints = font.characterSet
    .filter((codePoint) => codePoint !== END_OF_TABLE)
    .sort((a, b) => a - b);
  const runs = [];
  let next = Number.NaN;
  for (const codePoint of codePoints) {
    const { advanceWidth } = font.glyphForCodePoint(codePoint);
    if (codePoint === next) runs.at(-1).push(advanceWidth);
    else runs.push([codePoint, advanceWidth]);
    next = codePoint + 1;
  }
  return runs;
};

const sameInAllFaces = (fonts, measure) => {
  const values = new Set(fonts.map(measure));
  if (values.size !== 1) throw new Error(`the faces differ: ${[...values].join(', ')}`);
  return [...values][0];
};

/** `readFont(fileName)` gives the bytes of one font file. All numbers in font units. */
export const readFamily = (readFont) => {
  const fonts = Object.entries(FACES).map(([face, file]) => [face, fontkit.create(readFont(file))]);
  const all = fonts.map(([, font]) => font);
  const faces = Object.fromEntries(
    fonts.map(([face, font]) => [
      face,
      {
        underlinePosition: font.underlinePosition,
        underlineThickness: font.underlineThickness,
        advances: advanceRuns(font),
      },
    ]),
  );
  return {
    family: 'Liberation Serif',
    version: sameInAllFaces(all, (font) => font.version).replace('Version ', ''),
    unitsPerEm: sameInAllFaces(all, (font) => font.unitsPerEm),
    // From the table 'hhea', which Word and LibreOffice use for this family.
    ascent: sameInAllFaces(all, (font) => font.ascent),
    descent: sameInAllFaces(all, (font) => -font.descent),
    lineGap: sameInAllFaces(all, (font) => font.lineGap),
    faces,
  };
};
