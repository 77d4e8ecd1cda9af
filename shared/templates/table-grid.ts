import { MOST_TABLE_COLUMNS, type RichTextTable, type RichTextTableCell } from '../model';

/** A cell in its place on the grid; `cell` is null where the table left a hole. */
export interface PlacedCell {
  readonly cell: RichTextTableCell | null;
  /** Child index in its row of the document. */
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

export interface TableGrid {
  readonly columns: number;
  /** By row, from left to right, every place of the grid covered exactly once. */
  readonly rows: readonly (readonly PlacedCell[])[];
}

/**
 * Puts cells where a reader expects them, as browsers do, and mends what does not fit: a cell that
 * would lie over another becomes narrower, one that reaches below the table shorter, holes become
 * empty cells. No cell is dropped.
 */
export const tableGrid = (table: RichTextTable): TableGrid => {
  const rows = table.content ?? [];
  const taken: Set<number>[] = rows.map(() => new Set());
  const placed: PlacedCell[][] = rows.map(() => []);
  let columns = 0;
  for (const [row, { content = [] }] of rows.entries()) {
    const here = taken[row] ?? new Set<number>();
    let column = 0;
    for (const [index, cell] of content.entries()) {
      while (here.has(column)) column += 1;
      const wanted = Math.min(cell.attrs?.colspan ?? 1, MOST_TABLE_COLUMNS);
      let colspan = 1;
      while (colspan < wanted && !here.has(column + colspan)) colspan += 1;
      const rowspan = Math.min(cell.attrs?.rowspan ?? 1, rows.length - row);
      for (let below = row; below < row + rowspan; below += 1) {
        for (let across = column; across < column + colspan; across += 1) {
          taken[below]?.add(across);
        }
      }
      placed[row]?.push({ cell, index, row, column, colspan, rowspan });
      column += colspan;
      columns = Math.max(columns, column);
    }
  }
  for (const [row, here] of taken.entries()) {
    for (let column = 0; column < columns; column += 1) {
      if (here.has(column)) continue;
      placed[row]?.push({ cell: null, index: -1, row, column, colspan: 1, rowspan: 1 });
    }
    placed[row]?.sort((a, b) => a.column - b.column);
  }
  return { columns, rows: placed };
};
