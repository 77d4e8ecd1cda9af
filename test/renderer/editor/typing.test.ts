// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { valueOfDocument } from '../../../renderer/editor/doc-value';
import { listAskedFor } from '../../../renderer/editor/list-by-space';
import { doc, openEditor, paragraph, press, text, type } from './open-editor';

const item = (...content: Parameters<typeof paragraph>) => ({
  type: 'listItem' as const,
  content: [paragraph(...content)],
});

describe('typing', () => {
  it('changes nothing that is typed: no quotes, dashes, links, bold or headings by themselves', () => {
    const sentences = [
      '**đậm** _nghiêng_ ~~gạch~~ `mã` "trích" -- ... (c) 1/2 -> <-',
      '# Đầu đề',
      '> trích',
      'https://most.gov.vn và a@b.vn',
      '```',
      'dd aa ee ow',
    ];
    for (const sentence of sentences) {
      const editor = openEditor(doc());
      type(editor, sentence);
      expect(valueOfDocument(editor.state.doc)).toEqual(doc(paragraph(sentence)));
    }
  });

  it('begins a list when a dash or a number and a space stand first', () => {
    const editor = openEditor(doc());
    type(editor, '- Nâng hiệu suất');
    expect(valueOfDocument(editor.state.doc)).toEqual(
      doc({ type: 'bulletList', content: [item('Nâng hiệu suất')] }),
    );
    const numbered = openEditor(doc());
    type(numbered, '3. Lắp đặt');
    expect(valueOfDocument(numbered.state.doc)).toEqual(
      doc({ type: 'orderedList', attrs: { start: 3 }, content: [item('Lắp đặt')] }),
    );
  });

  it('gives the typed signs back with one undo', () => {
    const editor = openEditor(doc());
    type(editor, '- ');
    editor.commands.undo();
    expect(valueOfDocument(editor.state.doc)).toEqual(doc(paragraph('- ')));
    type(editor, 'chữ');
    expect(valueOfDocument(editor.state.doc)).toEqual(doc(paragraph('- chữ')));
  });

  it('begins no list inside a text, in a list, or in a cell', () => {
    const inside = openEditor(doc(paragraph('Từ 5')));
    inside.commands.setTextSelection(5);
    type(inside, '- 7');
    expect(valueOfDocument(inside.state.doc)).toEqual(doc(paragraph('Từ 5- 7')));

    const list = openEditor(doc({ type: 'bulletList', content: [item()] }));
    list.commands.setTextSelection(3);
    type(list, '- a');
    expect(valueOfDocument(list.state.doc)).toEqual(
      doc({ type: 'bulletList', content: [item('- a')] }),
    );
  });

  it.each([
    ['-', { type: 'bulletList' }],
    ['*', { type: 'bulletList' }],
    ['1.', { type: 'orderedList', start: 1 }],
    ['12)', { type: 'orderedList', start: 12 }],
    ['a)', null],
    ['--', null],
    ['2023', null],
    ['1.2.', null],
  ])('knows which list %s asks for', (sign, asked) => {
    expect(listAskedFor(sign)).toEqual(asked);
  });

  it('leaves backspaces inside a text to the browser, as keyboards that send them need', () => {
    const editor = openEditor(doc(paragraph('taoj')));
    editor.commands.setTextSelection(5);
    expect(press(editor, 'Backspace')).toBe(false);
    const list = openEditor(doc({ type: 'bulletList', content: [item('ab')] }));
    list.commands.setTextSelection(5);
    expect(press(list, 'Backspace')).toBe(false);
  });

  it('joins letters and marks that came apart when the field is left, not before', () => {
    const editor = openEditor(doc(paragraph(text('Đề'.normalize('NFD'), 'bold'))));
    expect(editor.getText()).toBe('Đề'.normalize('NFD'));
    editor.emit('blur', { editor, event: new FocusEvent('blur'), transaction: editor.state.tr });
    expect(editor.getText()).toBe('Đề');
    expect(editor.isActive('bold')).toBe(true);
    expect(editor.can().undo()).toBe(false);
  });
});

describe("Word's keys", () => {
  it('align, mark and make lists', () => {
    const editor = openEditor(doc(paragraph('Chữ')));
    editor.commands.selectAll();
    const ctrl = { ctrlKey: true };
    expect(press(editor, 'e', ctrl)).toBe(true);
    expect(press(editor, 'b', ctrl)).toBe(true);
    expect(press(editor, '=', ctrl)).toBe(true);
    expect(valueOfDocument(editor.state.doc).content).toEqual([
      {
        type: 'paragraph',
        attrs: { textAlign: 'center' },
        content: [{ type: 'text', text: 'Chữ', marks: [{ type: 'bold' }, { type: 'subscript' }] }],
      },
    ]);
    press(editor, '=', { ctrlKey: true, shiftKey: true });
    expect(editor.isActive('superscript')).toBe(true);
    expect(editor.isActive('subscript')).toBe(false);
    expect(press(editor, ' ', ctrl)).toBe(true);
    expect(press(editor, 'L', { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(valueOfDocument(editor.state.doc).content).toMatchObject([
      {
        type: 'bulletList',
        content: [{ content: [{ content: [{ type: 'text', text: 'Chữ' }] }] }],
      },
    ]);
  });

  it('go a level down and up in lists with Tab, and never out of the text', () => {
    const editor = openEditor(doc({ type: 'bulletList', content: [item('Một'), item('Hai')] }));
    editor.commands.setTextSelection(10);
    expect(press(editor, 'Tab')).toBe(true);
    expect(valueOfDocument(editor.state.doc)).toMatchObject(
      doc({
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [paragraph('Một'), { type: 'bulletList', content: [item('Hai')] }],
          },
        ],
      }),
    );
    expect(press(editor, 'Tab')).toBe(true);
    expect(press(editor, 'Tab', { shiftKey: true })).toBe(true);
    expect(valueOfDocument(editor.state.doc)).toEqual(
      doc({ type: 'bulletList', content: [item('Một'), item('Hai')] }),
    );
    const plain = openEditor(doc(paragraph('Chữ')));
    expect(press(plain, 'Tab')).toBe(false);
  });

  it('move a paragraph or an item over its neighbour', () => {
    const editor = openEditor(doc(paragraph('Một'), paragraph('Hai'), paragraph('Ba')));
    editor.commands.setTextSelection(7);
    expect(press(editor, 'ArrowUp', { altKey: true, shiftKey: true })).toBe(true);
    expect(editor.getText({ blockSeparator: '|' })).toBe('Hai|Một|Ba');
    expect(editor.state.selection.from).toBe(2);
    press(editor, 'ArrowDown', { altKey: true, shiftKey: true });
    press(editor, 'ArrowDown', { altKey: true, shiftKey: true });
    expect(editor.getText({ blockSeparator: '|' })).toBe('Một|Ba|Hai');
    expect(press(editor, 'ArrowDown', { altKey: true, shiftKey: true })).toBe(false);
  });
});
