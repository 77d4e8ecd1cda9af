import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidateStyles,
  isLegal,
  stepsOf,
} from '../../../../renderer/features/fit/candidate-styles';
import {
  type FitChoice,
  rankFits,
  readability,
  tightest,
} from '../../../../renderer/features/fit/rank-fits';
import { form } from '../../../shared/templates/arbitrary-proposal';

const { style, ranges } = form.typography;
const candidates = candidateStyles(style, style, ranges);

const choices = fc
  .array(fc.double({ min: 2, max: 8, noNaN: true }), {
    minLength: candidates.length,
    maxLength: candidates.length,
  })
  .map((fills) =>
    candidates.map((candidate, index): FitChoice => {
      const fill = fills[index] ?? 0;
      const pages = Math.ceil(fill);
      const most = index % 3 === 0 ? pages + 1 : pages;
      return { style: candidate, trial: { pages, fill, lines: 0 }, most };
    }),
  );

describe('styles to try', () => {
  it('are all legal, all different, and hold the style in use and every size and spacing', () => {
    expect(candidates.every((one) => isLegal(one, ranges))).toBe(true);
    expect(new Set(candidates.map((one) => JSON.stringify(one))).size).toBe(candidates.length);
    expect(candidates).toContainEqual(style);
    const sizes = new Set(candidates.map(({ fontSize }) => fontSize));
    const spacings = new Set(candidates.map(({ lineSpacing }) => lineSpacing));
    expect([...sizes]).toEqual(stepsOf(ranges.fontSize));
    expect([...spacings]).toEqual(stepsOf(ranges.lineSpacing));
  });

  it('try the narrowest legal margins too', () => {
    expect(candidates.map(({ margins }) => margins)).toContainEqual({
      top: ranges.marginTop.min,
      bottom: ranges.marginBottom.min,
      left: ranges.marginLeft.min,
      right: ranges.marginRight.min,
    });
  });

  it('do not offer a style in use that is not legal', () => {
    const odd = { ...style, fontSize: 11, spaceAfter: 0 };
    expect(candidateStyles(odd, style, ranges).every((one) => isLegal(one, ranges))).toBe(true);
  });

  it('go from end to end of a range, whatever its step', () => {
    expect(stepsOf({ min: 1, max: 1.5, step: 0.05 })).toHaveLength(11);
    expect(stepsOf({ min: 1, max: 2, step: 0.3 })).toEqual([1, 1.3, 1.6, 1.9, 2]);
    expect(stepsOf({ min: 13, max: 13, step: 0.5 })).toEqual([13]);
    expect(stepsOf({ min: 13, max: 14, step: 0 })).toEqual([13, 14]);
  });
});

describe('styles that fit', () => {
  it('fit, the most readable first, and none is beaten outright by another', () => {
    fc.assert(
      fc.property(choices, fc.integer({ min: 2, max: 7 }), (all, limit) => {
        const fits = rankFits(all, limit, ranges);
        expect(fits.every(({ trial }) => trial.pages <= limit)).toBe(true);
        for (let index = 1; index < fits.length; index += 1) {
          const [better, worse] = [fits[index - 1], fits[index]];
          if (better === undefined || worse === undefined) continue;
          expect(readability(better.style, ranges)).toBeGreaterThanOrEqual(
            readability(worse.style, ranges),
          );
        }
        const here = all.some(({ trial }) => trial.pages <= limit);
        expect(fits.length > 0).toBe(here);
        // A style that may need a page more elsewhere is offered only where no other fits.
        const everywhere = all.some(({ most }) => most <= limit);
        if (everywhere) expect(fits.every(({ most }) => most <= limit)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('come down to the tightest one where none fits', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const least = Math.min(...all.map(({ trial }) => trial.fill));
        expect(tightest(all)?.trial.fill).toBe(least);
      }),
      { numRuns: 20 },
    );
    expect(tightest([])).toBeNull();
  });

  it('put a larger type before a smaller one with the same air', () => {
    const small = { ...style, fontSize: 13 };
    expect(readability(style, ranges)).toBeGreaterThan(readability(small, ranges));
    const airy = { ...style, lineSpacing: 1.2 };
    expect(readability(airy, ranges)).toBeGreaterThan(readability(style, ranges));
  });
});
