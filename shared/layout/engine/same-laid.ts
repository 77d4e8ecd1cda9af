import type { LaidBlock, LaidCell, LaidParagraph, LaidTable } from '../paginate/laid-block';
import { sameSource } from './same-source';

/** True when the lines of the two look the same and lead back to the same place. */
export const sameLook = (a: LaidParagraph, b: LaidParagraph): boolean =>
  a === b ||
  // Shapes are shared by content, so another object means another content.
  (a.shape === b.shape &&
    (a.block === b.block ||
      (a.block.id === b.block.id &&
        a.block.section === b.block.section &&
        a.block.role === b.block.role &&
        sameSource(a.block.source, b.block.source))));

const sameParagraph = (a: LaidParagraph, b: LaidParagraph): boolean =>
  a === b ||
  (sameLook(a, b) &&
    a.keepNext === b.keepNext &&
    a.keepLines === b.keepLines &&
    a.opens?.id === b.opens?.id &&
    a.opens?.minLinesBefore === b.opens?.minLinesBefore &&
    a.block.format.spaceBefore === b.block.format.spaceBefore &&
    a.block.format.spaceAfter === b.block.format.spaceAfter &&
    a.block.format.widowControl === b.block.format.widowControl &&
    a.block.format.ruleAbove === b.block.format.ruleAbove &&
    a.block.format.pageBreakBefore === b.block.format.pageBreakBefore);

const sameAll = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean =>
  a.length === b.length &&
  a.every((item, at) => {
    const other = b[at];
    return other !== undefined && same(item, other);
  });

const sameCell = (a: LaidCell, b: LaidCell): boolean =>
  a.column === b.column &&
  a.colspan === b.colspan &&
  a.rowspan === b.rowspan &&
  sameAll(a.paragraphs, b.paragraphs, sameParagraph);

const sameTable = (a: LaidTable, b: LaidTable): boolean =>
  a === b ||
  (a.block.id === b.block.id &&
    a.block.section === b.block.section &&
    a.block.border === b.block.border &&
    a.block.cellMargin.x === b.block.cellMargin.x &&
    a.block.cellMargin.y === b.block.cellMargin.y &&
    a.headRows === b.headRows &&
    a.overflows === b.overflows &&
    sameAll(a.edges, b.edges, Object.is) &&
    sameAll(
      a.rows,
      b.rows,
      (x, y) =>
        x.height === y.height && x.canSplit === y.canSplit && sameAll(x.cells, y.cells, sameCell),
    ));

/** True when the two fill pages in the same way and look the same on them. */
export const sameLaid = (a: LaidBlock, b: LaidBlock): boolean => {
  if (a === b) return true;
  if (a.kind === 'paragraph') return b.kind === 'paragraph' && sameParagraph(a, b);
  if (a.kind === 'table') return b.kind === 'table' && sameTable(a, b);
  return a.kind === b.kind;
};
