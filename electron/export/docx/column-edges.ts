import type { Flow, ParagraphBlock, TableBlock } from '../../../shared/model';

/** Left and right edge of the column a paragraph stands in, in twips from the paper's left edge. */
export interface ColumnEdges {
  readonly left: number;
  readonly right: number;
}

const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);

/** Calls `visit` for each cell's paragraphs with the cell's edges, cell margins taken off. */
const visitCells = (
  table: TableBlock,
  tableLeft: number,
  visit: (block: ParagraphBlock, edges: ColumnEdges) => void,
): void => {
  const held = table.columns.map(() => 0);
  for (const row of table.rows) {
    let column = 0;
    const starts = row.cells.map(({ colspan }) => {
      while ((held[column] ?? 0) > 0) column += 1;
      const start = column;
      column += colspan;
      return start;
    });
    for (let at = 0; at < held.length; at += 1) held[at] = Math.max(0, (held[at] ?? 0) - 1);
    for (const [index, cell] of row.cells.entries()) {
      const start = starts[index] ?? 0;
      held.fill(cell.rowspan - 1, start, start + cell.colspan);
      const left = tableLeft + sum(table.columns.slice(0, start)) + table.cellMargin.x;
      const right =
        tableLeft + sum(table.columns.slice(0, start + cell.colspan)) - table.cellMargin.x;
      for (const block of cell.blocks) visit(block, { left, right });
    }
  }
};

/** The columns of all paragraphs of a flow, by the paragraph's id. */
export const columnEdges = (flow: Flow): ReadonlyMap<string, ColumnEdges> => {
  const { width, marginLeft, marginRight } = flow.page;
  const body = { left: marginLeft, right: width - marginRight };
  const edges = new Map<string, ColumnEdges>();
  for (const block of flow.blocks) {
    if (block.kind === 'paragraph') edges.set(block.id, body);
    if (block.kind === 'signature') for (const each of block.blocks) edges.set(each.id, body);
    if (block.kind === 'table') {
      visitCells(block, marginLeft + block.indentLeft, (each, cell) => edges.set(each.id, cell));
    }
  }
  return edges;
};
