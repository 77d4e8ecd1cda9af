import type { Style, StyleRanges } from '../../../shared/model';
import type { Trial } from '../../state';

export interface FitChoice {
  readonly style: Style;
  readonly trial: Trial;
  /** What another program can come to at most. */
  readonly most: number;
}

/** Nearer to the limit than this, another program may need a page more; it has to be found out. */
const NEAR = 0.3;

export const mayNeedMore = ({ trial }: FitChoice, limit: number): boolean =>
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

/** No worse in anything, better in something: nobody would choose the other one. */
const isBetter = (a: Style, b: Style): boolean =>
  a.fontSize >= b.fontSize &&
  a.lineSpacing >= b.lineSpacing &&
  a.spaceAfter >= b.spaceAfter &&
  a.margins.left + a.margins.right >= b.margins.left + b.margins.right &&
  a.margins.top + a.margins.bottom >= b.margins.top + b.margins.bottom &&
  (a.fontSize > b.fontSize ||
    a.lineSpacing > b.lineSpacing ||
    a.spaceAfter > b.spaceAfter ||
    a.margins.left + a.margins.right > b.margins.left + b.margins.right ||
    a.margins.top + a.margins.bottom > b.margins.top + b.margins.bottom);

/**
 * The styles that fit, the most readable first, without those that another one beats outright.
 * Those that fit in every program; where there are none, those that fit here.
 */
export const rankFits = (
  choices: readonly FitChoice[],
  limit: number,
  ranges: StyleRanges,
): FitChoice[] => {
  const here = choices.filter(({ trial }) => trial.pages <= limit);
  const everywhere = here.filter(({ most }) => most <= limit);
  const fitting = everywhere.length > 0 ? everywhere : here;
  return fitting
    .filter(({ style }) => !fitting.some((other) => isBetter(other.style, style)))
    .sort((a, b) => readability(b.style, ranges) - readability(a.style, ranges));
};

/** The one that comes nearest where none fits. */
export const tightest = (choices: readonly FitChoice[]): FitChoice | null =>
  choices.reduce<FitChoice | null>(
    (best, choice) => (best === null || choice.trial.fill < best.trial.fill ? choice : best),
    null,
  );
