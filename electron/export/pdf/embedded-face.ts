import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import type { OpenFace } from './open-face';

/**
 * A face cut down to the letters one document uses. The codes in the text are not glyph numbers but
 * our own: one for each letter of the source, so that letters which share a drawing (space and
 * no-break space) still come out as themselves when the text is copied or searched.
 */
export interface EmbeddedFace {
  readonly source: OpenFace;
  /** 'ABCDEF+LiberationSerif', the tag derived from the letters. */
  readonly name: string;
  /** Letter → four hexadecimal digits. */
  readonly codes: ReadonlyMap<number, string>;
  /** Widths in thousandths of an em, by code, from code 1. */
  readonly widths: readonly number[];
  /** Streams, compressed with zlib. */
  readonly program: Uint8Array;
  readonly programLength: number;
  readonly codeToGlyph: Uint8Array;
  readonly toUnicode: Uint8Array;
}

/**
 * Compression in JavaScript, not by the machine's zlib: versions and processors compress alike but
 * not to the same bytes, and the same document has to give the same file everywhere.
 */
export const compress = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 6 });

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

const utf16 = (codePoint: number): string =>
  String.fromCodePoint(codePoint)
    .split('')
    .map((unit) => hex4(unit.charCodeAt(0)))
    .join('');

const SECTION = 100;

/** ISO 32000-1, 9.10.3; at most 100 entries a section (Adobe Technical Note 5014). */
const toUnicodeMap = (codePoints: readonly number[]): string => {
  const sections: string[] = [];
  for (let from = 0; from < codePoints.length; from += SECTION) {
    const part = codePoints.slice(from, from + SECTION);
    const lines = part.map((codePoint, at) => `<${hex4(from + at + 1)}> <${utf16(codePoint)}>`);
    sections.push(`${part.length} beginbfchar\n${lines.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...sections,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
  ].join('\n');
};

/** Subset fonts carry six capitals before their name (ISO 32000-1, 9.6.4). */
const subsetTag = (key: string): string =>
  [...createHash('sha256').update(key).digest().subarray(0, 6)]
    .map((byte) => String.fromCharCode(0x41 + (byte % 26)))
    .join('');

const embed = async (
  source: OpenFace,
  codePoints: readonly number[],
  key: string,
): Promise<EmbeddedFace> => {
  const glyphs = codePoints.map((codePoint) => {
    const glyph = source.glyph(codePoint);
    if (glyph === null) throw new Error(`no glyph for U+${hex4(codePoint)}: not checked before`);
    return glyph;
  });
  const { program, newIds } = await source.subset(glyphs.map(({ id }) => id));
  const codeToGlyph = Uint8Array.from([0, ...newIds].flatMap((id) => [id >> 8, id & 0xff]));
  return {
    source,
    name: `${subsetTag(key)}+${source.postScriptName}`,
    codes: new Map(codePoints.map((codePoint, at) => [codePoint, hex4(at + 1)])),
    widths: glyphs.map(({ advance }) => (advance * 1000) / source.unitsPerEm),
    program: compress(program),
    programLength: program.length,
    codeToGlyph: compress(codeToGlyph),
    toUnicode: compress(new TextEncoder().encode(toUnicodeMap(codePoints))),
  };
};

/** A person exports the same document over and over; sixteen are the four faces of four documents. */
const KEPT = 16;

/** Remembers the latest subsets by their letters: cutting one takes longer than drawing a page. */
export const createFaceEmbedder = (): ((
  source: OpenFace,
  letters: ReadonlySet<number>,
) => Promise<EmbeddedFace>) => {
  const kept = new Map<string, EmbeddedFace>();
  return async (source, letters) => {
    const codePoints = [...letters].sort((a, b) => a - b);
    const key = `${source.face}:${codePoints.join(',')}`;
    const known = kept.get(key) ?? (await embed(source, codePoints, key));
    kept.delete(key);
    kept.set(key, known);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
};
