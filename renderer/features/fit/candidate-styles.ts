import type { Style, StyleRanges } from '../../../shared/model';

type Range = StyleRanges[keyof StyleRanges];

/** Gaps between paragraphs that make a difference to the eye, in points, above the least one. */
const GAP_STEP = 2;
const MOST_GAPS = 4;
const DIGITS = 4;

const round = (value: number): number => Number(value.toFixed(DIGITS));

/** All steps of a range, the last one included. */
export const stepsOf = ({ min, max, step }: Range): number[] => {
  const count = step <= 0 ? 0 : Math.floor((max - min) / step + 1e-6);
  const steps = Array.from({ length: count + 1 }, (_, index) => round(min + index * step));
  return steps.at(-1) === max ? steps : [...steps, max];
};

const fromTheTop = (steps: readonly number[]): number[] => [...steps].reverse();

const gapsOf = ({ min, max }: Range, now: number): number[] => {
  const gaps = Array.from({ length: MOST_GAPS }, (_, index) => round(min + index * GAP_STEP));
  return [...new Set([...gaps.filter((gap) => gap <= max), now])].sort((a, b) => a - b);
};

const within = (value: number, { min, max }: Range): boolean => value >= min && value <= max;

export const isLegal = (style: Style, ranges: StyleRanges): boolean =>
  within(style.fontSize, ranges.fontSize) &&
  within(style.lineSpacing, ranges.lineSpacing) &&
  within(style.spaceAfter, ranges.spaceAfter) &&
  within(style.margins.top, ranges.marginTop) &&
  within(style.margins.bottom, ranges.marginBottom) &&
  within(style.margins.left, ranges.marginLeft) &&
  within(style.margins.right, ranges.marginRight) &&
  within(style.indent, ranges.indent);

const sameMargins = (a: Style['margins'], b: Style['margins']): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

/** The margins in use, the form's own, and the narrowest legal ones. */
const marginsOf = (now: Style, form: Style, ranges: StyleRanges): Style['margins'][] => {
  const narrowest = {
    top: ranges.marginTop.min,
    bottom: ranges.marginBottom.min,
    left: ranges.marginLeft.min,
    right: ranges.marginRight.min,
  };
  const all = [now.margins, form.margins, narrowest];
  return all.filter((one, index) => all.findIndex((other) => sameMargins(one, other)) === index);
};

/**
 * Every legal size and spacing with a few gaps and margins. Styles that break lines alike (same
 * size, same margins) follow each other, so that the engine breaks them once; of these the most
 * readable come first, so that one that fits is soon found.
 */
export const candidateStyles = (now: Style, form: Style, ranges: StyleRanges): Style[] =>
  marginsOf(now, form, ranges)
    .flatMap((margins) =>
      fromTheTop(stepsOf(ranges.fontSize)).flatMap((fontSize) =>
        fromTheTop(stepsOf(ranges.lineSpacing)).flatMap((lineSpacing) =>
          fromTheTop(gapsOf(ranges.spaceAfter, now.spaceAfter)).map((spaceAfter) => ({
            ...now,
            fontSize,
            lineSpacing,
            spaceAfter,
            margins,
          })),
        ),
      ),
    )
    .filter((style) => isLegal(style, ranges));
