import type { FileChild, Paragraph, ParagraphChild } from 'docx';
import { twip } from '../../../shared/base';
import type { TableBindings } from '../../../shared/layout';
import type { Block, Flow, ParagraphBlock, TableBlock } from '../../../shared/model';
import { flowParagraph, hairParagraph, type Keeping } from './flow-paragraph';
import { flowTable } from './flow-table';
import type { LetterSpacing } from './hair-lines';
import type { ListPlace } from './list-numbering';
import type { TextLook } from './text-look';

/** What a paragraph needs to know of the whole document. */
export interface Surroundings {
  readonly lookOf: (block: ParagraphBlock) => TextLook;
  readonly listOf: (block: ParagraphBlock) => ListPlace | undefined;
  readonly spacingsOf: (block: ParagraphBlock) => readonly LetterSpacing[];
  /** Offsets into the paragraph's text at which its lines end. */
  readonly lineEndsOf: (block: ParagraphBlock) => readonly number[];
  /** Stays whole and with the signature block after it. */
  readonly isKept: (block: ParagraphBlock) => boolean;
  /** Pictures that float over the page and are anchored in it. */
  readonly floatingAt: (block: ParagraphBlock) => readonly ParagraphChild[];
  readonly bindings: TableBindings;
}

/** Blocks in order, with what word processors need between and after tables. */
class BodyWriter {
  readonly children: FileChild[] = [];
  private readonly around: Surroundings;
  /** A forced break waits for the next block: breaks in a row, or at the end, make no empty pages. */
  private isBroken = false;
  private afterTable = false;

  constructor(around: Surroundings) {
    this.around = around;
  }

  breakPage(): void {
    this.isBroken = this.children.length > 0;
  }

  addParagraph(
    block: ParagraphBlock,
    { keepNext, keepLines }: Pick<Keeping, 'keepNext' | 'keepLines'>,
  ): void {
    const pageBreakBefore = block.format.pageBreakBefore || this.isBroken;
    this.add(this.paragraph(block, { keepNext, keepLines, pageBreakBefore }), false);
  }

  addTable(table: TableBlock): void {
    // 17.3.1.23: a break before a table is one before its first paragraph.
    let isBroken = this.isBroken;
    // In a cell keep-with-next speaks of the row: it holds the heads to the row below (rule L55).
    const inCell = (block: ParagraphBlock, keepNext: boolean): Paragraph => {
      const { keepLines, pageBreakBefore } = block.format;
      const breaks = pageBreakBefore || isBroken;
      isBroken = false;
      return this.paragraph(block, { keepNext, keepLines, pageBreakBefore: breaks });
    };
    const { canSplit, spaceAbove, heads } = this.around.bindings;
    const written = flowTable(
      table,
      canSplit.get(table.id) ?? new Map(),
      heads.get(table.id) ?? [],
      inCell,
    );
    if (this.afterTable) this.children.push(hairParagraph(spaceAbove.get(table.id)));
    this.add(written, true);
  }

  finish(): FileChild[] {
    return this.afterTable || this.children.length === 0
      ? [...this.children, hairParagraph()]
      : this.children;
  }

  private paragraph(block: ParagraphBlock, keeping: Keeping): Paragraph {
    const { lookOf, listOf, spacingsOf, lineEndsOf, floatingAt } = this.around;
    return flowParagraph(block, lookOf(block), listOf(block), keeping, {
      spacings: spacingsOf(block),
      lineEnds: lineEndsOf(block),
      floating: floatingAt(block),
    });
  }

  private add(child: FileChild, isTable: boolean): void {
    this.children.push(child);
    this.afterTable = isTable;
    this.isBroken = false;
  }
}

const withSpace = (
  block: ParagraphBlock,
  space: Partial<Pick<ParagraphBlock['format'], 'spaceBefore' | 'spaceAfter'>>,
): ParagraphBlock => ({ ...block, format: { ...block.format, ...space } });

/**
 * The space above a block that the layout wants for other programs (layout rule L64): before the
 * paragraph, or, as a table has none, after the paragraph above it.
 */
const boundSpaces = (blocks: readonly Block[], { spaceAbove }: TableBindings): readonly Block[] =>
  blocks.map((block, at) => {
    if (block.kind !== 'paragraph') return block;
    const next = blocks[at + 1];
    const above = spaceAbove.get(block.id);
    const below = next?.kind === 'table' ? spaceAbove.get(next.id) : undefined;
    return above === undefined && below === undefined
      ? block
      : withSpace(block, {
          ...(above === undefined ? {} : { spaceBefore: twip(above) }),
          ...(below === undefined ? {} : { spaceAfter: twip(below) }),
        });
  });

export const flowBody = (flow: Flow, around: Surroundings): FileChild[] => {
  const body = new BodyWriter(around);
  for (const block of boundSpaces(flow.blocks, around.bindings)) {
    if (block.kind === 'pageBreak') body.breakPage();
    else if (block.kind === 'table') body.addTable(block);
    else if (block.kind === 'signature') {
      const last = block.blocks.length - 1;
      for (const [at, inner] of block.blocks.entries()) {
        body.addParagraph(inner, { keepNext: at < last, keepLines: true });
      }
    } else {
      const { format } = block;
      const isKept = around.isKept(block);
      body.addParagraph(block, {
        keepNext: (format.keepNext && !around.bindings.released.has(block.id)) || isKept,
        keepLines: format.keepLines || isKept,
      });
    }
  }
  return body.finish();
};
