import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthNumber, officialMonth, parseMonth, shortMonth } from '../../../shared/base';

describe('months as people write them', () => {
  it.each([
    ['7/2023', '2023-07'],
    ['07/2023', '2023-07'],
    ['7-2023', '2023-07'],
    ['7.2023', '2023-07'],
    ['T7/2023', '2023-07'],
    ['tháng 7 năm 2023', '2023-07'],
    ['Tháng 12/2024', '2024-12'],
    ['2023-07', '2023-07'],
    ['12/24', '2024-12'],
    [' 1 / 2024 ', '2024-01'],
  ])('%s', (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });

  it.each([
    '',
    '7',
    '2023',
    '13/2023',
    '0/2023',
    '7/202',
    '7/20234',
    '1/7/2023',
    'bảy/2023',
    'quý 3/2023',
  ])('refuses %j', (text) => {
    expect(parseMonth(text)).toBeNull();
  });

  it('reads back what is shown and what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
        const month = `${y}-${String(m).padStart(2, '0')}`;
        expect(parseMonth(shortMonth(month))).toBe(month);
        expect(parseMonth(officialMonth(monthNumber(month) ?? 0))).toBe(month);
      }),
    );
  });

  it('shows what is no month as it is', () => {
    expect(shortMonth('đầu năm 2023')).toBe('đầu năm 2023');
  });
});
