import type { Leeway } from '../leeway';
import { heightOfLines, leastFirstLines, linesThatFit } from './fit-lines';
import type { LaidBlock, LaidParagraph, LaidTable } from './laid-block';
import type { PageBuilder } from './page-builder';

const breaksBefore = (block: LaidBlock | undefined): boolean =>
  block === undefined ||
  block.kind === 'pageBreak' ||
  (block.kind === 'paragraph' && block.block.format.pageBreakBefore);

export const isKeptWithNext = (blocks: readonly LaidBlock[], at: number): boolean => {
  const block = blocks[at];
  return block?.kind === 'paragraph' && block.keepNext && !breaksBefore(blocks[at + 1]);
};

/** Index of the last block of the chain that starts at `head`: the first that is not kept. */
export const endOfChain = (blocks: readonly LaidBlock[], head: number): number => {
  let end = head;
  while (isKeptWithNext(blocks, end)) end += 1;
  return end;
};

const leastStart = (block: LaidParagraph | LaidTable, leeway: Leeway): number => {
  if (block.kind === 'table') return leastTableHeight(block);
  const count = leastFirstLines(block);
  const last = block.shape.lines[count - 1];
  const height = heightOfLines(block.shape, 0, count);
  return leeway.leadAtPageEnd ? height : height - (last?.lead ?? 0);
};

/** Head rows and the first body row, with the border below. */
const leastTableHeight = (table: LaidTable): number => {
  let height: number = table.block.border;
  for (const row of table.rows.slice(0, table.headRows + 1)) height += row.height;
  return height;
};

/**
 * Rule L40: paragraphs kept with the next one move on together unless all of them and the start of
 * the block after them fit. `top` is where the head's first line would stand.
 */
export const chainFits = (
  blocks: readonly LaidBlock[],
  head: number,
  end: number,
  top: number,
  { height: bottom, leeway }: Pick<PageBuilder, 'height' | 'leeway'>,
): boolean => {
  let y = top;
  let after = 0;
  for (let at = head; at <= end; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'pageBreak') return true;
    const before = block.kind === 'paragraph' && at > head ? block.block.format.spaceBefore : 0;
    if (at > head) y += Math.max(after, before);
    if (at === end) return y + leastStart(block, leeway) <= bottom;
    if (block.kind === 'paragraph') {
      if (linesThatFit(block.shape, 0, bottom - y, leeway) < block.shape.lines.length) return false;
      y += block.shape.height;
      after = block.block.format.spaceAfter;
    }
  }
  return true;
};
