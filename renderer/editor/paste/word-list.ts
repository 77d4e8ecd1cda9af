import type { RichTextBlock, RichTextInline, RichTextListItem } from '../../../shared/model';
import type { Declarations } from './pasted-style';

/** A paragraph that Word shows as an item: it writes lists as paragraphs with a drawn label. */
export interface WordItem {
  /** From 1. */
  readonly level: number;
  readonly label: string;
  readonly content: RichTextInline[];
}

/** Level of 'mso-list: l0 level2 lfo1'; null where the paragraph is not an item. */
export const wordLevelOf = (style: Declarations): number | null => {
  const level = /\blevel(\d+)\b/i.exec(style['mso-list'] ?? '')?.[1];
  return level === undefined ? null : Number(level);
};

const NUMBER = /^\(?(\d{1,4})(?:[.)]|$)/;
const LETTER = /^\(?[a-zđivxlc]{1,5}[.)]/i;

const isOrdered = (label: string): boolean => NUMBER.test(label) || LETTER.test(label);

const startOf = (label: string): number => Number(NUMBER.exec(label)?.[1] ?? '1');

const itemOf = (content: RichTextInline[]): RichTextListItem => ({
  type: 'listItem',
  content: [{ type: 'paragraph', ...(content.length === 0 ? {} : { content }) }],
});

/** Lists in lists of items that follow each other. */
export const listsOfItems = (items: readonly WordItem[]): RichTextBlock[] => {
  const blocks: RichTextBlock[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (first === undefined) break;
    const ordered = isOrdered(first.label);
    const listItems: RichTextListItem[] = [];
    while (at < items.length) {
      const item = items[at];
      if (item === undefined || item.level < first.level) break;
      if (item.level > first.level) {
        const inner: WordItem[] = [];
        for (; at < items.length; at += 1) {
          const deeper = items[at];
          if (deeper === undefined || deeper.level <= first.level) break;
          inner.push(deeper);
        }
        listItems.at(-1)?.content?.push(...listsOfItems(inner));
        continue;
      }
      if (isOrdered(item.label) !== ordered) break;
      listItems.push(itemOf(item.content));
      at += 1;
    }
    if (listItems.length === 0) break;
    const start = ordered ? startOf(first.label) : 1;
    blocks.push(
      ordered
        ? {
            type: 'orderedList',
            ...(start === 1 ? {} : { attrs: { start } }),
            content: listItems,
          }
        : { type: 'bulletList', content: listItems },
    );
  }
  return blocks;
};
