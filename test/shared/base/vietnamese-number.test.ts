import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dongAmount, dongInWords, numberInWords, vietnameseNumber } from '../../../shared/base';

describe('numbers as official papers write them', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1_250_000_000, '1.250.000.000'],
    [1_234_567.5, '1.234.567,5'],
    [-1500, '-1.500'],
    [0.25, '0,25'],
    [1e21, '1.000.000.000.000.000.000.000'],
  ])('%d is %s', (value, words) => {
    expect(vietnameseNumber(value)).toBe(words);
  });

  test('any whole number reads back as itself', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(vietnameseNumber(value).replaceAll('.', ''))).toBe(value);
      }),
    );
  });

  test('an amount and its unit do not part at the end of a line', () => {
    expect(dongAmount(15_500_000)).toBe('15.500.000\u00a0đồng');
  });
});

describe('amounts in words', () => {
  test.each([
    [0, 'Không'],
    [10, 'Mười'],
    [11, 'Mười một'],
    [15, 'Mười lăm'],
    [21, 'Hai mươi mốt'],
    [24, 'Hai mươi tư'],
    [25, 'Hai mươi lăm'],
    [101, 'Một trăm linh một'],
    [105, 'Một trăm linh năm'],
    [110, 'Một trăm mười'],
    [115, 'Một trăm mười lăm'],
    [304, 'Ba trăm linh bốn'],
    [1_005, 'Một nghìn không trăm linh năm'],
    [1_000_005, 'Một triệu không trăm linh năm'],
    [15_500_000, 'Mười lăm triệu năm trăm nghìn'],
    [121_000_000, 'Một trăm hai mươi mốt triệu'],
    [1_005_000_000, 'Một tỷ không trăm linh năm triệu'],
    [
      1_234_567_891,
      'Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt',
    ],
    [2_000_000_005, 'Hai tỷ không trăm linh năm'],
    [1_000_000_000_000, 'Một nghìn tỷ'],
    [1_250_000_000_000, 'Một nghìn hai trăm năm mươi tỷ'],
    [1_000_000_005_000_000, 'Một triệu tỷ không trăm linh năm triệu'],
  ])('%d', (value, words) => {
    expect(dongInWords(value)).toBe(`${words} đồng`);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d has none', (value) => {
    expect(dongInWords(value)).toBeNull();
  });

  /** Reads the words back, by a grammar of its own. */
  const VALUES = new Map(
    Object.entries({
      không: 0,
      một: 1,
      mốt: 1,
      hai: 2,
      ba: 3,
      bốn: 4,
      tư: 4,
      năm: 5,
      lăm: 5,
      sáu: 6,
      bảy: 7,
      tám: 8,
      chín: 9,
    }),
  );
  const readBelowBillion = (words: readonly string[]): number => {
    let total = 0;
    let group = 0;
    let units = 0;
    for (const word of words) {
      if (word === 'triệu' || word === 'nghìn') {
        total += (group + units) * (word === 'triệu' ? 1e6 : 1e3);
        group = 0;
        units = 0;
      } else if (word === 'trăm' || word === 'mươi') {
        group += units * (word === 'trăm' ? 100 : 10);
        units = 0;
      } else if (word === 'mười') group += 10;
      else if (word !== 'linh') units = VALUES.get(word) ?? Number.NaN;
    }
    return total + group + units;
  };
  const read = (words: readonly string[]): number => {
    const at = words.indexOf('tỷ');
    if (at < 0) return readBelowBillion(words);
    return readBelowBillion(words.slice(0, at)) * 1e9 + read(words.slice(at + 1));
  };

  test('any amount reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
        expect(read((numberInWords(value) ?? '').split(' '))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});
