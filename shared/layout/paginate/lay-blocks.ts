import { twip } from '../../base';
import type { Block, PageGeometry, SignatureGroup } from '../../model';
import type { Column } from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import type { LaidBlock, LaidParagraph } from './laid-block';
import { laidParagraph, layTable, type ShapeSource } from './lay-table';

/** The paginator's view of one block; of a signature group its paragraphs. */
export type BlockLayer = (block: Block) => readonly LaidBlock[];

const bodyColumn = (page: PageGeometry): Column => ({
  left: page.marginLeft,
  width: twip(page.width - page.marginLeft - page.marginRight),
});

export const createBlockLayer = (
  page: PageGeometry,
  shapeOf: ShapeSource,
  leeway: Leeway,
): BlockLayer => {
  const column = bodyColumn(page);
  return (block) => {
    switch (block.kind) {
      case 'paragraph':
        return [laidParagraph(block, shapeOf(block, column))];
      case 'table':
        return [layTable(block, page, shapeOf, leeway)];
      case 'pageBreak':
        return [block];
      case 'signature':
        return block.blocks.map((inner, at) => ({
          ...laidParagraph(inner, shapeOf(inner, column)),
          keepNext: at < block.blocks.length - 1,
          keepLines: true,
          opens: at === 0 ? block : null,
        }));
    }
  };
};

const hasText = (laid: LaidParagraph): boolean => laid.shape.measured.text.trim() !== '';

/**
 * Rule L45: as many paragraphs before the group as hold `minLinesBefore` lines of text stay whole
 * and with the group. Keep-with-next and keep-lines say the same in DOCX, so every program agrees.
 */
const keepWithGroup = (laid: LaidBlock[], group: SignatureGroup): void => {
  let lines = 0;
  for (let at = laid.length - 1; at >= 0 && lines < group.minLinesBefore; at -= 1) {
    const block = laid[at];
    if (block?.kind !== 'paragraph') return;
    laid[at] = { ...block, keepNext: true, keepLines: true };
    if (block.block.format.pageBreakBefore) return;
    if (hasText(block)) lines += block.shape.lines.length;
  }
};

export const layBlocks = (blocks: readonly Block[], layBlock: BlockLayer): LaidBlock[] => {
  const laid: LaidBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'signature' && block.blocks.length > 0) keepWithGroup(laid, block);
    for (const one of layBlock(block)) laid.push(one);
  }
  return laid;
};
