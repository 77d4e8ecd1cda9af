import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';

/** A table is as wide as the text: 160 mm in CSS pixels. Widths are parts of this. */
export const PAPER_WIDTH = 605;
/** Narrower than this nobody finds the column again. */
export const LEAST_WIDTH = 28;

/** Width of each column; null where the words decide. */
export const columnWidthsOf = (table: Node): (number | null)[] => {
  const map = TableMap.get(table);
  return Array.from({ length: map.width }, (_, column) => {
    for (let row = 0; row < map.height; row += 1) {
      const position = map.map[row * map.width + column];
      const cell = position === undefined ? null : table.nodeAt(position);
      const widths = (cell?.attrs['colwidth'] ?? null) as number[] | null;
      if (position === undefined || widths === null) continue;
      const width = widths[column - map.colCount(position)];
      if (width !== undefined && width > 0) return width;
    }
    return null;
  });
};

/** Writes the widths into all cells of a table that stands at `start`; null takes them away. */
export const setColumnWidths = (
  tr: Transaction,
  table: Node,
  start: number,
  widths: readonly number[] | null,
): Transaction => {
  const map = TableMap.get(table);
  for (const position of new Set(map.map)) {
    const cell = table.nodeAt(position);
    if (cell === null) continue;
    const column = map.colCount(position);
    const colwidth = widths?.slice(column, column + Number(cell.attrs['colspan'])) ?? null;
    tr.setNodeMarkup(start + 1 + position, null, { ...cell.attrs, colwidth });
  }
  return tr;
};

/** The paper's width shared by parts, in whole pixels with exactly that sum. */
export const paperWidths = (parts: readonly number[]): number[] => {
  const sum = parts.reduce((all, part) => all + part, 0);
  let exact = 0;
  let used = 0;
  return parts.map((part) => {
    exact += sum === 0 ? PAPER_WIDTH / parts.length : (part / sum) * PAPER_WIDTH;
    const whole = Math.round(exact) - used;
    used += whole;
    return whole;
  });
};

/**
 * Moves the border behind `column`, as Word does: what one column gains its neighbour loses, and
 * the table stays as wide as the text. `widths` and `by` in any one unit.
 */
export const moveBorder = (
  widths: readonly number[],
  column: number,
  by: number,
  least: number,
): number[] => {
  const left = widths[column];
  const right = widths[column + 1];
  if (left === undefined || right === undefined) return [...widths];
  const most = Math.max(0, right - least);
  const fewest = Math.min(0, least - left);
  const moved = Math.min(most, Math.max(fewest, by));
  return widths.map((width, index) => {
    if (index === column) return left + moved;
    return index === column + 1 ? right - moved : width;
  });
};
