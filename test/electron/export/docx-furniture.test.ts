import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { draftFurniture, exportPaper, frozenFurniture } from '../../../electron/export';
import { layoutFlow, placePictures } from '../../../shared/layout';
import type { Flow, PageFurniture } from '../../../shared/model';
import { flowOf, requestOf } from '../../shared/templates/papers/sample-dossier';
import { BLUE, inkPicture, RED } from './sample-picture';

const now = new Date('2024-03-20T02:00:00Z');
const letter = flowOf(requestOf(), 'cover-letter');
const table = flowOf(requestOf(), 'summary-table');
const label = flowOf(requestOf(), 'envelope-label');
const version = { code: '7K3M-Q2XD', sha256: 'a'.repeat(64) };

const written = async (flow: Flow, furniture: PageFurniture): Promise<Uint8Array> => {
  const pageList = layoutFlow(flow);
  const made = await exportPaper({ format: 'docx', flow, pageList, author: '', now, furniture });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.bytes;
};

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map(([name, part]) => [name, strFromU8(part)]),
  );

const named = (parts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...parts].filter(([name]) => pattern.test(name)).map(([, part]) => part);

const HEADERS = /^word\/header\d+\.xml$/u;
const FOOTERS = /^word\/footer\d+\.xml$/u;

const picture = (bytes: Buffer, width: number, height: number) => ({
  png: bytes.toString('base64'),
  width,
  height,
  addedAt: now.toISOString(),
  notes: [],
});

const withPictures = (flow: Flow): PageFurniture => ({
  ...frozenFurniture(version, ''),
  pictures: placePictures(flow, layoutFlow(flow), {
    signature: picture(inkPicture(300, 120, BLUE), 300, 120),
    seal: { ...picture(inkPicture(200, 200, RED), 200, 200), diameter: 36 },
  }),
});

describe('furniture in a DOCX', () => {
  test('a draft says so in every header, as Word’s own watermark, and in no line of the text', async () => {
    for (const flow of [letter, table, label]) {
      const parts = partsOf(await written(flow, draftFurniture()));
      const headers = named(parts, HEADERS);
      expect(headers.length).toBeGreaterThan(0);
      for (const header of headers) {
        expect(header).toMatch(/<v:shape id="PowerPlusWaterMarkObject\d"[^>]*>/u);
        expect(header).toContain('string="BẢN NHÁP"');
      }
      expect(new Set(headers.map((header) => /WaterMarkObject\d/u.exec(header)?.[0])).size).toBe(
        headers.length,
      );
      expect(parts.get('word/document.xml')).not.toContain('BẢN NHÁP');
      expect(named(parts, FOOTERS)).toEqual([]);
    }
  });

  test('a frozen paper has its code in every footer, with the square code beside it', async () => {
    const bytes = await written(letter, frozenFurniture(version, ''));
    const parts = partsOf(bytes);
    const footers = named(parts, FOOTERS);
    // Of the first page and of the others.
    expect(footers).toHaveLength(2);
    for (const footer of footers) {
      expect(footer).toContain('Mã bản: 7K3M-Q2XD');
      expect(footer).toContain('<wp:wrapNone/>');
      expect(footer).toMatch(/<wp:positionH relativeFrom="page">/u);
    }
    const media = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('word/media/'));
    expect(media).toHaveLength(1);
    expect(named(parts, HEADERS).join('')).not.toContain('WaterMark');
  });

  test('pictures float over the page at their places, anchored where one signs', async () => {
    const furniture = withPictures(letter);
    const xml = partsOf(await written(letter, furniture)).get('word/document.xml') ?? '';
    const anchors = xml.match(/<wp:anchor [\s\S]*?<\/wp:anchor>/gu) ?? [];
    expect(anchors).toHaveLength(2);
    for (const [at, placed] of (furniture.pictures ?? []).entries()) {
      const anchor = anchors[at] ?? '';
      const offsets = [...anchor.matchAll(/<wp:posOffset>(-?\d+)</gu)].map(([, emu]) =>
        Math.round(Number(emu) / 635),
      );
      expect(offsets).toEqual([Math.round(placed.x), Math.round(placed.y)]);
      expect(anchor).toContain('layoutInCell="0"');
      expect(anchor).toContain('<wp:wrapNone/>');
    }
    // In one paragraph with the signer's name.
    const paragraph = xml.split('<w:p>').find((part) => part.includes('Ảnh con dấu')) ?? '';
    expect(paragraph).toContain('Trần Thị Bình');
  });

  test('the same paper gives the same bytes, however many were written before', async () => {
    const furniture = withPictures(letter);
    const first = await written(letter, furniture);
    await written(table, draftFurniture());
    expect(Buffer.compare(await written(letter, furniture), first)).toBe(0);
  });

  test('without furniture nothing of it is there', async () => {
    const parts = partsOf(await written(letter, {}));
    expect(named(parts, FOOTERS)).toEqual([]);
    expect(named(parts, HEADERS).join('')).not.toContain('<w:pict');
  });
});
