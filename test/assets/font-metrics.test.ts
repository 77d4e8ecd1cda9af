import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import metrics from '../../assets/font-metrics/liberation-serif.json';
import { glyphAdvance } from '../../shared/layout';
import { loadScript } from '../scripts/load-script';

const assets = join(import.meta.dirname, '../../assets');
const readFont = (name: string): Buffer => readFileSync(join(assets, 'fonts', name));

interface ReadFamily {
  readFamily: (read: (name: string) => Buffer) => typeof metrics;
}
interface PackedText {
  packedText: (family: typeof metrics) => string;
}
interface MetricsText {
  metricsText: (family: typeof metrics) => string;
}

const FILES = {
  regular: 'liberation-serif-regular.ttf',
  bold: 'liberation-serif-bold.ttf',
  italic: 'liberation-serif-italic.ttf',
  boldItalic: 'liberation-serif-bold-italic.ttf',
} as const;

/** Letters of Vietnamese and the signs of office prose; each face must draw all of them. */
const NEEDED =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz' +
  '0123456789.,;:!?()[]{}<>"\'“”‘’«»…–—-+−±×÷=≠≤≥≈∞√∑∏∫∂%‰°′″§©®™•·/\\|@#&*_~^`₫$€£¥²³¹½¼αβγδεθλμπσφωΔΣΩ←↑→↓\u00a0';

describe('the metric tables', () => {
  let derived: typeof metrics;

  beforeAll(async () => {
    const { readFamily } = await loadScript<ReadFamily>('font-metrics/read-family.mjs');
    derived = readFamily(readFont);
  });

  it('are what the shipped font files say', () => {
    expect(derived).toEqual(metrics);
  });

  it('are written as the script writes them', async () => {
    const { metricsText } = await loadScript<MetricsText>('font-metrics/metrics-text.mjs');
    const text = readFileSync(join(assets, 'font-metrics/liberation-serif.json'), 'utf8');
    expect(metricsText(derived)).toBe(text);
  });

  it('are packed for the program as the script packs them', async () => {
    const { packedText } = await loadScript<PackedText>('font-metrics/packed-text.mjs');
    const text = readFileSync(join(assets, 'font-metrics/liberation-serif.packed.json'), 'utf8');
    expect(packedText(derived)).toBe(text);
  });

  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('%s is read as it was packed', (face) => {
    const advances = new Map(
      metrics.faces[face].advances.flatMap(([first = 0, ...widths]) =>
        widths.map((width, at): [number, number] => [first + at, width]),
      ),
    );
    const wrong: number[] = [];
    for (let codePoint = 0; codePoint <= 0x10010; codePoint += 1) {
      const expected = advances.get(codePoint) ?? null;
      // Twice: the first asking reads a run, the second finds it read.
      if (glyphAdvance(face, codePoint) !== expected) wrong.push(codePoint);
      if (glyphAdvance(face, codePoint) !== expected) wrong.push(codePoint);
    }
    expect(wrong).toEqual([]);
  });

  it('come from version 2.1.5, because version 1 lacks Vietnamese letters', () => {
    expect(metrics.version).toBe('2.1.5');
    expect([metrics.unitsPerEm, metrics.ascent, metrics.descent, metrics.lineGap]).toEqual([
      2048, 1825, 443, 87,
    ]);
  });

  it.each(Object.entries(FILES))('%s draws every needed letter', (face, file) => {
    const font = fontkit.create(readFont(file));
    const needed = [...new Set([...NEEDED, ...NEEDED.toUpperCase()])];
    expect(needed.filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0)!))).toEqual([]);
    const inTable = new Set(
      metrics.faces[face as keyof typeof FILES].advances.flatMap(([first = 0, ...widths]) =>
        widths.map((_, at) => first + at),
      ),
    );
    expect(needed.filter((c) => !inTable.has(c.codePointAt(0)!))).toEqual([]);
  });

  it('stand beside the licence of the fonts', () => {
    expect(existsSync(join(assets, 'fonts/liberation-serif-licence.txt'))).toBe(true);
  });
});
