import { describe, expect, test } from 'vitest';
import { monthNumber, monthsBetween, officialMonth } from '../../../shared/base';

describe('civil months', () => {
  test.each(['2023-7', '2023-00', '2023-13', '07/2023', '', '2023-07-01', ' 2023-07'])(
    '“%s” is no month',
    (text) => {
      expect(monthNumber(text)).toBeNull();
    },
  );

  test('counts both ends', () => {
    expect(monthsBetween(monthNumber('2023-07')!, monthNumber('2024-12')!)).toBe(18);
    expect(monthsBetween(monthNumber('2024-01')!, monthNumber('2024-01')!)).toBe(1);
  });

  test('official letters put a nought before January and February only', () => {
    const words = ['2024-01', '2024-02', '2024-03', '2024-12'].map((text) =>
      officialMonth(monthNumber(text)!),
    );
    expect(words).toEqual([
      'tháng 01 năm 2024',
      'tháng 02 năm 2024',
      'tháng 3 năm 2024',
      'tháng 12 năm 2024',
    ]);
  });
});
