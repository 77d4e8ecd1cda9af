import type { Style, StyleRanges } from '../../../shared/model';
import type { Trial } from '../../state';

export interface FitTrial {
  readonly style: Style;
  readonly trial: Trial;
}

export interface FitChoice extends FitTrial {
  /** What another program can come to at most. */
  readonly most: number;
}

/** Nearer to the limit than this, another program may need a page more; it has to be found out. */
const NEAR = 0.3;

export const mayNeedMore = ({ trial }: FitTrial, limit: number): boolean =>
  trial.pages === limit && trial.fill > limit - NEAR;

const part = (value: number, min: number, max: number): number =>
  max <= min ? 1 : Math.min(1, Math.max(0, (value - min) / (max - min)));

/** Beyond this, more space between lines no longer helps reading. */
const EASY_SPACING = 1.3;
const EASY_GAP = 12;

/**
 * How easily a page set that way is read, 0 … 1: size first, then the air between lines, then
 * margins and gaps. Only the order counts.
 */
export const readability = (style: Style, ranges: StyleRanges): number => {
  const { fontSize, lineSpacing, spaceAfter, margins } = style;
  const across = part(
    margins.left + margins.right,
    ranges.marginLeft.min + ranges.marginRight.min,
    ranges.marginLeft.max + ranges.marginRight.max,
  );
  const down = part(
    margins.top + margins.bottom,
    ranges.marginTop.min + ranges.marginBottom.min,
    ranges.marginTop.max + ranges.marginBottom.max,
  );
  return (
    0.45 * part(fontSize, ranges.fontSize.min, ranges.fontSize.max) +
    0.33 * part(lineSpacing, ranges.lineSpacing.min, EASY_SPACING) +
    0.12 * part(spaceAfter, ranges.spaceAfter.min, EASY_GAP) +
    0.06 * across +
    0.04 * down
  );
};

/** Everything that can make one style better than another, the weightiest first. */
const merits = ({ fontSize, lineSpacing, spaceAfter, margins }: Style): readonly number[] => [
  fontSize,
  lineSpacing,
  spaceAfter,
  margins.left + margins.right,
  margins.top + margins.bottom,
];

/** No worse in anything, better in something: nobody would choose the other one. */
const isBetter = (a: Style, b: Style): boolean => {
  const others = merits(b);
  const gains = merits(a).map((merit, at) => merit - (others[at] ?? 0));
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
};

/** The most readable first; so a style that beats another outright stands before it. */
const byReadability =
  (ranges: StyleRanges) =>
  (a: FitTrial, b: FitTrial): number => {
    const difference = readability(b.style, ranges) - readability(a.style, ranges);
    if (difference !== 0) return difference;
    const others = merits(b.style);
    return merits(a.style).reduce(
      (found, merit, at) => (found !== 0 ? found : (others[at] ?? 0) - merit),
      0,
    );
  };

/** How sure the counts of some styles are: the most pages another program can come to. */
export type AskMost = (trials: readonly FitTrial[]) => Promise<readonly number[] | null>;

/** Asked for together; more would be asked for nothing where the first ones do. */
const ASKED_AT_ONCE = 6;

/**
 * The styles to offer, the most readable first, at most `wanted`, without those that another one
 * beats outright. Those that fit in every program; where there are none, those that fit here. How
 * sure a count is, is asked only of what may be offered. Null when it could not be told.
 */
export const chooseFits = async (
  trials: readonly FitTrial[],
  limit: number,
  ranges: StyleRanges,
  wanted: number,
  askMost: AskMost,
): Promise<FitChoice[] | null> => {
  const here = trials.filter(({ trial }) => trial.pages <= limit).sort(byReadability(ranges));
  const most = new Map<FitTrial, number>();
  const resolve = async (some: readonly FitTrial[]): Promise<boolean> => {
    const asked = some.filter((trial) => !most.has(trial) && mayNeedMore(trial, limit));
    const told = asked.length === 0 ? [] : await askMost(asked);
    if (told === null) return false;
    asked.forEach((trial, index) => {
      most.set(trial, told[index] ?? trial.trial.pages);
    });
    return true;
  };
  const choiceOf = (trial: FitTrial): FitChoice => ({
    ...trial,
    most: most.get(trial) ?? trial.trial.pages,
  });
  /** Goes through the styles in order and takes those that `isTaken` and no taken one beats. */
  const take = async (isTaken: (choice: FitChoice) => boolean): Promise<FitChoice[] | null> => {
    const taken: FitChoice[] = [];
    const isBeaten = ({ style }: FitTrial): boolean =>
      taken.some((choice) => isBetter(choice.style, style));
    for (let at = 0; at < here.length && taken.length < wanted; ) {
      const some: FitTrial[] = [];
      for (; at < here.length && some.length < ASKED_AT_ONCE; at += 1) {
        const trial = here[at];
        if (trial !== undefined && !isBeaten(trial)) some.push(trial);
      }
      if (!(await resolve(some))) return null;
      for (const trial of some) {
        const choice = choiceOf(trial);
        if (taken.length < wanted && isTaken(choice) && !isBeaten(choice)) taken.push(choice);
      }
    }
    return taken;
  };
  const everywhere = await take((choice) => choice.most <= limit);
  return everywhere === null || everywhere.length > 0 ? everywhere : await take(() => true);
};

/** The one that comes nearest where none fits. */
export const tightest = (trials: readonly FitTrial[]): FitTrial | null =>
  trials.reduce<FitTrial | null>(
    (best, trial) => (best === null || trial.trial.fill < best.trial.fill ? trial : best),
    null,
  );
