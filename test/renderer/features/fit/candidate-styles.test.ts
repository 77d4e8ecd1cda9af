import { describe, expect, it } from 'vitest';
import {
  candidateStyles,
  isLegal,
  stepsOf,
} from '../../../../renderer/features/fit/candidate-styles';
import { form } from '../../../shared/templates/arbitrary-proposal';

const { style, ranges } = form.typography;
const candidates = candidateStyles(style, style, ranges);

describe('styles to try', () => {
  it('are all legal, all different, and hold the style in use and every size and spacing', () => {
    expect(candidates.every((one) => isLegal(one, ranges))).toBe(true);
    expect(new Set(candidates.map((one) => JSON.stringify(one))).size).toBe(candidates.length);
    expect(candidates).toContainEqual(style);
    const sizes = new Set(candidates.map(({ fontSize }) => fontSize));
    const spacings = new Set(candidates.map(({ lineSpacing }) => lineSpacing));
    expect([...sizes]).toEqual(stepsOf(ranges.fontSize).reverse());
    expect([...spacings]).toEqual(stepsOf(ranges.lineSpacing).reverse());
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
