import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Twip, twip } from '../../../shared/base';
import { breakLines } from '../../../shared/layout/break-lines/break-lines';
import { breakOpportunitiesByRule } from '../../../shared/layout/break-lines/break-opportunities';
import { penAfter } from '../../../shared/layout/break-lines/pen';
import { measureParagraph } from '../../../shared/layout/measure/measure-paragraph';
import { randomOf } from '../../corpus';
import { paragraphText, rareText } from '../../corpus/vietnamese-prose';
import { FONT_SIZE, run } from './flow-parts';

const UNITS = 2048;
/** L13 looks so far back for a space. */
const LONG_PATH = 66;

/** Signs that break lines in ways of their own, beside words as they are written. */
const signs = fc.constantFrom(
  ...[' ', ' ', ' ', '  ', '\u00a0', '\u202f', '\u2009', '\u200b', '\u2060', '\u00ad', '\t', '\n'],
  ...[
    '-',
    '\u2011',
    '–',
    '—',
    '/',
    '\\',
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    '…',
    '%',
    '₫',
    '$',
    '°',
    '+',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '“',
    '”',
    '"',
    "'",
    '«',
    '»',
    '<',
    '>',
    '=',
    '@',
    '#',
    '*',
    '·',
    '|',
    '_',
  ],
);
const words = fc.constantFrom(
  ...['nghiệm', 'thu', 'ả', 'Đ', 'a', 'kW', 'm²', '5S', '13', '2023', '1.000.000', '0,5', 'ISO'],
  ...[
    'NĐ-CP',
    '3825-1234',
    'COVID-19',
    'http://a.vn/b/c',
    'C:\\ab',
    'và/hoặc',
    'A4',
    'x'.repeat(30),
  ],
);
const odd = fc.constantFrom(
  ...['e\u0323\u0302', 'a\u0301', '\u0301', '中文', '日本語', '😀', '👩\u200d🔬', '🇻🇳', '\u200d'],
  ...['가', 'ก็', 'א', '\ud83d', '\u0378', '\u2028', '\r'],
);
const text = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: words },
      { weight: 5, arbitrary: signs },
      { weight: 1, arbitrary: odd },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const boxes = fc.record({
  width: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 6_000 })),
  first: fc.integer({ min: -300, max: 700 }),
  indent: fc.constantFrom(0, 284, 567),
});
type Box = typeof boxes extends fc.Arbitrary<infer T> ? T : never;

const boxOf = ({ width, first, indent }: Box) => ({
  first: (indent + first) * UNITS,
  rest: indent * UNITS,
  right: (indent + width) * UNITS,
  indent: indent * UNITS,
});

const isHanging = (character: string): boolean => /[ \n\t]/.test(character);

/** Starts a letter: no mark, no joined sign, no second half of a pair. */
const startsLetter = (given: string, at: number): boolean => {
  const before = given.codePointAt(at - 1) ?? 0;
  const isHalf = given.charCodeAt(at) >= 0xdc00 && given.charCodeAt(at) < 0xe000;
  const isInPair =
    isHalf && given.charCodeAt(at - 1) >= 0xd800 && given.charCodeAt(at - 1) < 0xdc00;
  return !isInPair && before !== 0x200d && !/^[\p{M}\u200d]/u.test(given.slice(at));
};

const check = (given: string, shape: Box, size: Twip): void => {
  const measured = measureParagraph([run(given, { fontSize: size })]);
  const box = boxOf(shape);
  const lines = breakLines(measured, box);
  const isAllowed = new Set(breakOpportunitiesByRule(given));
  const fits = (from: number, to: number, index: number): boolean =>
    penAfter(measured, index === 0 ? box.first : box.rest, from, to, box.indent) <= box.right;
  const visible = (from: number, to: number): number => {
    let end = to;
    while (end > from && isHanging(given.charAt(end - 1))) end -= 1;
    return end;
  };

  let at = 0;
  lines.forEach(({ from, to, end, closed, overflows }, index) => {
    // Nothing lost, nothing twice.
    expect(from).toBe(at);
    expect(end).toBe(visible(from, to));
    at = to;
    const isLast = index === lines.length - 1;
    expect(closed).toBe(isLast || given.charAt(to - 1) === '\n');
    // A line feed ends its line.
    const feed = given.slice(from, to - 1).includes('\n');
    expect(feed).toBe(false);
    // L15: too wide only where a single letter is.
    expect(overflows).toBe(end > from && !fits(from, end, index));
    if (overflows) {
      for (let inner = from + 1; inner < end; inner += 1) {
        expect(startsLetter(given, inner)).toBe(false);
      }
    }
    if (closed) return;
    expect(to).toBeGreaterThan(from);
    // L11–L14: a line ends where the rules let it, and elsewhere only within a word that is too wide.
    const afterSpace = isHanging(given.charAt(to - 1));
    if (!isAllowed.has(to) && !afterSpace) {
      expect(startsLetter(given, to)).toBe(true);
      const next = [...isAllowed].find((position) => position > to) ?? given.length;
      expect(fits(from, visible(from, next), index)).toBe(false);
    }
    // L10: it takes all it can; L13 lets it leave what hangs together by strokes.
    const next = [...isAllowed].find((position) => position > to) ?? given.length;
    const more = visible(from, next);
    const isByStroke = /[/\\]/.test(given.slice(from, next + LONG_PATH));
    if (isAllowed.has(to) && more > end && !isByStroke) expect(fits(from, more, index)).toBe(false);
  });
  expect(at).toBe(given.length);
};

describe('the line breaker', { timeout: 60_000 }, () => {
  it('L10–L16: keeps its rules for any signs in any order and any width', () => {
    fc.assert(
      fc.property(text, boxes, fc.constantFrom(200, 260, 280), (given, shape, size) => {
        check(given, shape, twip(size));
      }),
      { numRuns: 6_000 },
    );
  });

  it('L10–L16: keeps its rules for office prose, numbers and codes at every width', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const random = randomOf(seed);
      const given = `${paragraphText(random, 3, 0.8)} ${rareText(random)} ${rareText(random)}`;
      for (let width = 300; width < 9_000; width += 700) {
        check(given, { width: width + seed, first: 567, indent: 0 }, FONT_SIZE);
      }
    }
  });
});
