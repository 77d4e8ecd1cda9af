// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, pagesText } from '../../../renderer/i18n/format';
import { parseDecimal, stepFrom } from '../../../renderer/ui/number-field';
import {
  ariaShortcut,
  matchesShortcut,
  shortcuts,
  shortcutText,
} from '../../../renderer/ui/shortcut';

const ranges = fc
  .record({
    min: fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
    steps: fc.integer({ min: 1, max: 60 }),
    step: fc.constantFrom(0.05, 0.1, 0.5, 1, 2.5),
  })
  .map(({ min, steps, step }) => ({ min, max: Number((min + steps * step).toFixed(6)), step }));

describe('a number field', () => {
  it('reads back what it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (hundredths) => {
        expect(parseDecimal(decimal(hundredths / 100, 2))).toBe(hundredths / 100);
      }),
    );
  });

  it.each(['', ' ', 'mười', '1,2,3', '1.000.000', '--1', '1e3', 'NaN', 'Infinity', '13pt'])(
    'does not take %j for a number',
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  it('steps onto the legal values only, and always moves unless it is at the end', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: -10, max: 300, noNaN: true }), (range, value) => {
        for (const direction of [1, -1] as const) {
          const next = stepFrom(value, direction, range);
          expect(next).toBeGreaterThanOrEqual(range.min);
          expect(next).toBeLessThanOrEqual(range.max);
          const steps = (next - range.min) / range.step;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-4);
          const inside = value > range.min && value < range.max;
          if (inside) expect(direction === 1 ? next > value : next < value).toBe(true);
        }
      }),
    );
  });
});

describe('pages as text', () => {
  it('never hide that the limit is passed, nor that there is room', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (fill) => {
        const whole = Math.round(fill);
        const shown = Number(pagesText(fill).replace(',', '.'));
        expect(Math.abs(shown - fill)).toBeLessThan(0.0101);
        if (fill > whole + 1e-6) expect(shown).toBeGreaterThan(whole);
        if (fill < whole - 1e-6) expect(shown).toBeLessThan(whole);
      }),
    );
  });
});

describe('a key', () => {
  const event = (more: object) => ({
    key: 's',
    code: 'KeyS',
    keyCode: 83,
    ctrlKey: true,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });

  it('is known by its place where the layout sends another letter', () => {
    expect(matchesShortcut(event({ key: 'ы' }), shortcuts.save)).toBe(true);
  });

  it('is left to the keyboard program while a letter is being put together', () => {
    expect(matchesShortcut(event({ isComposing: true }), shortcuts.save)).toBe(false);
    expect(matchesShortcut(event({ keyCode: 229 }), shortcuts.save)).toBe(false);
  });

  it('needs exactly its modifiers', () => {
    for (const modifier of ['altKey', 'shiftKey', 'metaKey']) {
      expect(matchesShortcut(event({ [modifier]: true }), shortcuts.save)).toBe(false);
    }
    expect(matchesShortcut(event({ ctrlKey: false }), shortcuts.save)).toBe(false);
  });

  it('has no two meanings', () => {
    const texts = Object.values(shortcuts).map((shortcut) => shortcutText(shortcut));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is written for the eye and for the screen reader', () => {
    expect(shortcutText(shortcuts.previousSection)).toBe('Alt+↑');
    expect(ariaShortcut(shortcuts.save)).toBe('Control+S');
    expect(ariaShortcut(shortcuts.check)).toBe('F7');
  });
});
