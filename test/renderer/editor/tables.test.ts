// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOfDocument } from '../../../renderer/editor/doc-value';
import {
  columnWidthsOf,
  moveBorder,
  PAPER_WIDTH,
  paperWidths,
  setColumnWidths,
} from '../../../renderer/editor/table/column-widths';
import {
  addColumn,
  hasHeadRow,
  insertTable,
  setColumns,
} from '../../../renderer/editor/table/table-commands';
import type { RichTextTable } from '../../../shared/model';
import { doc, openEditor, paragraph, press, type } from './open-editor';

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

const cell = (words = '', attrs: object = {}) => ({
  type: 'tableCell' as const,
  ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
  content: [paragraph(...(words === '' ? [] : [words]))],
});

const merged: RichTextTable = {
  type: 'table',
  content: [
    { type: 'tableRow', content: [cell('a', { colspan: 2 }), cell('b')] },
    { type: 'tableRow', content: [cell('c'), cell('d'), cell('e', { rowspan: 2 })] },
    { type: 'tableRow', content: [cell('f'), cell('g')] },
  ],
};

const tableOf = (editor: ReturnType<typeof openEditor>) => {
  let found: { node: typeof editor.state.doc; start: number } | null = null;
  editor.state.doc.forEach((node, start) => {
    if (node.type.name === 'table') found ??= { node, start };
  });
  if (found === null) throw new Error('no table');
  return found as { node: typeof editor.state.doc; start: number };
};

describe('a new table', () => {
  it('has equal columns over the whole width, a head row, and the caret in its first cell', () => {
    const editor = openEditor(doc(paragraph()));
    insertTable(editor, 3, 4);
    type(editor, 'Đầu');
    const table = valueOfDocument(editor.state.doc).content?.find((one) => one.type === 'table');
    expect(table?.content).toHaveLength(3);
    expect(table?.content?.[0]?.content?.[0]).toEqual({
      type: 'tableHeader',
      attrs: { colwidth: [151] },
      content: [paragraph('Đầu')],
    });
    expect(table?.content?.[1]?.content?.[0]?.type).toBe('tableCell');
    expect(hasHeadRow(editor)).toBe(true);
    const widths = columnWidthsOf(tableOf(editor).node).map((width) => width ?? 0);
    expect(sum(widths)).toBe(PAPER_WIDTH);
  });

  it('of one row has no head', () => {
    const editor = openEditor(doc(paragraph()));
    insertTable(editor, 1, 2);
    expect(hasHeadRow(editor)).toBe(false);
  });

  it('grows by a row with Tab in its last cell, and is left downwards by the arrow', () => {
    const editor = openEditor(doc(paragraph()));
    insertTable(editor, 2, 1);
    press(editor, 'Tab');
    press(editor, 'Tab');
    type(editor, 'x');
    const { node } = tableOf(editor);
    expect(node.childCount).toBe(3);
    expect(node.lastChild?.textContent).toBe('x');
  });
});

describe('widths of columns', () => {
  it('are written into every cell, merged ones too, and taken away again', () => {
    const editor = openEditor(doc(merged));
    const { node, start } = tableOf(editor);
    const before = valueOfDocument(editor.state.doc);
    expect(columnWidthsOf(node)).toEqual([null, null, null]);
    editor.view.dispatch(setColumnWidths(editor.state.tr, node, start, [100, 200, 305]));
    const now = tableOf(editor).node;
    expect(columnWidthsOf(now)).toEqual([100, 200, 305]);
    expect(valueOfDocument(editor.state.doc).content?.[0]).toMatchObject({
      content: [
        {
          content: [
            { attrs: { colspan: 2, colwidth: [100, 200] } },
            { attrs: { colwidth: [305] } },
          ],
        },
        { content: [{}, {}, { attrs: { rowspan: 2, colwidth: [305] } }] },
        {},
      ],
    });
    editor.view.dispatch(setColumnWidths(editor.state.tr, now, start, null));
    expect(valueOfDocument(editor.state.doc)).toEqual(before);
  });

  it('can be made equal, or left to the words', () => {
    const editor = openEditor(doc(merged));
    editor.commands.setTextSelection(5);
    setColumns(editor, 'equal');
    expect(columnWidthsOf(tableOf(editor).node)).toEqual([202, 201, 202]);
    setColumns(editor, 'fitted');
    expect(columnWidthsOf(tableOf(editor).node)).toEqual([null, null, null]);
    expect(setColumns(openEditor(doc(paragraph('x'))), 'equal')).toBe(false);
  });

  it('make room for a new column as wide as the others, with one undo', () => {
    const editor = openEditor(doc(paragraph()));
    insertTable(editor, 2, 2);
    addColumn(editor, 'after');
    const widths = columnWidthsOf(tableOf(editor).node);
    expect(widths.every((width) => width === 201 || width === 202)).toBe(true);
    editor.commands.undo();
    expect(tableOf(editor).node.firstChild?.childCount ?? 0).toBeLessThan(3);

    const plain = openEditor(doc(merged));
    plain.commands.setTextSelection(5);
    addColumn(plain, 'before');
    expect(columnWidthsOf(tableOf(plain).node)).toEqual([null, null, null, null]);
  });

  it('are whole pixels that fill the width exactly, in the given proportion', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const widths = paperWidths(parts);
          expect(sum(widths)).toBe(PAPER_WIDTH);
          widths.forEach((width, index) => {
            expect(Number.isInteger(width)).toBe(true);
            const exact = ((parts[index] ?? 0) / sum(parts)) * PAPER_WIDTH;
            expect(Math.abs(width - exact)).toBeLessThanOrEqual(1);
          });
        },
      ),
    );
  });

  it('change for the two neighbours of a moved border only; the table stays as wide', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: -900, max: 900 }),
        (widths, at, by) => {
          const column = at % (widths.length - 1);
          const moved = moveBorder(widths, column, by, 28);
          expect(sum(moved)).toBe(sum(widths));
          moved.forEach((width, index) => {
            if (index !== column && index !== column + 1) expect(width).toBe(widths[index]);
            // Never narrower than the least, unless it was already.
            expect(width).toBeGreaterThanOrEqual(Math.min(28, widths[index] ?? 0));
          });
        },
      ),
    );
    expect(moveBorder([100, 100], 1, 10, 28)).toEqual([100, 100]);
  });
});
