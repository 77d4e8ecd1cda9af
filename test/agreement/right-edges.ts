import type { Flow, ParagraphBlock, TableBlock } from '../../shared/model';

/** Where the lines of each paragraph end at the latest, in twips from the paper's left edge. */
export const rightEdges = (flow: Flow): ReadonlyMap<string, number> => {
  const edges = new Map<string, number>();
  const add = (block: ParagraphBlock, right: number): void => {
    edges.set(block.id, right - block.format.indentRight);
  };
  const addTable = (table: TableBlock): void => {
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
        const width = table.columns
          .slice(0, start + cell.colspan)
          .reduce((sum, each) => sum + each, 0);
        const right = flow.page.marginLeft + table.indentLeft + width - table.cellMargin.x;
        for (const block of cell.blocks) add(block, right);
      }
    }
  };
  const bodyRight = flow.page.width - flow.page.marginRight;
  for (const block of flow.blocks) {
    if (block.kind === 'paragraph') add(block, bodyRight);
    if (block.kind === 'signature') for (const each of block.blocks) add(each, bodyRight);
    if (block.kind === 'table') addTable(block);
  }
  return edges;
};
