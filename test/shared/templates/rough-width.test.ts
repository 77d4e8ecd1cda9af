import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roughExtent, roughWidth } from '../../../shared/templates/rough-width';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'nghiệm',
        'thu',
        'A',
        'm',
        'ỹ',
        '…',
        '😀',
        ' ',
        '  ',
        '\n',
        '\t',
        '\u00a0',
        '\u3000',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const longest = (parts: readonly string[], bold: boolean): number =>
  parts.reduce((most, part) => Math.max(most, roughWidth(part, bold)), 0);

describe('the width of a text by eye', () => {
  it('is that of its letters, the same whenever it is asked for', () => {
    fc.assert(
      fc.property(text, (given) => {
        const letters = [...given].reduce((sum, letter) => sum + roughWidth(letter, false), 0);
        expect(roughWidth(given, false)).toBe(letters);
      }),
    );
  });

  it('of the longest word and line is that of the words and lines apart', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (given, bold) => {
        expect(roughExtent(given, bold)).toEqual({
          word: longest(given.split(/\s+/u), bold),
          line: longest(given.split('\n'), bold),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
