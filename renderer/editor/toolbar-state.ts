import type { Editor } from '@tiptap/core';
import type { RichTextMark } from '../../shared/model';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** What the toolbar shows about the caret's place. */
export interface ToolbarState {
  readonly enabled: boolean;
  readonly marks: Readonly<Record<RichTextMark['type'], boolean>>;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly canIndent: boolean;
  readonly canOutdent: boolean;
  readonly alignment: Alignment;
  readonly inTable: boolean;
  readonly canMerge: boolean;
  readonly canSplit: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const noMarks: ToolbarState['marks'] = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  subscript: false,
  superscript: false,
};

const nothing: ToolbarState = {
  enabled: false,
  marks: noMarks,
  bulletList: false,
  orderedList: false,
  canIndent: false,
  canOutdent: false,
  alignment: 'justify',
  inTable: false,
  canMerge: false,
  canSplit: false,
  canUndo: false,
  canRedo: false,
};

/** What a paragraph without an alignment of its own looks like: cells are ragged, text is not. */
const ownAlignment = (inTable: boolean): Alignment => (inTable ? 'left' : 'justify');

const listAround = ({ state }: Editor): string | null => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'bulletList' || name === 'orderedList') return name;
    if (name === 'table') return null;
  }
  return null;
};

export const toolbarState = (editor: Editor | null): ToolbarState => {
  if (editor === null || editor.isDestroyed || !editor.isEditable) return nothing;
  const inTable = editor.isActive('table');
  const { textAlign } = editor.getAttributes('paragraph') as { textAlign?: Alignment | null };
  const list = listAround(editor);
  const can = editor.can();
  return {
    enabled: true,
    marks: {
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      underline: editor.isActive('underline'),
      strike: editor.isActive('strike'),
      subscript: editor.isActive('subscript'),
      superscript: editor.isActive('superscript'),
    },
    bulletList: list === 'bulletList',
    orderedList: list === 'orderedList',
    canIndent: list !== null && can.sinkListItem('listItem'),
    canOutdent: list !== null && can.liftListItem('listItem'),
    alignment: textAlign ?? ownAlignment(inTable),
    inTable,
    canMerge: inTable && can.mergeCells(),
    canSplit: inTable && can.splitCell(),
    canUndo: can.undo(),
    canRedo: can.redo(),
  };
};

/** Takes the form's own alignment back where that is what is asked for. */
export const setAlignment = (editor: Editor, alignment: Alignment): void => {
  const chain = editor.chain().focus();
  if (alignment === ownAlignment(editor.isActive('table'))) chain.unsetTextAlign().run();
  else chain.setTextAlign(alignment).run();
};
