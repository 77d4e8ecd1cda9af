import type { LaidParagraph } from './laid-block';

/**
 * Rule L51: in a cell the space before the first paragraph, the space after the last and all
 * leading count.
 */
export const stackHeight = (paragraphs: readonly LaidParagraph[]): number => {
  let height = 0;
  let after = 0;
  for (const { block, shape } of paragraphs) {
    height += Math.max(after, block.format.spaceBefore) + shape.height;
    after = block.format.spaceAfter;
  }
  return height + after;
};
