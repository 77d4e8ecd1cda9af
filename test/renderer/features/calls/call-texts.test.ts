import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadShippedData } from '../../../../electron/assets';
import {
  correctionsToText,
  linesOf,
  textOfLines,
  textToCorrections,
  textToUnknowns,
  unknownsToText,
} from '../../../../renderer/features/calls/line-lists';
import {
  orientationsToText,
  textToOrientations,
} from '../../../../renderer/features/calls/orientation-text';
import { readClock, readDay, readDayOrMonth } from '../../../../renderer/ui/read-day';
import { type Orientation, parseCall } from '../../../../shared/model';

const { calls } = loadShippedData();
const idsOf = (tree: readonly Orientation[]): string[] =>
  tree.flatMap(({ id, children }) => [id, ...idsOf(children)]);

describe('orientations as lines', () => {
  it('come back as they went out, for every call that is shipped', () => {
    for (const { orientations } of calls) {
      const flat = (tree: readonly Orientation[]): Orientation[] =>
        tree.map(({ id, text, children }) => ({
          id,
          text: text.replaceAll('\n', ' ').trim(),
          children: flat(children),
        }));
      expect(textToOrientations(orientationsToText(orientations))).toEqual(flat(orientations));
    }
  });

  it('gives each its own sign whatever somebody types', () => {
    const line = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const ids = idsOf(textToOrientations(lines.join('\n')));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('keeps every word that is typed', () => {
    const word = fc.stringMatching(/^[A-ZĐÂ][a-zàáâđ ]{1,12}[a-z]$/u);
    const line = fc.tuple(fc.integer({ min: 0, max: 3 }), word);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.map(([depth, words]) => `${'  '.repeat(depth)}- ${words}`).join('\n');
        const texts = (tree: readonly Orientation[]): string[] =>
          tree.flatMap((one) => [one.text, ...texts(one.children)]);
        expect(texts(textToOrientations(text))).toEqual(lines.map(([, words]) => words));
      }),
    );
  });

  it('makes children of deeper lines', () => {
    expect(textToOrientations('a) Một\n  - Hai\n  - Ba\nb) Bốn')).toEqual([
      {
        id: 'a',
        text: 'Một',
        children: [
          { id: 'a.1', text: 'Hai', children: [] },
          { id: 'a.2', text: 'Ba', children: [] },
        ],
      },
      { id: 'b', text: 'Bốn', children: [] },
    ]);
  });
});

describe('lists as lines', () => {
  it('come back as they went out, for every call that is shipped', () => {
    for (const call of calls) {
      expect(textToUnknowns(unknownsToText(call.unknowns))).toEqual(call.unknowns);
      expect(textToCorrections(correctionsToText(call.corrections))).toEqual(call.corrections);
      expect(linesOf(textOfLines(call.letter))).toEqual(call.letter);
      expect(linesOf(textOfLines(call.cautions))).toEqual(call.cautions);
    }
  });
});

describe('days and hours as people type them', () => {
  it.each([
    ['15/3/2027', '2027-03-15'],
    ['15-03-2027', '2027-03-15'],
    [' 15.3.2027 ', '2027-03-15'],
    ['2027-03-15', '2027-03-15'],
    ['31/2/2027', null],
    ['15/3', null],
    ['', null],
    ['hôm nay', null],
  ])('reads the day %j as %j', (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    ['8/2024', '2024-08'],
    ['2024-08', '2024-08'],
    ['13/2024', null],
    ['20/5/2023', '2023-05-20'],
  ])('reads the day or month %j as %j', (typed, day) => expect(readDayOrMonth(typed)).toBe(day));

  it.each([
    ['17:00', '17:00'],
    ['17h', '17:00'],
    ['17h30', '17:30'],
    ['17 giờ 00', '17:00'],
    ['7 giờ 30', '07:30'],
    ['24:00', null],
    ['17:60', null],
    ['chiều', null],
  ])('reads the hour %j as %j', (typed, hour) => expect(readClock(typed)).toBe(hour));
});

describe('a shipped call in the form', () => {
  it('is saved as it was when nothing is changed', () => {
    for (const call of calls) {
      const saved = parseCall(structuredClone(call));
      expect(saved).toEqual({ ok: true, value: call });
    }
  });
});
