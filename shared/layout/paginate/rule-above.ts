import { twip } from '../../base';
import type { Rule } from '../../model';
import type { LaidParagraph } from './laid-block';

/**
 * Rule L26: a paragraph's stroke lies in the space before it, with its lower edge on the top of the
 * first line, from the left to the right indent of its column. It takes no room of its own.
 */
export const addRuleAbove = (rules: Rule[], { block, shape }: LaidParagraph, top: number): void => {
  const { ruleAbove, indentLeft, indentRight } = block.format;
  if (ruleAbove === undefined || ruleAbove === 0) return;
  const { left, width } = shape.column;
  const x1 = left + indentLeft;
  const x2 = left + width - indentRight;
  if (x2 <= x1) return;
  const y = twip(top - ruleAbove / 2);
  rules.push({ x1: twip(x1), y1: y, x2: twip(x2), y2: y, width: ruleAbove });
};
