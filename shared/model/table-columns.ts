import type { RichTextBlock, RichTextTable } from './rich-text';

/** Word opens no table with more columns. */
export const MOST_TABLE_COLUMNS = 63;

const columnsOf = (table: RichTextTable): number =>
  (table.content ?? []).reduce(
    (most, { content = [] }) =>
      Math.max(
        most,
        content.reduce((sum, cell) => sum + (cell.attrs?.colspan ?? 1), 0),
      ),
    0,
  );

/** The first table anywhere in the nodes with more columns than Word opens; its columns, or null. */
export const overwideTable = (nodes: readonly RichTextBlock[]): number | null => {
  for (const node of nodes) {
    if (node.type === 'paragraph') continue;
    const columns = node.type === 'table' ? columnsOf(node) : 0;
    if (columns > MOST_TABLE_COLUMNS) return columns;
    const inside =
      node.type === 'table'
        ? (node.content ?? []).flatMap((row) => row.content ?? [])
        : (node.content ?? []);
    for (const { content = [] } of inside) {
      const found = overwideTable(content);
      if (found !== null) return found;
    }
  }
  return null;
};
