import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { A4 } from '../../../shared/base';
import { codeModules, furnitureShapes } from '../../../shared/layout';

const LANDSCAPE = { width: A4.height, height: A4.width };

describe('furniture of a page', () => {
  test.each([
    ['portrait', A4],
    ['landscape', LANDSCAPE],
  ])(
    'the mark of a draft lies along the diagonal, in the middle and on the paper: %s',
    (_, page) => {
      const { watermark, footer, bars } = furnitureShapes({ watermark: 'BẢN NHÁP' }, page);
      if (watermark === null) throw new Error('no watermark');
      expect([footer, bars]).toEqual([null, []]);
      const angle = (watermark.turn * Math.PI) / 180;
      expect(Math.tan(-angle)).toBeCloseTo(page.height / page.width, 6);
      // The middle of the baseline, and half of the capitals above it, is the middle of the paper.
      const up = (watermark.fontSize * 1341) / 2048 / 2;
      const x = watermark.x + (watermark.width / 2) * Math.cos(angle) + up * Math.sin(angle);
      const y = watermark.y + (watermark.width / 2) * Math.sin(angle) - up * Math.cos(angle);
      expect(x).toBeCloseTo(page.width / 2, 5);
      expect(y).toBeCloseTo(page.height / 2, 5);
      expect(watermark.width).toBeLessThan(Math.hypot(page.width, page.height));
    },
  );

  test('code line and square code stand in the bottom margin, between the side margins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 850, max: 2000 }),
        fc.integer({ min: 850, max: 2000 }),
        (left, right) => {
          const { footer, code, bars } = furnitureShapes(
            {
              footer: { text: 'Mã bản: 7K3M-Q2XD', qr: 'BDX1 7K3MQ2XD 0123456789abcdef' },
              sides: { left, right },
            },
            A4,
          );
          if (footer === null || code === null) throw new Error('no footer');
          expect(footer.x).toBe(left);
          expect(code.x + code.side).toBe(A4.width - right);
          // The smallest bottom margin that the forms allow is 20 mm.
          expect(code.y).toBeGreaterThan(A4.height - 1134);
          for (const { x, y, width, height } of bars) {
            expect(x).toBeGreaterThanOrEqual(code.x - 1e-6);
            expect(x + width).toBeLessThanOrEqual(code.x + code.side + 1e-6);
            expect(y + height).toBeLessThanOrEqual(code.y + code.side + 1e-6);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test('the bars are the dark modules of the code, each once', () => {
    const qr = 'BDX1 7K3MQ2XD 0123456789abcdef';
    const { code, bars } = furnitureShapes({ footer: { text: 'Mã bản: 7K3M-Q2XD', qr } }, A4);
    const modules = codeModules(qr);
    if (code === null) throw new Error('no code');
    const module = code.side / modules.length;
    const drawn = modules.map((row) => row.map(() => 0));
    for (const { x, y, width } of bars) {
      const row = Math.round((y - code.y) / module);
      const from = Math.round((x - code.x) / module);
      for (let at = from; at < from + Math.round(width / module); at += 1) {
        const line = drawn[row];
        if (line !== undefined) line[at] = (line[at] ?? 0) + 1;
      }
    }
    expect(drawn).toEqual(modules.map((row) => row.map((isDark) => (isDark ? 1 : 0))));
  });
});
