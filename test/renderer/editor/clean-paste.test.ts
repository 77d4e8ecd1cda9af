// @vitest-environment jsdom
import type { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { valueOfDocument } from '../../../renderer/editor/doc-value';
import { startWords } from '../../../renderer/i18n';
import { useNotices } from '../../../renderer/state';
import { doc, openEditor, paragraph, text } from './open-editor';

startWords('vi');
afterEach(() => useNotices.setState({ notices: [] }));

const event = (): ClipboardEvent =>
  Object.assign(new Event('paste'), { clipboardData: null }) as unknown as ClipboardEvent;
const paste = (editor: Editor, html: string): void => {
  editor.view.pasteHTML(html, event());
};
const pasteText = (editor: Editor, words: string): void => {
  editor.view.pasteText(words, event());
};
const said = (): string[] => useNotices.getState().notices.map((notice) => notice.text);

describe('pasting', () => {
  it('joins the first and last paragraph with the text around the caret', () => {
    const editor = openEditor(doc(paragraph('đầu cuối')));
    editor.commands.setTextSelection(5);
    paste(editor, '<p><b>một</b></p><p>hai</p>');
    expect(valueOfDocument(editor.state.doc)).toEqual(
      doc(paragraph('đầu ', text('một', 'bold')), paragraph('haicuối')),
    );
    expect(said()).toEqual([]);
  });

  it('says what was left out, once', () => {
    const editor = openEditor(doc());
    paste(editor, '<p><font color=red>chữ</font><img src=a><img src=b></p>');
    expect(valueOfDocument(editor.state.doc)).toEqual(doc(paragraph('chữ')));
    expect(said()).toEqual(['Đã dán phần chữ. Bỏ lại: 2 hình, phông, cỡ và màu chữ.']);
  });

  it('does not delete what is selected when nothing could be kept', () => {
    const editor = openEditor(doc(paragraph('giữ lại')));
    editor.commands.selectAll();
    paste(editor, '<img src=a>');
    expect(valueOfDocument(editor.state.doc)).toEqual(doc(paragraph('giữ lại')));
    expect(said()).toHaveLength(1);
  });

  it('takes plain text line by line, in NFC, with the marks at the caret', () => {
    const editor = openEditor(doc(paragraph(text('đậm', 'bold'))));
    editor.commands.setTextSelection(4);
    pasteText(editor, `\r\n${'Đề'.normalize('NFD')}\r\n\r\n1. hai\u0000\n`);
    expect(valueOfDocument(editor.state.doc)).toEqual(
      doc(paragraph(text('đậmĐề', 'bold')), paragraph(text('1. hai', 'bold'))),
    );
  });

  it('puts a table into the text, and cells into a table', () => {
    const editor = openEditor(doc(paragraph('trước')));
    editor.commands.setTextSelection(6);
    paste(editor, '<table><tr><td>a</td><td>b</td></tr></table>');
    const value = valueOfDocument(editor.state.doc);
    expect(value.content?.map((block) => block.type)).toContain('table');
    const table = value.content?.findIndex((block) => block.type === 'table') ?? -1;
    expect(value.content?.[table]).toMatchObject({
      content: [{ content: [{ content: [paragraph('a')] }, { content: [paragraph('b')] }] }],
    });
  });

  it('comes out of one of our editors and into another unchanged', () => {
    const value = doc(
      paragraph('một ', text('hai', 'bold', 'italic')),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph('mục')] }],
      },
      paragraph('cuối'),
    );
    const from = openEditor(value);
    from.commands.selectAll();
    const { dom } = from.view.serializeForClipboard(from.state.selection.content());
    const to = openEditor(doc());
    paste(to, dom.innerHTML);
    expect(valueOfDocument(to.state.doc)).toEqual(value);
    expect(said()).toEqual([]);
  });
});
