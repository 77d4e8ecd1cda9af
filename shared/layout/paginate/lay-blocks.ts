import { twip } from '../../base';
import type { Flow, SignatureGroup } from '../../model';
import type { Column } from '../break-lines/paragraph-shape';
import { type Leeway, NONE } from '../leeway';
import type { LaidBlock, LaidParagraph } from './laid-block';
import { laidParagraph, layTable, type ShapeSource } from './lay-table';

export const bodyColumn = (flow: Flow): Column => ({
  left: flow.page.marginLeft,
  width: twip(flow.page.width - flow.page.marginLeft - flow.page.marginRight),
});

const hasText = (laid: LaidParagraph): boolean => laid.shape.measured.text.trim() !== '';

/**
 * Rule L45: as many paragraphs before the group as hold `minLinesBefore` lines of text stay whole
 * and with the group. Keep-with-next and keep-lines say the same in DOCX, so every program agrees.
 */
const keepWithGroup = (laid: LaidBlock[], group: SignatureGroup): void => {
  let lines = 0;
  for (let at = laid.length - 1; at >= 0 && lines < group.minLinesBefore; at -= 1) {
    const block = laid[at];
    if (block?.kind !== 'paragraph' || block.block.format.pageBreakBefore) {
      if (block?.kind !== 'paragraph') return;
      lines = group.minLinesBefore;
    }
    laid[at] = { ...block, keepNext: true, keepLines: true };
    if (hasText(block)) lines += block.shape.lines.length;
  }
};

const layGroup = (
  laid: LaidBlock[],
  group: SignatureGroup,
  shape: (b: LaidParagraph['block']) => LaidParagraph,
): void => {
  if (group.blocks.length > 0) keepWithGroup(laid, group);
  group.blocks.forEach((block, at) => {
    laid.push({
      ...shape(block),
      keepNext: at < group.blocks.length - 1,
      keepLines: true,
      opens: at === 0 ? group : null,
    });
  });
};

export const layBlocks = (flow: Flow, shapeOf: ShapeSource, leeway: Leeway = NONE): LaidBlock[] => {
  const column = bodyColumn(flow);
  const laid: LaidBlock[] = [];
  for (const block of flow.blocks) {
    if (block.kind === 'paragraph') laid.push(laidParagraph(block, shapeOf(block, column)));
    else if (block.kind === 'table') laid.push(layTable(block, flow.page, shapeOf, leeway));
    else if (block.kind === 'pageBreak') laid.push(block);
    else layGroup(laid, block, (inner) => laidParagraph(inner, shapeOf(inner, column)));
  }
  return laid;
};
