import type { ParagraphBlock } from '../../model';
import { type Column, type ParagraphShape, shapeParagraph } from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import type { ShapeSource } from '../paginate/lay-table';

/** Shapes kept by content in each of two generations; a 300-page document has about 4,000. */
const GENERATION = 4_000;
/** A paragraph stands in one column, or in two while a table is being resized. */
const COLUMNS_PER_BLOCK = 2;

const flag = (on: boolean): string => (on ? '1' : '0');

/** Everything that the shape of a paragraph depends on. */
const contentKey = (block: ParagraphBlock, column: Column): string => {
  const { format, label } = block;
  let key = `${column.left} ${column.width} ${format.align} ${format.indentLeft} ${format.indentRight} ${format.firstLine} ${format.lineSpacing} ${block.fontSize}`;
  if (label !== null) key += `\u0001${label.text}`;
  for (const run of block.runs) {
    if (run.text === '') continue;
    const look = flag(run.bold) + flag(run.italic) + flag(run.underline) + flag(run.strike);
    key += `\u0002${look}${run.script} ${run.fontSize}\u0003${run.text}`;
  }
  return key;
};

/**
 * Remembers shapes by the paragraph's object, then by its content, so that a section that was
 * resolved anew costs no measuring. Content is kept for two generations of use: what was not asked
 * for during a whole generation is forgotten.
 */
export const createShapeCache = (leeway: Leeway): ShapeSource => {
  const byBlock = new WeakMap<ParagraphBlock, ParagraphShape[]>();
  let young = new Map<string, ParagraphShape>();
  let old = new Map<string, ParagraphShape>();

  const byContent = (block: ParagraphBlock, column: Column): ParagraphShape => {
    const key = contentKey(block, column);
    const known = young.get(key);
    if (known !== undefined) return known;
    const shape = old.get(key) ?? shapeParagraph(block, column, leeway);
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(key, shape);
    return shape;
  };

  return (block, column) => {
    const known = byBlock.get(block) ?? [];
    const found = known.find(
      (shape) => shape.column.left === column.left && shape.column.width === column.width,
    );
    if (found !== undefined) return found;
    const shape = byContent(block, column);
    byBlock.set(block, [shape, ...known.slice(0, COLUMNS_PER_BLOCK - 1)]);
    return shape;
  };
};
