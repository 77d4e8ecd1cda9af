import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateStyles } from '../../../../renderer/features/fit/candidate-styles';
import {
  chooseFits,
  type FitTrial,
  mayNeedMore,
  readability,
  tightest,
} from '../../../../renderer/features/fit/choose-fits';
import { form } from '../../../shared/templates/arbitrary-proposal';

const { style, ranges } = form.typography;
const candidates = candidateStyles(style, style, ranges);

/** Fills that fall, on the whole, with size and spacing, as those of real texts do. */
const trials = fc
  .record({ words: fc.double({ min: 2, max: 6, noNaN: true }), seed: fc.nat(1000) })
  .map(({ words, seed }) =>
    candidates.map((candidate, index): FitTrial => {
      const noise = ((index * 7919 + seed) % 97) / 400;
      const air = candidate.spaceAfter / 200;
      const fill = words * (candidate.fontSize / 13) ** 2 * candidate.lineSpacing + air + noise;
      return { style: candidate, trial: { pages: Math.ceil(fill), fill, lines: 0 } };
    }),
  );

/** Which styles other programs set on a page more. */
const doubts = fc.integer({ min: 0, max: 4 });
const mostOf =
  (doubt: number) =>
  ({ style: one, trial }: FitTrial): number =>
    trial.pages + (Math.round(one.lineSpacing * 100 + one.spaceAfter) % 5 < doubt ? 1 : 0);

const WANTED = 6;
const LIMIT = 5;

const airOf = ({ style: one }: FitTrial): number[] => [
  one.fontSize,
  one.lineSpacing,
  one.spaceAfter,
  one.margins.left + one.margins.right,
  one.margins.top + one.margins.bottom,
];

const beats = (a: FitTrial, b: FitTrial): boolean => {
  const [mine, other] = [airOf(a), airOf(b)];
  return (
    mine.every((value, at) => value >= (other[at] ?? 0)) &&
    mine.some((value, at) => value > (other[at] ?? 0))
  );
};

describe('styles that fit', () => {
  it('are the most readable ones that nothing beats, sure ones if there are any', async () => {
    await fc.assert(
      fc.asyncProperty(trials, doubts, async (all, doubt) => {
        const ask = mostOf(doubt);
        const chosen = await chooseFits(all, LIMIT, ranges, WANTED, async (some) => some.map(ask));
        const most = (trial: FitTrial): number =>
          mayNeedMore(trial, LIMIT) ? ask(trial) : trial.trial.pages;
        const here = all.filter(({ trial }) => trial.pages <= LIMIT);
        const sure = here.filter((trial) => most(trial) <= LIMIT);
        const fitting = sure.length > 0 ? sure : here;
        const best = fitting
          .filter((trial) => !fitting.some((other) => beats(other, trial)))
          .map((trial) => readability(trial.style, ranges))
          .sort((a, b) => b - a)
          .slice(0, WANTED);
        expect(chosen?.map((choice) => readability(choice.style, ranges))).toEqual(best);
        for (const choice of chosen ?? []) {
          expect(choice.most).toBe(most(choice));
          expect(fitting.some((other) => beats(other, choice))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ask how sure a count is only where another program can come to more', async () => {
    await fc.assert(
      fc.asyncProperty(trials, async (all) => {
        await chooseFits(all, LIMIT, ranges, WANTED, (some) => {
          expect(some.every((trial) => mayNeedMore(trial, LIMIT))).toBe(true);
          return Promise.resolve(some.map(() => LIMIT));
        });
      }),
      { numRuns: 20 },
    );
  });

  it('are not known when it cannot be told how sure they are', async () => {
    const near = candidates.map((one): FitTrial => {
      return { style: one, trial: { pages: LIMIT, fill: LIMIT - 0.01, lines: 0 } };
    });
    expect(await chooseFits(near, LIMIT, ranges, WANTED, async () => null)).toBeNull();
  });

  it('come down to the tightest one where none fits', () => {
    fc.assert(
      fc.property(trials, (all) => {
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
