import { twip } from '../../base';
import type { Rule } from '../../model';
import type { LaidTable } from './laid-block';

/** A row, or a part of it, on a page; `top` is the upper edge of its top border. */
export interface PlacedRow {
  readonly index: number;
  readonly top: number;
}

/** For each column of a row: an id of the cell that covers it; cells that span rows keep theirs. */
const coverOf = (table: LaidTable): number[][] => {
  const columns = table.edges.length - 1;
  const cover = table.rows.map(() => new Array<number>(columns).fill(-1));
  let id = 0;
  table.rows.forEach((row, at) => {
    for (const cell of row.cells) {
      for (let r = at; r < Math.min(at + cell.rowspan, cover.length); r += 1) {
        cover[r]?.fill(id, cell.column, cell.column + cell.colspan);
      }
      id += 1;
    }
  });
  return cover;
};

/** Rule L57: one straight stroke along each border between two different cells. */
export const addTableRules = (
  rules: Rule[],
  table: LaidTable,
  placed: readonly PlacedRow[],
  bottom: number,
): void => {
  const { border } = table.block;
  if (border === 0) return;
  const cover = coverOf(table);
  const middle = border / 2;
  const columns = table.edges.length - 1;
  const edge = (column: number): number => table.edges[column] ?? 0;

  const horizontal = (y: number, isDrawn: (column: number) => boolean): void => {
    for (let column = 0; column < columns; ) {
      let end = column;
      while (end < columns && isDrawn(end)) end += 1;
      if (end > column) {
        rules.push({
          x1: twip(edge(column) - middle),
          y1: twip(y),
          x2: twip(edge(end) + middle),
          y2: twip(y),
          width: border,
        });
      }
      column = end + 1;
    }
  };

  placed.forEach(({ index, top }, at) => {
    const above = placed[at - 1];
    const isNeighbour = above !== undefined && above.index + 1 === index;
    horizontal(
      top + middle,
      (column) => !isNeighbour || cover[index]?.[column] !== cover[index - 1]?.[column],
    );
    const y2 = (placed[at + 1]?.top ?? bottom) + middle;
    for (let column = 0; column <= columns; column += 1) {
      const isInside = column > 0 && column < columns;
      if (isInside && cover[index]?.[column - 1] === cover[index]?.[column]) continue;
      rules.push({
        x1: twip(edge(column)),
        y1: twip(top + middle),
        x2: twip(edge(column)),
        y2: twip(y2),
        width: border,
      });
    }
  });
  horizontal(bottom + middle, () => true);
};
