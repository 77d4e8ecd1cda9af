// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretPathOf, positionOf } from '../../../renderer/editor/caret-path';
import { documentOfValue } from '../../../renderer/editor/doc-value';
import { arbitraryDoc } from '../../shared/templates/arbitrary-proposal';
import { doc, editorSchema, paragraph } from './open-editor';

describe('caret paths', () => {
  it('lead back to every place of a text', () => {
    fc.assert(
      fc.property(arbitraryDoc, (value) => {
        const document = documentOfValue(editorSchema, value);
        for (let position = 0; position <= document.content.size; position += 1) {
          const caret = caretPathOf(document.resolve(position));
          if (caret !== null) expect(positionOf(document, caret)).toBe(position);
        }
      }),
    );
  });

  it('lead to the nearest place when theirs is gone', () => {
    const document = documentOfValue(editorSchema, doc(paragraph('Một'), paragraph('Hai')));
    expect(positionOf(document, { path: [0], offset: 99 })).toBe(4);
    expect(positionOf(document, { path: [9], offset: 0 })).toBe(6);
    expect(positionOf(document, { path: [1, 4, 2], offset: 1 })).toBe(7);
    expect(positionOf(document, { path: [], offset: 0 })).toBe(1);
  });
});
