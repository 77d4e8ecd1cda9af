import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, vietnameseNumber } from '../../../shared/base';

describe('amounts as people write them', () => {
  it.each([
    ['350000000', 350_000_000],
    ['350.000.000', 350_000_000],
    ['350 000 000', 350_000_000],
    ['350,000,000', 350_000_000],
    ['350.000.000 đồng', 350_000_000],
    ['350.000.000đ', 350_000_000],
    ['350 triệu', 350_000_000],
    ['350 triệu đồng', 350_000_000],
    ['350tr', 350_000_000],
    ['350 TRIỆU', 350_000_000],
    ['1,25 tỷ', 1_250_000_000],
    ['1.25 tỉ', 1_250_000_000],
    ['1,15 tỷ', 1_150_000_000],
    ['1.250 triệu', 1_250_000_000],
    ['1 tỷ 250 triệu', 1_250_000_000],
    ['1 tỷ 250 triệu 300 nghìn VNĐ', 1_250_300_000],
    ['500 ngàn', 500_000],
    ['0', 0],
    [' 12 ', 12],
    ['350 triệu'.normalize('NFD'), 350_000_000],
  ])('%s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each([
    '',
    ' ',
    'đồng',
    'ba trăm triệu',
    '-5',
    '1,5',
    '12,34,567',
    '350 triệu 1 tỷ',
    '350 triệu 20 triệu',
    '1 tỷ rưỡi',
    '0,0000001 triệu',
    '10e5',
    '1/2 tỷ',
    '99999999999999999999',
    '9999999999 tỷ',
  ])('refuses %j', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it('reads back what is shown for an amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        expect(parseAmount(vietnameseNumber(amount))).toBe(amount);
        expect(parseAmount(String(amount))).toBe(amount);
        expect(parseAmount(`${vietnameseNumber(amount)} đồng`)).toBe(amount);
      }),
    );
  });

  it('never gives a part of a đồng, and reads any text without falling over', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const amount = parseAmount(text);
        expect(amount === null || (Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
      }),
    );
  });
});
