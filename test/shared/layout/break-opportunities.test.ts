import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakOpportunities,
  breakOpportunitiesByRule,
} from '../../../shared/layout/break-lines/break-opportunities';
import { randomOf } from '../../corpus';
import { paragraphText, rareText } from '../../corpus/vietnamese-prose';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'ệ', 'Đ', 'xưởng', '1', '2023', '1.000', 'A4') },
  { weight: 4, arbitrary: fc.constantFrom(' ', '  ', ' ', ' ') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['.', ',', ';', ':', '!', '?', ')', '(', '%', '…', '”', '“', '"', '«', '»', '-', '–', '—'],
      ...['/', '\\', '\u00a0', '\u2011', '\u00ad', '\u200b', '\n', '\t', '°', '±', '×', '₫', '$'],
      ...[
        '[',
        ']',
        '{',
        '}',
        '+',
        '=',
        '*',
        '&',
        '@',
        '#',
        '|',
        '~',
        '<',
        '>',
        '→',
        '·',
        '€',
        '中',
      ],
    ),
  },
);
const sloppyText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('the short way for plain words', () => {
  it('gives the places of the long way for any signs in any order', () => {
    fc.assert(
      fc.property(sloppyText, (text) => {
        expect(breakOpportunities(text)).toEqual(breakOpportunitiesByRule(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives the places of the long way for office prose', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = randomOf(seed);
      const text = `${paragraphText(random, 4, 0.7)} ${rareText(random)} ${rareText(random)}`;
      expect(breakOpportunities(text)).toEqual(breakOpportunitiesByRule(text));
    }
  });
});
