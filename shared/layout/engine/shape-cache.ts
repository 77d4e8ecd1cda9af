import type { ParagraphBlock } from '../../model';
import {
  type BrokenParagraph,
  type Column,
  dressParagraph,
  type ParagraphShape,
} from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import type { ShapeSource } from '../paginate/lay-table';
import type { TextCache } from './text-cache';

/** A paragraph stands in one column, or in two while a table is being resized. */
const COLUMNS_PER_BLOCK = 2;
/** The same lines with other spaces between them, or elsewhere on the page. */
const SHAPES_PER_TEXT = 16;

const standsIn = (shape: ParagraphShape, { left, width }: Column): boolean =>
  shape.column.left === left && shape.column.width === width;

interface Dressed {
  readonly lineSpacing: number;
  readonly shape: ParagraphShape;
}

/**
 * Remembers shapes by the lines they consist of, which `texts` keeps: the same content gives the same
 * shape again, whatever block it stands in.
 */
export const createShapesByContent = (leeway: Leeway, texts: TextCache): ShapeSource => {
  const byLines = new WeakMap<BrokenParagraph, readonly Dressed[]>();
  return (block, column) => {
    const broken = texts.broken(block, column.width, leeway);
    const { lineSpacing, align } = block.format;
    const known = byLines.get(broken) ?? [];
    for (const { shape, lineSpacing: spacing } of known) {
      if (
        spacing === lineSpacing &&
        shape.align === align &&
        shape.fontSize === block.fontSize &&
        standsIn(shape, column)
      ) {
        return shape;
      }
    }
    const shape = dressParagraph(broken, block, column, leeway);
    byLines.set(broken, [{ lineSpacing, shape }, ...known.slice(0, SHAPES_PER_TEXT - 1)]);
    return shape;
  };
};

/** Remembers shapes by the paragraph's object, then by content. */
export const createShapeCache = (leeway: Leeway, texts: TextCache): ShapeSource => {
  const byBlock = new WeakMap<ParagraphBlock, readonly ParagraphShape[]>();
  const dressed = createShapesByContent(leeway, texts);
  return (block, column) => {
    const known = byBlock.get(block);
    if (known === undefined) {
      const shape = dressed(block, column);
      byBlock.set(block, [shape]);
      return shape;
    }
    const found = known.find((shape) => standsIn(shape, column));
    if (found !== undefined) return found;
    const shape = dressed(block, column);
    byBlock.set(block, [shape, ...known.slice(0, COLUMNS_PER_BLOCK - 1)]);
    return shape;
  };
};
