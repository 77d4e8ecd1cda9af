import type { Mark, Node, Schema } from '@tiptap/pm/model';
import type {
  RichTextBlock,
  RichTextDoc,
  RichTextInline,
  RichTextListItem,
  RichTextMark,
  RichTextTableCell,
  RichTextTableRow,
} from '../../shared/model';

/** What a node of the editor became; nodes never change, so neither does this. */
const known = new WeakMap<Node, object>();

const once = <T extends object>(node: Node, make: () => T): T => {
  const before = known.get(node);
  if (before !== undefined) return before as T;
  const made = make();
  known.set(node, made);
  return made;
};

const childrenOf = (node: Node): Node[] => [...node.content.content];

const marksOf = (marks: readonly Mark[]): { marks?: RichTextMark[] } =>
  marks.length === 0
    ? {}
    : { marks: marks.map(({ type }) => ({ type: type.name as RichTextMark['type'] })) };

const inlineOf = (node: Node): RichTextInline[] => {
  if (node.isText) {
    const text = (node.text ?? '').normalize('NFC');
    return text === '' ? [] : [{ type: 'text', text, ...marksOf(node.marks) }];
  }
  return [{ type: 'hardBreak', ...marksOf(node.marks) }];
};

const cellOf = (node: Node): RichTextTableCell => {
  const { colspan, rowspan, colwidth } = node.attrs as {
    colspan: number;
    rowspan: number;
    colwidth: number[] | null;
  };
  const attrs = {
    ...(colspan === 1 ? {} : { colspan }),
    ...(rowspan === 1 ? {} : { rowspan }),
    ...(colwidth === null ? {} : { colwidth }),
  };
  return {
    type: node.type.name === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    content: childrenOf(node).map(blockOf),
  };
};

const rowOf = (node: Node): RichTextTableRow =>
  once(node, () => ({ type: 'tableRow', content: childrenOf(node).map(cellOf) }));

const itemOf = (node: Node): RichTextListItem =>
  once(node, () => ({ type: 'listItem', content: childrenOf(node).map(blockOf) }));

const makeBlock = (node: Node): RichTextBlock => {
  switch (node.type.name) {
    case 'paragraph': {
      const { textAlign } = node.attrs as { textAlign: 'left' | null };
      const content = childrenOf(node).flatMap(inlineOf);
      return {
        type: 'paragraph',
        ...(textAlign === null ? {} : { attrs: { textAlign } }),
        ...(content.length === 0 ? {} : { content }),
      };
    }
    case 'bulletList':
      return { type: 'bulletList', content: childrenOf(node).map(itemOf) };
    case 'orderedList': {
      const { start } = node.attrs as { start: number };
      return {
        type: 'orderedList',
        ...(start === 1 ? {} : { attrs: { start } }),
        content: childrenOf(node).map(itemOf),
      };
    }
    case 'table':
      return { type: 'table', content: childrenOf(node).map(rowOf) };
    default:
      throw new Error(`the editor holds a block that the model does not know: ${node.type.name}`);
  }
};

function blockOf(node: Node): RichTextBlock {
  return once(node, () => makeBlock(node));
}

/**
 * The editor's document in the shape that is stored: text in NFC, no attribute that only repeats
 * its default. Untouched paragraphs are the same objects as last time.
 */
export const valueOfDocument = (doc: Node): RichTextDoc => ({
  type: 'doc',
  content: childrenOf(doc).map(blockOf),
});

const emptyParagraph: RichTextBlock = { type: 'paragraph' };

const fillBlocks = (blocks: readonly RichTextBlock[] | undefined): RichTextBlock[] => {
  const filled = (blocks ?? []).flatMap(fillBlock);
  return filled.length === 0 ? [emptyParagraph] : filled;
};

/** A list item begins with a paragraph in the editor; the model does not insist. */
const fillItem = (item: RichTextListItem): RichTextListItem => {
  const blocks = fillBlocks(item.content);
  const content = blocks[0]?.type === 'paragraph' ? blocks : [emptyParagraph, ...blocks];
  return { ...item, content };
};

function fillBlock(block: RichTextBlock): RichTextBlock[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'bulletList':
    case 'orderedList': {
      const items = block.content ?? [];
      return items.length === 0 ? [] : [{ ...block, content: items.map(fillItem) }];
    }
    case 'table': {
      const rows = (block.content ?? []).flatMap((row): RichTextTableRow[] => {
        const cells = row.content ?? [];
        if (cells.length === 0) return [];
        return [
          {
            ...row,
            content: cells.map((cell) => ({ ...cell, content: fillBlocks(cell.content) })),
          },
        ];
      });
      return rows.length === 0 ? [] : [{ ...block, content: rows }];
    }
  }
}

/** A stored value as the editor needs it: where its grammar asks for a paragraph, there is one. */
export const contentOfValue = (value: RichTextDoc): RichTextDoc => ({
  type: 'doc',
  content: fillBlocks(value.content),
});

/** The editor's document for a value. Throws when it is not one: values are parsed before. */
export const documentOfValue = (schema: Schema, value: RichTextDoc): Node => {
  const doc = schema.nodeFromJSON(contentOfValue(value));
  doc.check();
  return doc;
};
