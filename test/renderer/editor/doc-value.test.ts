// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentOfValue,
  documentOfValue,
  valueOfDocument,
} from '../../../renderer/editor/doc-value';
import { markTypes, type RichTextDoc, richTextSchema } from '../../../shared/model';
import { arbitraryDoc } from '../../shared/templates/arbitrary-proposal';
import { doc, editorSchema, openEditor, paragraph, text } from './open-editor';

const textOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value) return String(value.text);
  return Object.values(value).map(textOf).join('');
};

describe('the schema of the editor', () => {
  it('has exactly the nodes and marks of the model', () => {
    const schema = editorSchema;
    expect(Object.keys(schema.nodes).sort()).toEqual(
      [
        'bulletList',
        'doc',
        'hardBreak',
        'listItem',
        'orderedList',
        'paragraph',
        'table',
        'tableCell',
        'tableHeader',
        'tableRow',
        'text',
      ].sort(),
    );
    expect(Object.keys(schema.marks).sort()).toEqual([...markTypes].sort());
  });

  it('has no attribute that the model does not know', () => {
    const schema = editorSchema;
    const attributes = Object.fromEntries(
      Object.entries(schema.nodes)
        .map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {}).sort()] as const)
        .filter(([, names]) => names.length > 0),
    );
    expect(attributes).toEqual({
      orderedList: ['start'],
      paragraph: ['textAlign'],
      tableCell: ['colspan', 'colwidth', 'rowspan'],
      tableHeader: ['colspan', 'colwidth', 'rowspan'],
    });
    for (const mark of Object.values(schema.marks)) expect(mark.spec.attrs ?? {}).toEqual({});
  });
});

describe('values and documents', () => {
  const schema = editorSchema;

  it('opens every value of the model and gives a value of the model back, with all its words', () => {
    fc.assert(
      fc.property(arbitraryDoc, (value) => {
        const back = valueOfDocument(documentOfValue(schema, value));
        expect(richTextSchema.safeParse(back).success).toBe(true);
        expect(textOf(back)).toBe(textOf(value));
      }),
    );
  });

  it('gives the same value again when it is opened again', () => {
    fc.assert(
      fc.property(arbitraryDoc, (value) => {
        const once = valueOfDocument(documentOfValue(schema, value));
        expect(valueOfDocument(documentOfValue(schema, once))).toEqual(once);
      }),
    );
  });

  it('says nothing that is only a default', () => {
    const value: RichTextDoc = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { textAlign: null }, content: [text('Một')] },
        { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [] }] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [] }],
            },
          ],
        },
      ],
    };
    expect(valueOfDocument(documentOfValue(schema, value))).toEqual({
      type: 'doc',
      content: [
        paragraph('Một'),
        { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph()] }] },
        {
          type: 'table',
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph()] }] }],
        },
      ],
    });
  });

  it('puts a paragraph where the editor needs one, and nothing else', () => {
    expect(contentOfValue({ type: 'doc' })).toEqual(doc(paragraph()));
    expect(contentOfValue(doc({ type: 'bulletList', content: [] }))).toEqual(doc(paragraph()));
    const inner = { type: 'bulletList' as const, content: [{ type: 'listItem' as const }] };
    const outer = {
      type: 'bulletList' as const,
      content: [{ type: 'listItem' as const, content: [inner] }],
    };
    expect(contentOfValue(doc(outer)).content).toMatchObject([
      { content: [{ content: [{ type: 'paragraph' }, { type: 'bulletList' }] }] },
    ]);
  });

  it('has text in NFC, however the keyboard sent it', () => {
    const editor = openEditor(doc(paragraph('Năng suất')));
    editor.commands.insertContentAt(1, { type: 'text', text: 'Đề xuất: '.normalize('NFD') });
    expect(textOf(valueOfDocument(editor.state.doc))).toBe('Đề xuất: Năng suất');
  });

  it('keeps the objects of paragraphs that were not touched', () => {
    const editor = openEditor(doc(paragraph('Một'), paragraph('Hai'), paragraph('Ba')));
    const before = valueOfDocument(editor.state.doc).content ?? [];
    editor.commands.insertContentAt(6, 'x');
    const after = valueOfDocument(editor.state.doc).content ?? [];
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[2]).toBe(before[2]);
  });
});
