import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Rewrites text that is not in NFC; null when all of it is. */
export const nfcTransaction = (state: EditorState): Transaction | null => {
  const { tr } = state;
  state.doc.descendants((node, position) => {
    const { text } = node;
    if (text === undefined) return;
    const composed = text.normalize('NFC');
    if (composed === text) return;
    const from = tr.mapping.map(position);
    const to = tr.mapping.map(position + node.nodeSize);
    tr.replaceWith(from, to, state.schema.text(composed, node.marks));
  });
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
};

/**
 * Some keyboards send a letter and its mark apart. They are joined when the field is left: doing it
 * at each key would change text under a keyboard that is still at work on it.
 */
export const NfcOnLeave = Extension.create({
  name: 'nfcOnLeave',
  onBlur() {
    const { view } = this.editor;
    if (view.composing) return;
    const transaction = nfcTransaction(view.state);
    if (transaction !== null) view.dispatch(transaction);
  },
});
