import type { RichTextDoc } from '../../shared/model';

/** A caret as the editor gives it: child indexes down to the paragraph, UTF-16 offset in its text. */
export interface CaretPlace {
  readonly path: readonly number[];
  readonly offset: number;
}

interface NodeLike {
  readonly type: string;
  readonly content?: readonly NodeLike[] | undefined;
  readonly text?: string;
}

interface Paragraph {
  readonly path: readonly number[];
  readonly length: number;
}

const lengthOf = (paragraph: NodeLike): number =>
  (paragraph.content ?? []).reduce(
    (sum, inline) => sum + (inline.type === 'text' ? (inline.text ?? '').length : 1),
    0,
  );

const paragraphsOf = (node: NodeLike, path: readonly number[]): Paragraph[] =>
  node.type === 'paragraph'
    ? [{ path, length: lengthOf(node) }]
    : (node.content ?? []).flatMap((child, index) => paragraphsOf(child, [...path, index]));

const samePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** One whole number for a caret: characters before it, a paragraph's end counting as one. */
export const anchorOf = (doc: RichTextDoc, place: CaretPlace): number => {
  let before = 0;
  for (const paragraph of paragraphsOf(doc, [])) {
    if (samePath(paragraph.path, place.path)) {
      return before + Math.max(0, Math.min(place.offset, paragraph.length));
    }
    before += paragraph.length + 1;
  }
  return 0;
};

/** The caret an anchor stands for; the nearest one where the text has become shorter. */
export const placeOf = (doc: RichTextDoc, anchor: number): CaretPlace => {
  let before = 0;
  let last: CaretPlace = { path: [0], offset: 0 };
  for (const { path, length } of paragraphsOf(doc, [])) {
    if (anchor <= before + length) return { path, offset: Math.max(0, anchor - before) };
    last = { path, offset: length };
    before += length + 1;
  }
  return last;
};
