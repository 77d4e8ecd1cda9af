import type { Block, Flow, ParagraphBlock, Run } from '../../shared/model';

/** The same document for pdfmake; its line height counts from the font's own, as ours does. */
const pt = (twips: number): number => twips / 20;

const runNode = (run: Run) => ({
  text: run.text,
  fontSize: pt(run.fontSize),
  bold: run.bold,
  italics: run.italic,
  ...(run.underline ? { decoration: 'underline' } : {}),
});

const paragraphNode = ({ format, label, runs, fontSize }: ParagraphBlock) => ({
  text: [
    ...(label === null ? [] : [{ text: `${label.text} `, fontSize: pt(fontSize) }]),
    ...runs.map(runNode),
  ],
  alignment: format.align,
  lineHeight: format.lineSpacing,
  leadingIndent: Math.max(0, pt(format.firstLine)),
  margin: [
    pt(format.indentLeft),
    pt(format.spaceBefore),
    pt(format.indentRight),
    pt(format.spaceAfter),
  ],
});

const blockNode = (block: Block): object => {
  switch (block.kind) {
    case 'paragraph':
      return paragraphNode(block);
    case 'table':
      return {
        table: {
          widths: block.columns.map((width) => pt(width) - 2 * pt(block.cellMargin.x) - 1),
          headerRows: block.rows.filter(({ repeat }) => repeat).length,
          body: block.rows.map(({ cells }) =>
            cells.flatMap((cell) => [
              {
                stack: cell.blocks.map(paragraphNode),
                colSpan: cell.colspan,
                rowSpan: cell.rowspan,
              },
              ...Array.from({ length: cell.colspan - 1 }, () => ''),
            ]),
          ),
        },
      };
    case 'signature':
      return { stack: block.blocks.map(paragraphNode), unbreakable: true };
    case 'pageBreak':
      return { text: '', pageBreak: 'after' };
  }
};

export const flowToPdfmake = ({ page, blocks }: Flow): object => ({
  pageSize: 'A4',
  pageMargins: [
    pt(page.marginLeft),
    pt(page.marginTop),
    pt(page.marginRight),
    pt(page.marginBottom),
  ],
  defaultStyle: { font: 'LiberationSerif' },
  content: blocks.map(blockNode),
});
