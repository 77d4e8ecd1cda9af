import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageHundredths } from '../../../shared/base';

test.each([
  [0, 0],
  [4.62, 462],
  [4.996, 499],
  [5, 500],
  [5.000_000_000_1, 500],
  [5.004, 501],
])('%d pages are %d hundredths', (fill, hundredths) => {
  expect(pageHundredths(fill)).toBe(hundredths);
});

test('never says a whole page before it is full, nor keeps silent about the first line after it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 9_999 }),
      (page, part) => {
        const fill = page + part / 10_000;
        expect(pageHundredths(fill)).toBeGreaterThan(page * 100);
        expect(pageHundredths(fill)).toBeLessThan((page + 1) * 100);
      },
    ),
  );
});
