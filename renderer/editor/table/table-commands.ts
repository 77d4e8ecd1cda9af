import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type Selection, TextSelection } from '@tiptap/pm/state';
import { columnWidthsOf, paperWidths, setColumnWidths } from './column-widths';

const newTable = (editor: Editor, rows: number, columns: number): Node => {
  const { nodes } = editor.schema;
  const widths = paperWidths(Array.from({ length: columns }, () => 1));
  const row = (type: 'tableHeader' | 'tableCell'): Node | null | undefined =>
    nodes['tableRow']?.create(
      null,
      widths.flatMap((width) => nodes[type]?.createAndFill({ colwidth: [width] }) ?? []),
    );
  const all = Array.from({ length: rows }, (_, index) =>
    row(index === 0 && rows > 1 ? 'tableHeader' : 'tableCell'),
  );
  const table = nodes['table']?.create(
    null,
    all.flatMap((one) => one ?? []),
  );
  if (table === undefined) throw new Error('the editor has no tables');
  return table;
};

/** A table with equal columns, as Word makes it, and the caret in its first cell. */
export const insertTable = (editor: Editor, rows: number, columns: number): boolean =>
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const from = tr.selection.from;
      closeHistory(tr).replaceSelectionWith(newTable(editor, rows, columns));
      tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView();
      return true;
    })
    .run();

const tableAround = ({ $from }: Selection): { node: Node; start: number } | null => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'table') return { node, start: $from.before(depth) };
  }
  return null;
};

/** True when every cell of the table's first row is a head cell. */
export const hasHeadRow = (editor: Editor): boolean => {
  const cells = tableAround(editor.state.selection)?.node.firstChild?.content.content ?? [];
  return cells.length > 0 && cells.every(({ type }) => type.name === 'tableHeader');
};

/** All columns alike, or each as wide as its words need. */
export const setColumns = (editor: Editor, how: 'equal' | 'fitted'): boolean => {
  const around = tableAround(editor.state.selection);
  if (around === null) return false;
  const { node, start } = around;
  let columns = 0;
  node.firstChild?.forEach((cell) => {
    columns += Number(cell.attrs['colspan']);
  });
  const widths = how === 'fitted' ? null : paperWidths(Array.from({ length: columns }, () => 1));
  return editor
    .chain()
    .focus()
    .command(({ tr }) => {
      setColumnWidths(closeHistory(tr), node, start, widths);
      return true;
    })
    .run();
};

/** A new column as wide as the others are on average, where those have widths. */
export const addColumn = (editor: Editor, where: 'before' | 'after'): boolean => {
  const chain = editor.chain().focus();
  return (where === 'before' ? chain.addColumnBefore() : chain.addColumnAfter())
    .command(({ tr }) => {
      const around = tableAround(closeHistory(tr).selection);
      if (around === null) return true;
      const widths = columnWidthsOf(around.node);
      const given = widths.flatMap((width) => width ?? []);
      if (given.length === 0 || given.length === widths.length) return true;
      const average = given.reduce((sum, width) => sum + width, 0) / given.length;
      const filled = paperWidths(widths.map((width) => width ?? average));
      setColumnWidths(tr, around.node, around.start, filled);
      return true;
    })
    .run();
};
