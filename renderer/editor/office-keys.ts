import { type Editor, Extension } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { toggleScript } from './toggle-script';

/** In a list that cannot go deeper, or a table's last cell, Tab stays in the text. */
const isInListOrTable = (editor: Editor): boolean =>
  editor.isActive('listItem') || editor.isActive('table');

const align =
  (alignment: string) =>
  ({ editor }: { editor: Editor }): boolean =>
    editor.commands.setTextAlign(alignment);

/** Arrow down in the last row of a table that nothing follows opens a line to write on. */
const leaveTableDown = ({ editor }: { editor: Editor }): boolean => {
  const { selection, doc } = editor.state;
  const { $head, empty } = selection;
  if (!empty || $head.depth < 4) return false;
  const table = $head.node(1);
  if (table.type.name !== 'table' || $head.index(0) !== doc.childCount - 1) return false;
  if ($head.index(1) !== table.childCount - 1) return false;
  if (!editor.view.endOfTextblock('down')) return false;
  const end = doc.content.size;
  return editor
    .chain()
    .insertContentAt(end, { type: 'paragraph' })
    .command(({ tr }) => {
      tr.setSelection(Selection.near(tr.doc.resolve(end + 1)));
      return true;
    })
    .scrollIntoView()
    .run();
};

/** Moves the paragraph, item or row's block at the caret over its neighbour, as Word does. */
const moveBlock =
  (step: -1 | 1) =>
  ({ editor }: { editor: Editor }): boolean =>
    editor.commands.command(({ tr, dispatch }) => {
      const { $from, from, to } = tr.selection;
      const depth = [...Array($from.depth + 1).keys()]
        .reverse()
        .find((at) =>
          ['listItem', 'doc', 'tableCell', 'tableHeader'].includes($from.node(at).type.name),
        );
      if (depth === undefined) return false;
      const itemDepth = $from.node(depth).type.name === 'listItem' ? depth : depth + 1;
      if (itemDepth > $from.depth) return false;
      const parent = $from.node(itemDepth - 1);
      const index = $from.index(itemDepth - 1);
      const neighbour = parent.maybeChild(index + step);
      if (neighbour === null || neighbour === undefined || to > $from.after(itemDepth))
        return false;
      if (dispatch === undefined) return true;
      const node = $from.node(itemDepth);
      const start = $from.before(itemDepth);
      const target = step === -1 ? start - neighbour.nodeSize : start + neighbour.nodeSize;
      tr.delete(start, start + node.nodeSize).insert(target, node);
      const shift = target - start;
      tr.setSelection(TextSelection.create(tr.doc, from + shift, to + shift)).scrollIntoView();
      return true;
    });

/**
 * Keys as people know them from Word. Comes before the library's own, which use Ctrl+Shift+L for
 * another thing than Word does.
 */
export const OfficeKeys = Extension.create({
  name: 'officeKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-l': align('left'),
      'Mod-e': align('center'),
      'Mod-r': align('right'),
      'Mod-j': align('justify'),
      'Mod-Shift-l': ({ editor }) => editor.commands.toggleBulletList(),
      'Mod-=': ({ editor }) => toggleScript(editor, 'subscript'),
      'Mod-+': ({ editor }) => toggleScript(editor, 'superscript'),
      'Mod-Shift-=': ({ editor }) => toggleScript(editor, 'superscript'),
      'Mod-Space': ({ editor }) => editor.commands.unsetAllMarks(),
      'Alt-Shift-ArrowUp': moveBlock(-1),
      'Alt-Shift-ArrowDown': moveBlock(1),
      ArrowDown: leaveTableDown,
    };
  },
});

/** Comes last: what lists and tables did not use of Tab does not leave the text by accident. */
export const TabStays = Extension.create({
  name: 'tabStays',
  priority: 1,
  addKeyboardShortcuts() {
    return {
      Tab: ({ editor }) => isInListOrTable(editor),
      'Shift-Tab': ({ editor }) => isInListOrTable(editor),
    };
  },
});
