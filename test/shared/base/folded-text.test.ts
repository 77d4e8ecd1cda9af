import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFolded, foldText, foldWithOffsets } from '../../../shared/base';

describe('folding', () => {
  test('drops accents, case and the stroke of đ, joins spaces and dashes', () => {
    expect(foldText('Nâng  cao\u00a0NĂNG SUẤT – Đổi mới')).toBe('nang cao nang suat - doi moi');
    expect(foldText('Ủy ban, Uỷ ban, ưỡn ẹo')).toBe('uy ban, uy ban, uon eo');
  });

  test('gives the same for NFC and NFD, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const folded = foldText(text);
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test('is the same with and without offsets, in every script', () => {
    const vietnamese = fc.constantFrom(...'aàĐđỪợ ỹ–-  \u00a0\u0301\u0323\u200bIİßΣς漢');
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: vietnamese, maxLength: 40 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).toBe(foldWithOffsets(text).folded.trim());
      }),
      { numRuns: 600, seed: 5 },
    );
  });

  test('offsets rise and stay within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { folded, starts, ends } = foldWithOffsets(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let at = 0; at < folded.length; at += 1) {
          expect(starts[at]!).toBeLessThan(ends[at]!);
          expect(ends[at]!).toBeLessThanOrEqual(text.length);
          if (at > 0) expect(starts[at]!).toBeGreaterThanOrEqual(starts[at - 1]!);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe('finding', () => {
  const found = (text: string, words: string): string[] =>
    findFolded(foldWithOffsets(text), words).map(({ from, to }) => text.slice(from, to));

  test('returns the words as they stand, combining marks included', () => {
    const text = 'a Đằng Giang b'.normalize('NFD');
    expect(found(text, 'đằng giang')).toEqual(['Đằng Giang'.normalize('NFD')]);
  });

  test('treats signs in the words as signs, not as a pattern', () => {
    expect(found('KH&CN (2013) a.b a+b', '(2013)')).toEqual(['(2013)']);
    expect(found('axb a.b', 'a.b')).toEqual(['a.b']);
    expect(found('anything', '')).toEqual([]);
    expect(found('anything', '\u0301')).toEqual([]);
  });

  test('stands up to a long text without a match', () => {
    expect(found('a - / '.repeat(20_000), '06/KH-UBND')).toEqual([]);
  });

  test('a text of a million letters takes its length, not its square', () => {
    const long = 'Năng suất, chất lượng. '.repeat(50_000);
    expect(foldWithOffsets(long).ends.at(-1)).toBe(long.length);
  });
});
