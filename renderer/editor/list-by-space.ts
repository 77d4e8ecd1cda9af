import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const BULLET = /^[-–•*]$/;
const NUMBER = /^(\d{1,3})[.)]$/;

/** The list a sign at the beginning of a paragraph asks for. */
export const listAskedFor = (
  sign: string,
): { type: 'bulletList' } | { type: 'orderedList'; start: number } | null => {
  if (BULLET.test(sign)) return { type: 'bulletList' };
  const number = NUMBER.exec(sign)?.[1];
  return number === undefined ? null : { type: 'orderedList', start: Number(number) };
};

/** The sign before the caret, when it is all the paragraph has and no list is there yet. */
const signBeforeCaret = (view: EditorView): string | null => {
  const { $from, empty } = view.state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.depth !== 1) return null;
  const { parent, parentOffset } = $from;
  return parent.content.size === parentOffset ? parent.textContent : null;
};

/**
 * A dash or a number and a space begin a list, as in Word. The general machinery for that rewrites
 * text after any letter and takes Backspace for its undo, both of which fight Vietnamese keyboards
 * that send backspaces. This acts on the space key alone, never while a letter is being composed,
 * and the typed signs come back with one Ctrl+Z.
 */
export const ListBySpace = Extension.create({
  name: 'listBySpace',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) => {
            if (text !== ' ' || view.composing) return false;
            const sign = signBeforeCaret(view);
            const asked = sign === null ? null : listAskedFor(sign);
            if (sign === null || asked === null) return false;
            view.dispatch(view.state.tr.insertText(' ', from, to));
            view.dispatch(closeHistory(view.state.tr));
            const end = view.state.selection.from;
            const chain = editor.chain().deleteRange({ from: end - sign.length - 1, to: end });
            if (asked.type === 'bulletList') chain.toggleBulletList().run();
            else
              chain
                .toggleOrderedList()
                .updateAttributes('orderedList', { start: asked.start })
                .run();
            return true;
          },
        },
      }),
    ];
  },
});
