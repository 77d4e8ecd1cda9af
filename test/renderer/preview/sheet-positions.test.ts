import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMIT_BAND, OVER_BAND, sheetPositions } from '../../../renderer/preview/sheet-positions';
import { MARGIN, nextZoom, scaleOf, ZOOM_STEPS } from '../../../renderer/preview/zoom';
import { A4 } from '../../../shared/base';

const counts = fc.integer({ min: 1, max: 80 });
const limits = fc.integer({ min: 1, max: 12 });
const scales = fc.double({ min: 0.25, max: 3, noNaN: true });

describe('sheets in their column', () => {
  it('stand below each other without touching, with room for the line at the limit and the words above each sheet past it', () => {
    fc.assert(
      fc.property(counts, limits, scales, (count, limit, scale) => {
        const { top, height, total } = sheetPositions(count, limit, scale, A4);
        for (let index = 1; index < count; index += 1) {
          const gap = top(index) - (top(index - 1) + height);
          const band = index === limit ? LIMIT_BAND : 0;
          expect(gap).toBeGreaterThan(band + (index >= limit ? OVER_BAND : 0));
        }
        expect(total).toBeGreaterThanOrEqual(top(count - 1) + height + MARGIN);
      }),
    );
  });

  it('are drawn exactly when a part of them is in view', () => {
    fc.assert(
      fc.property(
        counts,
        limits,
        scales,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 100, max: 2000 }),
        (count, limit, scale, part, room) => {
          const positions = sheetPositions(count, limit, scale, A4);
          const from = part * positions.total;
          const [first, last] = positions.within(from, from + room);
          for (let index = 0; index < count; index += 1) {
            const top = positions.top(index);
            const isInView = top < from + room && top + positions.height > from;
            if (isInView) expect(index >= first && index <= last).toBe(true);
          }
          expect(last - first).toBeLessThanOrEqual(Math.ceil(room / positions.height) + 1);
        },
      ),
    );
  });

  it('answer for no sheet at all', () => {
    expect(sheetPositions(0, 5, 1, A4).total).toBe(0);
    expect(sheetPositions(0, 5, 1, A4).within(0, 500)).toEqual([0, 0]);
  });
});

describe('the zoom', () => {
  it('fits a page into the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 260, max: 2400 }),
        fc.integer({ min: 340, max: 2400 }),
        (width, height) => {
          const fitted = sheetPositions(1, 5, scaleOf('fit-page', { width, height }), A4);
          expect(fitted.width).toBeLessThanOrEqual(width);
          expect(fitted.height).toBeLessThanOrEqual(height);
          const wide = sheetPositions(1, 5, scaleOf('fit-width', { width, height }), A4);
          expect(wide.width).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('goes from step to step and stays within them', () => {
    let scale: number = ZOOM_STEPS[0];
    for (const step of ZOOM_STEPS.slice(1)) {
      scale = nextZoom(scale, 1);
      expect(scale).toBe(step);
    }
    expect(nextZoom(scale, 1)).toBe(scale);
    expect(nextZoom(0.61, 1)).toBe(0.67);
    expect(nextZoom(0.61, -1)).toBe(0.5);
    expect(nextZoom(ZOOM_STEPS[0], -1)).toBe(ZOOM_STEPS[0]);
    expect(scaleOf(99, { width: 1, height: 1 })).toBe(3);
  });
});
