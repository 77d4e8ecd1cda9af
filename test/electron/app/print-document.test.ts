import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../electron/app/print-document';
import { twip } from '../../../shared/base';
import { furnitureShapes } from '../../../shared/layout';
import type { Line, PageFurniture, PageList, Span } from '../../../shared/model';

const span = (text: string, more: Partial<Span> = {}): Span => ({
  x: twip(1701),
  width: twip(1000),
  text,
  face: 'regular',
  fontSize: twip(280),
  rise: twip(0),
  underline: false,
  strike: false,
  ...more,
});

const line = (spans: Span[], wordGap = 0): Line =>
  ({ baseline: twip(1500), wordGap: twip(wordGap), spans }) as unknown as Line;

const list = (...pages: Line[][]): PageList =>
  ({
    pages: pages.map((lines, index) => ({
      number: index + 1,
      width: twip(11906),
      height: twip(16838),
      lines,
      rules: [{ x1: twip(0), y1: twip(10), x2: twip(500), y2: twip(10), width: twip(8) }],
      folio: index === 0 ? null : line([span(String(index + 1))]),
    })),
  }) as unknown as PageList;

const html = (pages: PageList, title = 'Tiêu đề'): string => printDocument(pages, title, 'NONCE');

describe('the page for the printer', () => {
  it('has one sheet of A4 for each page, each with its number', () => {
    const text = html(list([line([span('một')])], [line([span('hai')])]));
    expect(text.match(/<section>/g)).toHaveLength(2);
    expect(text).toContain('@page{size:210mm 297mm;margin:0}');
    expect(text).toContain('>2</text>');
  });

  it('draws each span at its own place, size and face', () => {
    const text = html(
      list([
        line([
          span('đậm', { face: 'bold', x: twip(2000) }),
          span('nghiêng', { face: 'boldItalic', rise: twip(60), underline: true, strike: true }),
        ]),
      ]),
    );
    expect(text).toContain('<text x="2000" y="1500" font-size="280" font-weight="700">đậm</text>');
    expect(text).toContain('y="1440"');
    expect(text).toContain('font-style="italic"');
    expect(text).toContain('text-decoration="underline line-through"');
  });

  it('stretches plain spaces of a justified line and no others', () => {
    const text = html(list([line([span('a b\u00a0c')], 12.5)]));
    expect(text).toContain('word-spacing="12.5"');
    expect(text).toContain('a b<tspan word-spacing="0">\u00a0</tspan>c');
  });

  it('holds words that look like markup as words', () => {
    const text = html(list([line([span('<script>alert(1)</script> & "x"')])]), '</title><script>');
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
  });

  it('carries all looks in the one style element with the nonce', () => {
    const text = html(list([line([span('x')])]));
    expect(text).toContain('<style nonce="NONCE">');
    expect(text).not.toMatch(/ style="/);
    expect(text).not.toContain('<script');
  });

  it('leaves out what only shapes the line', () => {
    expect(html(list([line([span('a\tb\n')])]))).toContain('>ab</text>');
  });

  it('has what stands beside the text where the PDF has it: mark behind, code and pictures in front', () => {
    const pages = list([line([span('một')])], [line([span('hai')])]);
    const paper = { width: twip(11906), height: twip(16838) };
    const furniture: PageFurniture = {
      watermark: 'BẢN NHÁP',
      footer: { text: 'Mã bản: 7K3M-Q2XD', qr: 'BDX1 7K3MQ2XD 0123456789abcdef' },
      pictures: [
        {
          kind: 'seal',
          page: 2,
          x: 100,
          y: 200,
          width: 300,
          height: 400,
          png: 'AAAA',
          blockId: 'b',
        },
      ],
    };
    const text = printDocument(pages, 'Tiêu đề', 'NONCE', furniture);
    const rounded = (value = 0): number => Math.round(value * 100) / 100;
    const { watermark, footer, bars } = furnitureShapes(furniture, paper);
    const [, first = '', second = ''] = text.split('<section>');
    for (const sheet of [first, second]) {
      expect(sheet.indexOf('class="watermark"')).toBeLessThan(sheet.indexOf('x="1701"'));
      expect(sheet.indexOf('Mã bản: 7K3M-Q2XD')).toBeGreaterThan(sheet.indexOf('x="1701"'));
      expect(sheet).toContain(`font-size="${rounded(watermark?.fontSize)}"`);
      expect(sheet).toContain(`translate(${rounded(footer?.x)} ${rounded(footer?.y)})`);
      expect(/<path d="([^"]*)"/u.exec(sheet)?.[1]?.match(/M/gu)).toHaveLength(bars.length);
    }
    expect(first).not.toContain('<image');
    expect(second).toContain('<image x="100" y="200" width="300" height="400"');
  });
});
