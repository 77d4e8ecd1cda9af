import type { Extensions } from '@tiptap/core';
import { BulletList, OrderedList } from '@tiptap/extension-list';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { TextAlign } from '@tiptap/extension-text-align';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import { ListBySpace } from './list-by-space';
import { NfcOnLeave } from './nfc-on-leave';
import { OfficeKeys, TabStays } from './office-keys';
import { CleanPaste } from './paste/clean-paste';
import { ColumnResizing } from './table/column-resizing';
import { PaperTableView } from './table/paper-table-view';

/** Only what the model knows: no alignment of its own on a cell. */
const cellAttributes = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
} as const;

/**
 * Exactly the nodes and marks of `shared/model/rich-text`, and nothing that rewrites what somebody
 * types: input rules and paste rules are off, no node is added behind the last one.
 */
export const editorExtensions = (placeholder: () => string): Extensions => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    link: false,
    trailingNode: false,
    bulletList: false,
    orderedList: false,
    undoRedo: { depth: 500, newGroupDelay: 600 },
  }),
  BulletList,
  // Without its plugin that turns pasted plain text into a list: plain text stays as it is.
  OrderedList.extend({
    addProseMirrorPlugins: () => [],
    addAttributes: () => ({
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => Number(element.getAttribute('start') ?? '1') || 1,
      },
    }),
  }),
  // The model allows both at once, so a document may have them; the commands set one or the other.
  Subscript,
  Superscript,
  TextAlign.configure({ types: ['paragraph'] }),
  Table.extend({
    addNodeView:
      () =>
      ({ node }) =>
        new PaperTableView(node),
  }).configure({ resizable: false, allowTableNodeSelection: true }),
  ColumnResizing,
  TableRow,
  TableHeader.extend({ addAttributes: () => cellAttributes }),
  TableCell.extend({ addAttributes: () => cellAttributes }),
  Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
  OfficeKeys,
  TabStays,
  ListBySpace,
  NfcOnLeave,
  CleanPaste,
];
