import type { Node } from '@tiptap/pm/model';
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { columnWidthsOf, PAPER_WIDTH } from './column-widths';

const LEAST_LEFT = 1.2;

/** Shows columns as parts of the table, which is always as wide as the text. */
export const showWidths = (
  table: HTMLTableElement,
  group: Element,
  widths: readonly (number | null)[],
): void => {
  const given = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  // Where nobody has set a width the browser fits columns to their words, as the paper does.
  table.style.tableLayout = given === 0 ? 'auto' : 'fixed';
  while (group.children.length > widths.length) group.lastElementChild?.remove();
  while (group.children.length < widths.length) {
    group.append(group.ownerDocument.createElement('col'));
  }
  const isWhole = widths.every((width) => width !== null);
  // Columns without a width share what is left, as on the paper, and there is always something left.
  const all = isWhole ? given : Math.max(PAPER_WIDTH, given * LEAST_LEFT);
  [...group.children].forEach((column, index) => {
    const width = widths[index] ?? null;
    const share = width === null ? '' : `${(width / all) * 100}%`;
    (column as HTMLElement).style.width = share;
  });
};

/** A table in the editor, in a frame of its own that scrolls when it is too wide. */
export class PaperTableView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly table: HTMLTableElement;
  private readonly group: HTMLElement;
  private node: Node;

  constructor(node: Node) {
    this.node = node;
    this.dom = document.createElement('div');
    this.dom.className = 'tableWrapper';
    this.table = document.createElement('table');
    this.group = document.createElement('colgroup');
    this.contentDOM = document.createElement('tbody');
    this.table.append(this.group, this.contentDOM);
    this.dom.append(this.table);
    showWidths(this.table, this.group, columnWidthsOf(node));
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    showWidths(this.table, this.group, columnWidthsOf(node));
    return true;
  }

  /** Widths are shown outside the text; the editor need not read them back. */
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }
}
