export { useActiveEditor } from './active-editor';
export { EditorToolbar } from './editor-toolbar';
export { RichTextEditor, type RichTextEditorHandle } from './rich-text-editor';
