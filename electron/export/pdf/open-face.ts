import fontkit, { type SubsetStream } from '@pdf-lib/fontkit';
import type { Face } from '../../../shared/model';
import { ALL_FACES, findFontFolder, readFontFile } from './font-files';

export interface GlyphRef {
  readonly id: number;
  /** In font units. */
  readonly advance: number;
}

export interface FontSubset {
  readonly program: Uint8Array;
  /** For each glyph asked for, in that order, its number in the program. */
  readonly newIds: readonly number[];
}

/** A font face as the PDF needs it; lengths in font units. */
export interface OpenFace {
  readonly face: Face;
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly box: readonly [number, number, number, number];
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  /** null where the font has no such letter: never a box or another letter. */
  readonly glyph: (codePoint: number) => GlyphRef | null;
  /** A TrueType program with only these glyphs, and .notdef as its glyph 0. */
  readonly subset: (glyphIds: readonly number[]) => Promise<FontSubset>;
  /** Outline as SVG path data, in font units, y upwards. */
  readonly outline: (codePoint: number) => string;
}

export type OpenFaces = Readonly<Record<Face, OpenFace>>;

const collect = (stream: SubsetStream): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });

const openFace = (face: Face, bytes: Uint8Array): OpenFace => {
  const font = fontkit.create(bytes);
  const glyphs = new Map<number, GlyphRef | null>();
  const glyph = (codePoint: number): GlyphRef | null => {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    const has = font.hasGlyphForCodePoint(codePoint);
    const found = has ? font.glyphForCodePoint(codePoint) : null;
    const ref = found === null ? null : { id: found.id, advance: found.advanceWidth };
    glyphs.set(codePoint, ref);
    return ref;
  };
  const { minX, minY, maxX, maxY } = font.bbox;
  return {
    face,
    postScriptName: font.postscriptName ?? `LiberationSerif-${face}`,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    italicAngle: font.italicAngle,
    box: [minX, minY, maxX, maxY],
    underlinePosition: font.underlinePosition,
    underlineThickness: font.underlineThickness,
    glyph,
    subset: async (glyphIds) => {
      const subset = font.createSubset();
      const newIds = glyphIds.map((id) => subset.includeGlyph(id));
      return { program: await collect(subset.encodeStream()), newIds };
    },
    outline: (codePoint) => font.glyphForCodePoint(codePoint).path.toSVG(),
  };
};

const opened = new Map<string, Promise<OpenFaces>>();

const openAll = async (folder: string): Promise<OpenFaces> => {
  const faces = await Promise.all(
    ALL_FACES.map(
      async (face) => [face, openFace(face, await readFontFile(folder, face))] as const,
    ),
  );
  return Object.fromEntries(faces) as Record<Face, OpenFace>;
};

/** Reads and parses the four faces once in the life of the process. */
export const openFaces = (folder: string = findFontFolder()): Promise<OpenFaces> => {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const opening = openAll(folder);
  opened.set(folder, opening);
  // A disk that failed once may work the next time.
  opening.catch(() => opened.delete(folder));
  return opening;
};
