import { type Twip, twip } from '../../base';
import type { PageGeometry, ParagraphBlock, TableBlock, TableCell } from '../../model';
import type { Column, ParagraphShape } from '../break-lines/paragraph-shape';
import type { Leeway } from '../leeway';
import type { LaidCell, LaidParagraph, LaidRow, LaidTable } from './laid-block';
import { bandAt, rowHeights } from './table-band';

export type ShapeSource = (block: ParagraphBlock, column: Column) => ParagraphShape;

const columnOf = (table: TableBlock, edges: readonly Twip[], cell: PlacedCell): Column => {
  const left = (edges[cell.column] ?? 0) + table.cellMargin.x;
  const right = (edges[cell.column + cell.source.colspan] ?? 0) - table.cellMargin.x;
  return { left: twip(left), width: twip(Math.max(0, right - left)) };
};

interface PlacedCell {
  readonly column: number;
  readonly source: TableCell;
}

/** Rule L50: cells take the next columns that no cell from a row above still holds. */
const gridOf = (table: TableBlock): PlacedCell[][] => {
  const heldRows = table.columns.map(() => 0);
  return table.rows.map((row) => {
    const cells: PlacedCell[] = [];
    const holds: { column: number; source: TableCell }[] = [];
    let column = 0;
    for (const source of row.cells) {
      while ((heldRows[column] ?? 0) > 0) column += 1;
      if (column >= table.columns.length) break;
      const colspan = Math.min(source.colspan, table.columns.length - column);
      const cell = { column, source: { ...source, colspan } };
      cells.push(cell);
      holds.push(cell);
      column += colspan;
    }
    for (let at = 0; at < heldRows.length; at += 1)
      heldRows[at] = Math.max(0, (heldRows[at] ?? 0) - 1);
    for (const { column: first, source } of holds) {
      for (let at = first; at < first + source.colspan; at += 1) heldRows[at] = source.rowspan - 1;
    }
    return cells;
  });
};

const laidParagraph = (block: ParagraphBlock, shape: ParagraphShape): LaidParagraph => ({
  kind: 'paragraph',
  block,
  shape,
  keepNext: block.format.keepNext,
  keepLines: block.format.keepLines,
  opens: null,
});

/** Table widths are divided into this many parts. */
const PARTS = 10_000;

/**
 * Rule L58: columns end on ten-thousandths of the table's width, cut to whole twips, as LibreOffice
 * keeps them; at most a twip from the widths that DOCX writes.
 */
const columnEdges = (columns: readonly Twip[], left: number): Twip[] => {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const edges = [twip(left)];
  let reached = 0;
  for (const [at, width] of columns.entries()) {
    reached += width;
    const parts = total === 0 ? 0 : Math.round((reached * PARTS) / total);
    const isLast = at === columns.length - 1;
    edges.push(twip(left + (isLast ? total : Math.floor((parts * total) / PARTS))));
  }
  return edges;
};

/** Rule L57: heads are repeated when rows follow them and no cell of theirs reaches into these. */
const leadingHeads = (table: TableBlock): number => {
  const heads = table.rows.findIndex((row) => !row.repeat);
  const reaches = table.rows
    .slice(0, Math.max(0, heads))
    .some(({ cells }, at) => cells.some(({ rowspan }) => at + rowspan > heads));
  return heads === -1 || reaches ? 0 : heads;
};

const withHeights = (table: LaidTable): LaidRow[] => {
  const rows: LaidRow[] = [];
  while (rows.length < table.rows.length) {
    const band = bandAt(table, rows.length, null);
    rowHeights(table, band, band.first).forEach((height) => {
      const row = table.rows[rows.length];
      if (row !== undefined) rows.push({ ...row, height: twip(height) });
    });
  }
  return rows;
};

export const layTable = (
  table: TableBlock,
  page: PageGeometry,
  shapeOf: ShapeSource,
  leeway: Leeway,
): LaidTable => {
  const edges = columnEdges(table.columns, page.marginLeft + table.indentLeft);
  const rows = gridOf(table).map((cells) =>
    cells.map((cell): LaidCell => {
      const column = columnOf(table, edges, cell);
      return {
        column: cell.column,
        colspan: cell.source.colspan,
        rowspan: Math.max(1, cell.source.rowspan),
        paragraphs: cell.source.blocks.map((block) => laidParagraph(block, shapeOf(block, column))),
      };
    }),
  );
  const headRows = leadingHeads(table);
  const laid: LaidTable = {
    kind: 'table',
    block: table,
    edges,
    rows: rows.map((cells, at) => ({
      cells,
      height: twip(0),
      canSplit: table.rows[at]?.canSplit ?? true,
    })),
    headRows,
    overflows: (edges.at(-1) ?? 0) > page.width - page.marginRight,
    bordersPerRow: 1 + leeway.extraBorders,
    partsHighRows: !leeway.wholeRows,
  };
  return { ...laid, rows: withHeights(laid) };
};

export { laidParagraph };
