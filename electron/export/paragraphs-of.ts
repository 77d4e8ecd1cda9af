import type { Block, ParagraphBlock } from '../../shared/model';

/** All paragraphs of a flow in reading order, those of cells and of the signature block included. */
export const paragraphsOf = (blocks: readonly Block[]): ParagraphBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    if (block.kind === 'signature') return [...block.blocks];
    if (block.kind === 'table') {
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => [...cell.blocks]));
    }
    return [];
  });
