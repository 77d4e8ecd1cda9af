import type { Block, Flow, ParagraphBlock, Run, TableBlock } from '../../shared/model';

/** The same text and measures as Typst source, so that both engines have the same work to do. */
const pt = (twips: number): string => `${twips / 20}pt`;

const SPECIAL = /[\\#$*_`<>@[\]~/"'=+-]/g;
const escapeText = (text: string): string => text.replaceAll(SPECIAL, '\\$&');

const runMarkup = (run: Run): string => {
  let markup = `#text(size: ${pt(run.fontSize)})[${escapeText(run.text).replaceAll('\n', ' \\ ')}]`;
  if (run.bold) markup = `#strong[${markup}]`;
  if (run.italic) markup = `#emph[${markup}]`;
  if (run.underline) markup = `#underline[${markup}]`;
  if (run.strike) markup = `#strike[${markup}]`;
  if (run.script === 'superscript') markup = `#super[${markup}]`;
  if (run.script === 'subscript') markup = `#sub[${markup}]`;
  return markup;
};

const paragraphMarkup = ({ format, label, runs }: ParagraphBlock): string => {
  const align = format.align === 'justify' ? 'left' : format.align;
  const text = `${label === null ? '' : `${escapeText(label.text)} `}${runs.map(runMarkup).join('')}`;
  const settings = [
    `justify: ${format.align === 'justify'}`,
    `first-line-indent: (amount: ${pt(Math.max(0, format.firstLine))}, all: true)`,
    // Typst's leading is the space between lines, ours the pitch of them.
    `leading: ${0.65 * format.lineSpacing}em`,
  ];
  return `#block(above: ${pt(format.spaceBefore)}, below: ${pt(format.spaceAfter)}, inset: (left: ${pt(format.indentLeft)}, right: ${pt(format.indentRight)}), sticky: ${format.keepNext})[#set par(${settings.join(', ')})\n#set align(${align})\n${text}]`;
};

const tableMarkup = (table: TableBlock): string => {
  const cells = table.rows.flatMap((row) =>
    row.cells.map(
      (cell) =>
        `table.cell(colspan: ${cell.colspan}, rowspan: ${cell.rowspan})[${cell.blocks.map(paragraphMarkup).join('\n')}]`,
    ),
  );
  const { x, y } = table.cellMargin;
  return `#table(columns: (${table.columns.map((width) => `${pt(width)},`).join(' ')}), stroke: ${pt(table.border)}, inset: (x: ${pt(x)}, y: ${pt(y)}), ${cells.join(', ')})`;
};

const blockMarkup = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return paragraphMarkup(block);
    case 'table':
      return tableMarkup(block);
    case 'signature':
      return `#block(breakable: false)[${block.blocks.map(paragraphMarkup).join('\n')}]`;
    case 'pageBreak':
      return '#pagebreak()';
  }
};

export const flowToTypst = ({ page, blocks }: Flow): string =>
  [
    `#set page(width: ${pt(page.width)}, height: ${pt(page.height)}, margin: (top: ${pt(page.marginTop)}, bottom: ${pt(page.marginBottom)}, left: ${pt(page.marginLeft)}, right: ${pt(page.marginRight)}))`,
    '#set text(font: "Liberation Serif", lang: "vi", hyphenate: false, kerning: false, ligatures: false)',
    ...blocks.map(blockMarkup),
  ].join('\n');
