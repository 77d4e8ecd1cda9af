import { twip } from '../base';
import type {
  Block,
  Flow,
  ParagraphBlock,
  ParagraphFormat,
  Proposal,
  Style,
  TableBlock,
  Template,
} from '../model';
import { createFlowBuilder } from './flow-builder';
import { type Look, lookOf } from './look';

/** In a sketch these stand where the style's own spacing and gap will; no style has such values. */
const SPACING = -1;
const GAP = twip(-1);

/** Everything of a style that the words and widths of blocks depend on. */
const sketchKey = ({ fontSize, margins, indent }: Style): string =>
  `${fontSize} ${margins.left} ${margins.right} ${indent}`;

/** A block with open places, or one that is the same at any spacing. */
interface Sketched {
  readonly block: Block;
  readonly isOpen: boolean;
}

const isOpenFormat = ({ lineSpacing, spaceBefore, spaceAfter }: ParagraphFormat): boolean =>
  lineSpacing === SPACING || spaceBefore === GAP || spaceAfter === GAP;

const isOpen = (block: Block): boolean => {
  switch (block.kind) {
    case 'paragraph':
      return isOpenFormat(block.format);
    case 'table':
      return block.rows.some(({ cells }) =>
        cells.some(({ blocks }) => blocks.some(({ format }) => isOpenFormat(format))),
      );
    case 'signature':
      return block.blocks.some(({ format }) => isOpenFormat(format));
    case 'pageBreak':
      return false;
  }
};

const filledParagraph = (block: ParagraphBlock, look: Look): ParagraphBlock => {
  const { format } = block;
  if (!isOpenFormat(format)) return block;
  const { lineSpacing, spaceBefore, spaceAfter } = format;
  return {
    ...block,
    format: {
      ...format,
      lineSpacing: lineSpacing === SPACING ? look.lineSpacing : lineSpacing,
      spaceBefore: spaceBefore === GAP ? look.spaceAfter : spaceBefore,
      spaceAfter: spaceAfter === GAP ? look.spaceAfter : spaceAfter,
    },
  };
};

const filledTable = (table: TableBlock, look: Look): TableBlock => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((block) => filledParagraph(block, look)),
    })),
  })),
});

const filled = ({ block, isOpen: open }: Sketched, look: Look): Block => {
  if (!open) return block;
  switch (block.kind) {
    case 'paragraph':
      return filledParagraph(block, look);
    case 'table':
      return filledTable(block, look);
    case 'signature':
      return { ...block, blocks: block.blocks.map((inner) => filledParagraph(inner, look)) };
    case 'pageBreak':
      return block;
  }
};

interface Sketch {
  readonly flow: Flow;
  readonly blocks: readonly Sketched[];
}

/**
 * The flows of one proposal in one style after another, each equal to `proposalFlow`. Line spacing
 * and the gap between paragraphs change no words: all styles that differ in these alone share runs
 * and closed blocks, so that an engine measures them once. Keeps a sketch for each size and width.
 */
export const createStyleFlows = (
  proposal: Proposal,
  template: Template,
): ((style: Style) => Flow) => {
  const sketches = new Map<string, Sketch>();

  const sketchOf = (style: Style): Sketch => {
    const key = sketchKey(style);
    const known = sketches.get(key);
    if (known !== undefined) return known;
    const openLook = (): Look => ({
      ...lookOf(style, template),
      lineSpacing: SPACING,
      spaceAfter: GAP,
    });
    const flow = createFlowBuilder(template, openLook).build({ ...proposal, style });
    const blocks = flow.blocks.map((block) => ({ block, isOpen: isOpen(block) }));
    const sketch = { flow, blocks };
    sketches.set(key, sketch);
    return sketch;
  };

  return (style) => {
    const { flow, blocks } = sketchOf(style);
    const look = lookOf(style, template);
    return { ...flow, page: look.page, blocks: blocks.map((block) => filled(block, look)) };
  };
};
