import { leastFirstLines, linesThatFit } from './fit-lines';
import type { LaidBlock, LaidParagraph, LaidTable } from './laid-block';
import type { PageBuilder } from './page-builder';
import { tableStartFits } from './table-start';

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

type Room = Pick<PageBuilder, 'height' | 'leeway'>;

const startFits = (
  block: LaidParagraph | LaidTable,
  room: number,
  { height, leeway }: Room,
  isKept: boolean,
): boolean => {
  if (block.kind === 'table') return tableStartFits(block, room, height, isKept);
  const least = leastFirstLines(block);
  return linesThatFit(block.shape, 0, room, leeway) >= least;
};

/**
 * Rule L63: whether the table `at` is kept with a paragraph on its page, and its rows stay whole for
 * that. They do not where no page can hold the chain and the first row.
 */
export const isKeptWithTable = (
  page: Pick<PageBuilder, 'blocks' | 'start' | 'height' | 'leeway'>,
  at: number,
): boolean => {
  const { blocks, start } = page;
  let head = at;
  while (head > start.block && isKeptWithNext(blocks, head - 1)) head -= 1;
  return head < at && chainFits(blocks, head, at, 0, page, true);
};

/**
 * Rule L40: paragraphs kept with the next one move on together unless all of them and the start of
 * the block after them fit. `top` is where the head's first line would stand. `isWhole`: a table at the end starts as
 * rule L63 wants it.
 */
export const chainFits = (
  blocks: readonly LaidBlock[],
  head: number,
  end: number,
  top: number,
  page: Room,
  isWhole: boolean,
): boolean => {
  let y = top;
  let after = 0;
  for (let at = head; at <= end; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'pageBreak') return true;
    const before = block.kind === 'paragraph' && at > head ? block.block.format.spaceBefore : 0;
    if (at > head) y += Math.max(after, before);
    if (at === end) return startFits(block, page.height - y, page, isWhole);
    if (block.kind === 'paragraph') {
      if (linesThatFit(block.shape, 0, page.height - y, page.leeway) < block.shape.lines.length)
        return false;
      y += block.shape.height;
      after = block.block.format.spaceAfter;
    }
  }
  return true;
};
