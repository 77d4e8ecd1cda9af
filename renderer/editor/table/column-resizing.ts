import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { cellAround, TableMap } from '@tiptap/pm/tables';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  columnWidthsOf,
  LEAST_WIDTH,
  moveBorder,
  paperWidths,
  setColumnWidths,
} from './column-widths';
import { showWidths } from './paper-table-view';

/** As near as this to a border, in pixels, one means the border. */
const REACH = 5;

interface Border {
  /** Position of the table in the document. */
  readonly table: number;
  /** The border behind this column. */
  readonly column: number;
}

const key = new PluginKey<Border | null>('columnResizing');

const sameBorder = (a: Border | null, b: Border | null): boolean =>
  a?.table === b?.table && a?.column === b?.column;

/** The border between two columns under the pointer. The table's own edges do not move. */
const borderAt = (view: EditorView, event: MouseEvent): Border | null => {
  const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
  if (cell === null || !view.dom.contains(cell)) return null;
  const { left, right } = cell.getBoundingClientRect();
  const isLeft = event.clientX - left <= REACH;
  if (!isLeft && right - event.clientX > REACH) return null;
  const $cell = cellAround(view.state.doc.resolve(view.posAtDOM(cell, 0)));
  if ($cell === null) return null;
  const table = $cell.node(-1);
  const map = TableMap.get(table);
  const start = $cell.start(-1);
  const { left: first, right: next } = map.findCell($cell.pos - start);
  const column = isLeft ? first - 1 : next - 1;
  return column < 0 || column >= map.width - 1 ? null : { table: start - 1, column };
};

const handles = (view: EditorView['state'], border: Border): DecorationSet => {
  const table = view.doc.nodeAt(border.table);
  if (table === null) return DecorationSet.empty;
  const map = TableMap.get(table);
  const decorations: Decoration[] = [];
  const drawn = new Set<number>();
  for (let row = 0; row < map.height; row += 1) {
    const position = map.map[row * map.width + border.column];
    if (position === undefined || drawn.has(position)) continue;
    drawn.add(position);
    // A merged cell that reaches over the border does not show it.
    if (map.findCell(position).right - 1 !== border.column) continue;
    const end = border.table + 1 + position + (table.nodeAt(position)?.nodeSize ?? 0) - 1;
    const draw = (): HTMLElement => {
      const handle = document.createElement('div');
      handle.className = 'column-handle';
      return handle;
    };
    decorations.push(Decoration.widget(end, draw, { key: 'column-handle' }));
  }
  return DecorationSet.create(view.doc, decorations);
};

/** Widths of the columns as they are drawn now, in pixels. */
const drawnWidths = (element: HTMLTableElement, columns: number): number[] => {
  const width = element.getBoundingClientRect().width;
  const drawn = [...element.querySelectorAll('col')].map((column) => {
    // A column has no box of its own in every layout; cells that stand in it alone have.
    return column.getBoundingClientRect().width;
  });
  return drawn.length === columns && drawn.every((one) => one > 0)
    ? drawn
    : Array.from({ length: columns }, () => width / columns);
};

const startDrag = (view: EditorView, border: Border, event: MouseEvent): void => {
  const dom = view.nodeDOM(border.table);
  const element = dom instanceof Element ? dom.querySelector('table') : null;
  const node = view.state.doc.nodeAt(border.table);
  const group = element?.querySelector('colgroup') ?? null;
  if (element === null || node === null || group === null) return;
  const before = drawnWidths(element, TableMap.get(node).width);
  const at = (move: MouseEvent): number[] =>
    moveBorder(before, border.column, move.clientX - event.clientX, LEAST_WIDTH);
  const onMove = (move: MouseEvent): void => showWidths(element, group, at(move));
  const stop = new AbortController();
  const onUp = (up: MouseEvent): void => {
    stop.abort();
    const { state } = view;
    const table = state.doc.nodeAt(border.table);
    if (table === null || table.type.name !== 'table') return;
    if (up.clientX === event.clientX) showWidths(element, group, columnWidthsOf(table));
    else view.dispatch(setColumnWidths(state.tr, table, border.table, paperWidths(at(up))));
  };
  // The pointer may leave the table, and the window, while the button is down.
  window.addEventListener('mousemove', onMove, { signal: stop.signal });
  window.addEventListener('mouseup', onUp, { signal: stop.signal });
};

/** Borders between columns can be dragged; the new widths are one step of undo. */
export const ColumnResizing = Extension.create({
  name: 'columnResizing',
  addProseMirrorPlugins: () => [
    new Plugin<Border | null>({
      key,
      state: {
        init: () => null,
        apply: (tr, border) => {
          const told = tr.getMeta(key) as Border | null | undefined;
          if (told !== undefined) return told;
          return tr.docChanged ? null : border;
        },
      },
      props: {
        attributes: (state): Record<string, string> =>
          key.getState(state) == null ? {} : { class: 'resize-cursor' },
        decorations: (state) => {
          const border = key.getState(state);
          return border == null ? null : handles(state, border);
        },
        handleDOMEvents: {
          mousemove: (view, event) => {
            if (!view.editable || event.buttons !== 0) return false;
            const border = borderAt(view, event);
            const before = key.getState(view.state) ?? null;
            if (!sameBorder(border, before)) view.dispatch(view.state.tr.setMeta(key, border));
            return false;
          },
          mouseleave: (view) => {
            if (key.getState(view.state) != null) view.dispatch(view.state.tr.setMeta(key, null));
            return false;
          },
          mousedown: (view, event) => {
            if (!view.editable || event.button !== 0) return false;
            const border = borderAt(view, event);
            if (border === null) return false;
            event.preventDefault();
            startDrag(view, border, event);
            return true;
          },
        },
      },
    }),
  ],
});
