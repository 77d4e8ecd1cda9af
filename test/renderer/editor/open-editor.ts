import { Editor, getSchema, type JSONContent } from '@tiptap/core';
// For the names of its commands.
import '@tiptap/extensions';
import { onTestFinished } from 'vitest';
import { contentOfValue } from '../../../renderer/editor/doc-value';
import { editorExtensions } from '../../../renderer/editor/editor-extensions';
import type { RichTextBlock, RichTextDoc, RichTextInline } from '../../../shared/model';
import { fillBrowserGaps } from '../../helpers/browser-gaps';

/** An editor of the program with a document in it, as `RichTextEditor` makes it. */
export const openEditor = (value: RichTextDoc): Editor => {
  fillBrowserGaps();
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: editorExtensions(() => ''),
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    content: contentOfValue(value) as JSONContent,
    enableContentCheck: true,
    onContentError: ({ error }) => {
      throw error;
    },
  });
  onTestFinished(() => editor.destroy());
  return editor;
};

export const editorSchema = getSchema(editorExtensions(() => ''));

export const text = (words: string, ...marks: ('bold' | 'italic')[]): RichTextInline => ({
  type: 'text',
  text: words,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});

export const paragraph = (...content: (RichTextInline | string)[]): RichTextBlock => ({
  type: 'paragraph',
  ...(content.length === 0
    ? {}
    : { content: content.map((one) => (typeof one === 'string' ? text(one) : one)) }),
});

export const doc = (...content: RichTextBlock[]): RichTextDoc => ({ type: 'doc', content });

/** Types as a keyboard does that sends finished letters: one text input after another. */
export const type = (editor: Editor, words: string): void => {
  for (const character of words) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(character, from, to);
    const taken = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, character, insert),
    );
    if (taken !== true) view.dispatch(insert());
  }
};

/** Presses a key with the view's handlers; false when nobody took it. */
export const press = (editor: Editor, key: string, more: KeyboardEventInit = {}): boolean => {
  const keyCode = key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0;
  const init = { key, keyCode, bubbles: true, cancelable: true, ...more };
  const event = new KeyboardEvent('keydown', init);
  return (
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, event) || undefined) ??
    false
  );
};
