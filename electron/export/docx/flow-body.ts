import type { FileChild, Paragraph, ParagraphChild } from 'docx';
import type { Flow, ParagraphBlock, TableBlock } from '../../../shared/model';
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
  /** Stays whole and with the signature block after it. */
  readonly isKept: (block: ParagraphBlock) => boolean;
  /** Pictures that float over the page and are anchored in it. */
  readonly floatingAt: (block: ParagraphBlock) => readonly ParagraphChild[];
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
    const inCell = (block: ParagraphBlock): Paragraph => {
      const { keepNext, keepLines, pageBreakBefore } = block.format;
      const breaks = pageBreakBefore || isBroken;
      isBroken = false;
      return this.paragraph(block, { keepNext, keepLines, pageBreakBefore: breaks });
    };
    const written = flowTable(table, inCell);
    if (this.afterTable) this.children.push(hairParagraph());
    this.add(written, true);
  }

  finish(): FileChild[] {
    return this.afterTable || this.children.length === 0
      ? [...this.children, hairParagraph()]
      : this.children;
  }

  private paragraph(block: ParagraphBlock, keeping: Keeping): Paragraph {
    const { lookOf, listOf, spacingsOf, floatingAt } = this.around;
    return flowParagraph(block, lookOf(block), listOf(block), keeping, {
      spacings: spacingsOf(block),
      floating: floatingAt(block),
    });
  }

  private add(child: FileChild, isTable: boolean): void {
    this.children.push(child);
    this.afterTable = isTable;
    this.isBroken = false;
  }
}

export const flowBody = (flow: Flow, around: Surroundings): FileChild[] => {
  const body = new BodyWriter(around);
  for (const block of flow.blocks) {
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
        keepNext: format.keepNext || isKept,
        keepLines: format.keepLines || isKept,
      });
    }
  }
  return body.finish();
};
