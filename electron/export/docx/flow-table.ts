import {
  BorderStyle,
  HeightRule,
  type IBorderOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { TableRow as FlowRow, ParagraphBlock, TableBlock } from '../../../shared/model';
import { hairParagraph } from './flow-paragraph';

const TWIPS_PER_EIGHTH_POINT = 2.5;

/** 17.4.38 tblBorders: sizes in eighths of a point; nil where the form has no lines. */
const borderOf = (width: number): IBorderOptions =>
  width === 0
    ? { style: BorderStyle.NIL, size: 0, color: 'auto' }
    : {
        style: BorderStyle.SINGLE,
        size: Math.max(2, Math.round(width / TWIPS_PER_EIGHTH_POINT)),
        color: '000000',
      };

const dxa = (size: number) => ({ size: Math.round(size), type: WidthType.DXA }) as const;

/** Where each cell of a row starts, given the columns that cells from above still hold. */
const placeCells = (row: FlowRow, held: readonly number[]): number[] => {
  let column = 0;
  return row.cells.map(({ colspan }) => {
    while ((held[column] ?? 0) > 0) column += 1;
    const start = column;
    column += colspan;
    return start;
  });
};

const tableRow = (
  row: FlowRow,
  canSplit: boolean,
  starts: readonly number[],
  columns: readonly number[],
  /** Of a row that is repeated; null where it is not. */
  headHeight: number | null,
  paragraphOf: (block: ParagraphBlock) => Paragraph,
): TableRow =>
  new TableRow({
    tableHeader: headHeight !== null,
    ...(headHeight === null
      ? {}
      : { height: { value: Math.floor(headHeight), rule: HeightRule.ATLEAST } }),
    cantSplit: !canSplit,
    children: row.cells.map((cell, index) => {
      const start = starts[index] ?? 0;
      const width = columns
        .slice(start, start + cell.colspan)
        .reduce((sum, column) => sum + column, 0);
      const paragraphs = cell.blocks.map(paragraphOf);
      return new TableCell({
        width: dxa(width),
        ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
        ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
        children: paragraphs.length === 0 ? [hairParagraph()] : paragraphs,
      });
    }),
  });

/**
 * 17.4: fixed layout and every width written out, so that no program fits columns by its own taste.
 * At compatibility mode 14 a table's indent is measured to the text of its first cell, hence the
 * cell margin in it; 15 would measure to the border.
 */
export const flowTable = (
  table: TableBlock,
  /** By row, where the layout decided otherwise than the table says (layout rule L64). */
  bound: ReadonlyMap<number, boolean>,
  /** Heights of the rows that are repeated on each page (layout rule L57). */
  headHeights: readonly number[],
  paragraphOf: (block: ParagraphBlock, keepNext: boolean) => Paragraph,
): Table => {
  const border = borderOf(table.border);
  const held = table.columns.map(() => 0);
  const heads = table.rows.findIndex(({ repeat }) => !repeat);
  const rows = table.rows.map((row, at) => {
    const starts = placeCells(row, held);
    for (let column = 0; column < held.length; column += 1) {
      held[column] = Math.max(0, (held[column] ?? 0) - 1);
    }
    for (const [index, cell] of row.cells.entries()) {
      const start = starts[index] ?? 0;
      held.fill(cell.rowspan - 1, start, start + cell.colspan);
    }
    const height = headHeights[at];
    return tableRow(
      row,
      bound.get(at) ?? row.canSplit,
      starts,
      table.columns,
      // LibreOffice 7 does not ask cells over several rows when it repeats heads, and would cut off
      // their last lines.
      height === undefined ? null : height - table.border,
      (block) => paragraphOf(block, at < heads),
    );
  });
  return new Table({
    width: dxa(table.columns.reduce((sum, column) => sum + column, 0)),
    columnWidths: table.columns.map((column) => Math.round(column)),
    layout: TableLayoutType.FIXED,
    indent: dxa(table.indentLeft + table.cellMargin.x),
    margins: {
      top: Math.round(table.cellMargin.y),
      bottom: Math.round(table.cellMargin.y),
      left: Math.round(table.cellMargin.x),
      right: Math.round(table.cellMargin.x),
      marginUnitType: WidthType.DXA,
    },
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows,
  });
};
