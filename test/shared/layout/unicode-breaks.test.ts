import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { breakClassOf } from '../../../shared/layout/break-lines/break-classes';
import { unicodeBreaks } from '../../../shared/layout/break-lines/unicode-breaks';
import { loadScript } from '../../scripts/load-script';

interface ReadClasses {
  readClasses: () => Promise<{ names: string[]; runs: [number, number][] }>;
}
interface ClassesText {
  classesText: (classes: unknown) => string;
}

/** Another implementation of UAX #14, by other people. */
const breaksOfPeer = (text: string): number[] => {
  const breaker = new LineBreaker(text);
  const positions: number[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    positions.push(found.position);
  }
  return positions;
};

/** There the other implementation forgets rule LB8a: nothing is parted behind a joiner. */
const isForgotten = (text: string): boolean => /[\n\v\f\r\u0085\u2028\u2029]\u200d/.test(text);

/** A code point of each class, some twice: of Latin, of other scripts, outside the plane. */
const OF_EACH_CLASS = [
  ...[
    '(',
    '[',
    '”',
    ')',
    ']',
    '}',
    '"',
    '“',
    '«',
    "'",
    '\u00a0',
    '\u2011',
    '\u202f',
    '!',
    '?',
    '‼',
    'ー',
  ],
  ...[
    '/',
    '.',
    ',',
    ':',
    ';',
    '$',
    '+',
    '−',
    '№',
    '₫',
    '%',
    '°',
    '¢',
    '7',
    '٣',
    'a',
    'ệ',
    '*',
    '#',
    '<',
  ],
  ...[
    'א',
    'ת',
    '中',
    '水',
    '…',
    '‥',
    '-',
    '–',
    '\u2010',
    '\t',
    '\u2009',
    '|',
    '´',
    '\u02c8',
    '—',
    '\u200b',
  ],
  ...[
    '\u0301',
    '\u0323',
    '\u20dd',
    '\u2060',
    '가',
    '각',
    'ᄀ',
    'ᅡ',
    'ᆨ',
    '🇻',
    '🇳',
    '👍',
    '🏽',
    '\u200d',
    '￼',
  ],
  ...[
    '\n',
    '\r',
    '\u0085',
    '\u2028',
    '\u000b',
    ' ',
    ' ',
    'ก',
    '\u00ad',
    '😀',
    '𝒜',
    '\ud800',
    '\u0378',
    'ア',
    'ァ',
  ],
];

describe('where UAX #14 lets a line end', () => {
  it('is what another implementation says, for signs of all classes in any order', () => {
    const text = fc
      .array(fc.constantFrom(...OF_EACH_CLASS), { maxLength: 12 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(!isForgotten(given));
        expect(unicodeBreaks(given)).toEqual(breaksOfPeer(given));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is what another implementation says for every pair, with and without a space between', () => {
    for (const a of OF_EACH_CLASS) {
      for (const b of OF_EACH_CLASS) {
        for (const text of [a + b, `${a} ${b}`, `x${a}${b}x`, `${a}\u0301${b}`]) {
          if (isForgotten(text)) continue;
          expect([text, unicodeBreaks(text)]).toEqual([text, breaksOfPeer(text)]);
        }
      }
    }
  });

  it('is what another implementation says for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        fc.pre(!isForgotten(text));
        expect(unicodeBreaks(text)).toEqual(breaksOfPeer(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is not behind a joiner, not even at the start of a line (LB8a)', () => {
    expect(unicodeBreaks('a\n\u200d中')).toEqual([2, 4]);
  });
});

describe('the shipped break classes', () => {
  it('are those of the Unicode data, written as the script writes them', async () => {
    const { readClasses } = await loadScript<ReadClasses>('break-classes/read-classes.mjs');
    const { classesText } = await loadScript<ClassesText>('break-classes/classes-text.mjs');
    const shipped = join(import.meta.dirname, '../../../assets/line-break/break-classes.json');
    const classes = await readClasses();
    expect(classesText(classes)).toBe(readFileSync(shipped, 'utf8'));
    const wrong = classes.runs.filter(
      ([first, index], at) =>
        breakClassOf(first) !== index ||
        breakClassOf((classes.runs[at + 1]?.[0] ?? 0x110000) - 1) !== index,
    );
    expect(wrong).toEqual([]);
  });
});
