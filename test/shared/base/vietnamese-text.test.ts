import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointName, forbiddenCharacters, isNfc, nfc } from '../../../shared/base';

describe('text at the door', () => {
  test('one letter has one spelling', () => {
    const apart = 'Đề xuất nhiệm vụ'.normalize('NFD');
    expect(isNfc(apart)).toBe(false);
    expect(nfc(apart)).toBe('Đề xuất nhiệm vụ');
  });

  test.each([
    ['a null', 'a\u0000b', [1]],
    ['a bell', '\u0007', [0]],
    ['a delete', 'ab\u007f', [2]],
    ['a C1 control', '\u0085x', [0]],
    ['half a pair, first half', 'a\ud83d', [1]],
    ['half a pair, second half', '\ude00a', [0]],
    ['a carriage return', 'a\r\nb', [1]],
  ])('finds %s', (_, text, places) => {
    expect(forbiddenCharacters(text)).toEqual(places);
  });

  test('lets ordinary text, tabs, line ends and whole pairs be', () => {
    expect(forbiddenCharacters('Năng suất\t5S\nKAIZEN 😀 m²')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const printable = text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
        expect(forbiddenCharacters(printable)).toEqual([]);
      }),
    );
  });

  test('names code points', () => {
    expect([codePointName(7), codePointName(0x1f600)]).toEqual(['U+0007', 'U+1F600']);
  });
});
