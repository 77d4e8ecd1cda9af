import './editor.css';
import { Editor, type JSONContent } from '@tiptap/core';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { RichTextDoc } from '../../shared/model';
import { useWords } from '../i18n';
import { enterEditor, leaveEditor } from './active-editor';
import { caretPathOf, positionOf } from './caret-path';
import { contentOfValue, valueOfDocument } from './doc-value';
import { editorExtensions } from './editor-extensions';

export interface RichTextEditorHandle {
  focus: () => void;
  /** Puts the caret at a place of the stored document and brings it into view. */
  focusAt: (path: readonly number[], offset: number) => void;
}

interface RichTextEditorProps {
  sectionId: string;
  /** Read once. The editor is never handed its own text back. */
  initialValue: RichTextDoc;
  /** Read out by screen readers. */
  label: string;
  readOnly: boolean;
  onChange: (doc: RichTextDoc) => void;
  onFocus: () => void;
  onSelection: (path: readonly number[], offset: number) => void;
  ref?: Ref<RichTextEditorHandle>;
}

/** Going to the toolbar, a menu or another window keeps the caret's editor; a field of its own takes over. */
const isOtherField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('input, textarea') &&
  target.closest('[data-editor-tools]') === null;

/** The text of one section, with lists and tables. */
export const RichTextEditor = ({
  sectionId,
  initialValue,
  label,
  readOnly,
  onChange,
  onFocus,
  onSelection,
  ref,
}: RichTextEditorProps) => {
  const t = useWords();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const first = useRef({ initialValue, label, readOnly, sectionId });
  const heard = useRef({ onChange, onFocus, onSelection, placeholder: t('editor.placeholder') });
  useEffect(() => {
    heard.current = { onChange, onFocus, onSelection, placeholder: t('editor.placeholder') };
  });

  useLayoutEffect(() => {
    const {
      initialValue: value,
      label: name,
      readOnly: locked,
      sectionId: section,
    } = first.current;
    const tellCaret = ({ state }: Editor): void => {
      const caret = caretPathOf(state.selection.$head);
      if (caret !== null) heard.current.onSelection(caret.path, caret.offset);
    };
    const made = new Editor({
      element: host.current,
      extensions: editorExtensions(() => heard.current.placeholder),
      editable: !locked,
      enableInputRules: false,
      enablePasteRules: false,
      // The content security policy lets no style element in; editor.css has the rules.
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'rich-text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': name,
          'data-field': 'text',
          'data-editor': section,
          lang: 'vi',
          spellcheck: 'false',
          autocorrect: 'off',
          autocapitalize: 'off',
          translate: 'no',
        },
      },
      onUpdate: ({ editor: changed, transaction }) => {
        if (transaction.docChanged) heard.current.onChange(valueOfDocument(changed.state.doc));
      },
      onSelectionUpdate: ({ editor: moved }) => {
        if (moved.isFocused) tellCaret(moved);
      },
      onFocus: ({ editor: entered }) => {
        enterEditor(entered);
        heard.current.onFocus();
        tellCaret(entered);
      },
      onBlur: ({ editor: left, event }) => {
        if (isOtherField(event.relatedTarget)) leaveEditor(left);
      },
      content: contentOfValue(value) as JSONContent,
      enableContentCheck: true,
      // Values were parsed when they were read: this would be a bug, and an empty editor would
      // overwrite what is stored.
      onContentError: ({ error }) => {
        throw error;
      },
    });
    editor.current = made;
    return () => {
      leaveEditor(made);
      editor.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    editor.current?.setEditable(!readOnly, false);
  }, [readOnly]);

  useImperativeHandle(
    ref,
    () => ({
      focus: () => {
        editor.current?.commands.focus(undefined, { scrollIntoView: true });
      },
      focusAt: (path, offset) => {
        const here = editor.current;
        if (here === null) return;
        const position = positionOf(here.state.doc, { path, offset });
        here.chain().setTextSelection(position).focus(undefined, { scrollIntoView: true }).run();
      },
    }),
    [],
  );

  return <div ref={host} />;
};
