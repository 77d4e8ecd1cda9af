import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeBetween } from '../../../renderer/state/layout-worker/section-change';
import type { RichTextBlock, RichTextDoc } from '../../../shared/model';
import { arbitraryDoc } from '../../shared/templates/arbitrary-proposal';

const paragraph = (text: string): RichTextBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

const doc = (...content: RichTextBlock[]): RichTextDoc => ({ type: 'doc', content });

/** The document with some blocks replaced, as an editor leaves it: the others are the same objects. */
const edited = fc
  .tuple(arbitraryDoc, fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }), fc.nat(), fc.nat())
  .map(([before, texts, at, count]) => {
    const old = before.content ?? [];
    const from = at % (old.length + 1);
    const to = Math.min(old.length, from + (count % 3));
    const content = [...old.slice(0, from), ...texts.map(paragraph), ...old.slice(to)];
    return { before, after: doc(...content) };
  });

describe('changes of a section', () => {
  it('carry any edit: applied to the value before, they give the value after', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const sent = structuredClone(changeBetween(before, after));
        expect(applyChange(structuredClone(before), sent)).toEqual(after);
      }),
    );
  });

  it('carry only the blocks that are other objects', () => {
    const [a, b, c] = [paragraph('một'), paragraph('hai'), paragraph('ba')];
    const now = paragraph('hai mươi');
    expect(changeBetween(doc(a, b, c), doc(a, now, c))).toEqual({
      kind: 'blocks',
      at: 1,
      remove: 1,
      insert: [now],
    });
    expect(changeBetween(doc(a, b, c), doc(a, c))).toMatchObject({ at: 1, remove: 1, insert: [] });
    expect(changeBetween(doc(a, c), doc(a, b, c))).toMatchObject({ at: 1, remove: 0, insert: [b] });
  });

  it('leave untouched blocks the same objects, so that nothing is built again for them', () => {
    const [a, b, c] = [paragraph('một'), paragraph('hai'), paragraph('ba')];
    const after = applyChange(doc(a, b, c), {
      kind: 'blocks',
      at: 1,
      remove: 1,
      insert: [paragraph('khác')],
    });
    const { content = [] } = after as RichTextDoc;
    expect(content[0]).toBe(a);
    expect(content[2]).toBe(c);
  });

  it('send the whole value where it is no rich text', () => {
    expect(changeBetween('cũ', 'mới')).toEqual({ kind: 'value', value: 'mới' });
    expect(changeBetween(undefined, doc())).toEqual({ kind: 'value', value: doc() });
  });

  it('refuse blocks outside the text: the two sides would no longer hold the same', () => {
    const change = { kind: 'blocks', at: 1, remove: 3, insert: [] } as const;
    expect(() => applyChange(doc(paragraph('một')), change)).toThrow(RangeError);
    expect(() => applyChange('chữ', change)).toThrow();
  });
});
