import { nfc, type SectionId, type Twip, twip } from '../base';
import type {
  BlockSource,
  ListLabel,
  ParagraphBlock,
  ParagraphFormat,
  ParagraphRole,
  RichTextBlock,
  RichTextBulletList,
  RichTextInline,
  RichTextListItem,
  RichTextOrderedList,
  RichTextParagraph,
  Run,
  TableBlock,
} from '../model';
import { joinRuns } from './form-run';
import { bulletSign, labelLevel, labelRoom, orderedSign } from './list-label';
import { bodyFormat, type Look } from './look';
import { tableBlock } from './table-block';

/** Where in a section's document blocks are being made, and what holds for all of them. */
export interface Place {
  readonly section: SectionId;
  readonly look: Look;
  /** Child indexes from the document to the parent of the nodes at hand. */
  readonly path: readonly number[];
  /** Left edge of the text here: 0 outside lists. */
  readonly indent: Twip;
  /** First-line indent of paragraphs here: 0 in lists and cells. */
  readonly firstLine: Twip;
  /** Lists around this place, and how many of them are bulleted. */
  readonly depth: number;
  readonly bulletDepth: number;
  readonly role: ParagraphRole;
  readonly format: ParagraphFormat;
  /** True in a head cell of a table. */
  readonly bold: boolean;
  /** Width of the column of text, before `indent`. */
  readonly width: Twip;
}

export type TextBlock = ParagraphBlock | TableBlock;

export const bodyPlace = (section: SectionId, look: Look): Place => ({
  section,
  look,
  path: [],
  indent: twip(0),
  firstLine: look.firstLine,
  depth: 0,
  bulletDepth: 0,
  role: 'body',
  format: bodyFormat(look),
  bold: false,
  width: look.textWidth,
});

export const blockId = (section: SectionId, path: readonly (number | string)[]): string =>
  `${section}:${path.join('.')}`;

const inlineRun = (inline: RichTextInline, place: Place): Run => {
  const marks = new Set((inline.marks ?? []).map(({ type }) => type));
  return {
    text: inline.type === 'text' ? nfc(inline.text) : '\n',
    bold: place.bold || marks.has('bold'),
    italic: marks.has('italic'),
    underline: marks.has('underline'),
    strike: marks.has('strike'),
    script: marks.has('superscript')
      ? 'superscript'
      : marks.has('subscript')
        ? 'subscript'
        : 'normal',
    fontSize: place.look.fontSize,
  };
};

const paragraphOf = (
  place: Place,
  path: readonly number[],
  node: RichTextParagraph | null,
  label: ListLabel | null,
  hang: Twip,
): ParagraphBlock => {
  const align = node?.attrs?.textAlign ?? place.format.align;
  const centred = align === 'center' || align === 'right';
  const firstLine = label === null ? (centred ? twip(0) : place.firstLine) : twip(-hang);
  const source: BlockSource = { section: place.section, path };
  return {
    kind: 'paragraph',
    id: blockId(place.section, path),
    section: place.section,
    source,
    role: place.role,
    format: { ...place.format, align, indentLeft: place.indent, firstLine },
    label,
    runs: joinRuns((node?.content ?? []).map((inline) => inlineRun(inline, place))),
    fontSize: place.look.fontSize,
  };
};

type List = RichTextBulletList | RichTextOrderedList;

/** Bullets under a number start with the first bullet, numbers under a bullet with the first number. */
const signsOf = (list: List, place: Place): string[] => {
  const count = list.content?.length ?? 0;
  if (list.type === 'bulletList') {
    return Array<string>(count).fill(bulletSign(place.look, place.bulletDepth));
  }
  const start = list.attrs?.start ?? 1;
  const level = place.depth - place.bulletDepth;
  return Array.from({ length: count }, (_, item) => orderedSign(place.look, level, start + item));
};

const isList = (node: RichTextBlock | undefined): boolean =>
  node?.type === 'bulletList' || node?.type === 'orderedList';

/** An item's first line carries the label even where the item starts with no paragraph. */
const itemBlocks = (
  item: RichTextListItem,
  place: Place,
  label: ListLabel,
  hang: Twip,
): TextBlock[] => {
  const children = item.content ?? [];
  const [first] = children;
  if (first?.type === 'paragraph') {
    const lead = paragraphOf(place, [...place.path, 0], first, label, hang);
    return [
      // An item that leads to a list of its own does not end a page.
      isList(children[1]) ? { ...lead, format: { ...lead.format, keepNext: true } } : lead,
      ...richTextBlocks(children.slice(1), place, 1),
    ];
  }
  const bare = paragraphOf(place, place.path, null, label, hang);
  return [bare, ...richTextBlocks(children, place)];
};

const listBlocks = (list: List, place: Place, path: readonly number[]): TextBlock[] => {
  const ordered = list.type === 'orderedList';
  const signs = signsOf(list, place);
  const hang = labelRoom(place.look, signs, ordered);
  const start = ordered ? (list.attrs?.start ?? 1) : 1;
  // The outermost text stands where paragraphs begin, its label before it; deeper ones step in.
  const outer = place.depth === 0 ? Math.max(place.firstLine, hang) : place.indent + hang;
  const indent = twip(Math.min(outer, Math.round(place.width / 2)));
  return (list.content ?? []).flatMap((item, index) => {
    const inside: Place = {
      ...place,
      path: [...path, index],
      indent,
      firstLine: twip(0),
      depth: place.depth + 1,
      bulletDepth: place.bulletDepth + (ordered ? 0 : 1),
      role: place.role === 'tableCell' ? 'tableCell' : 'listItem',
    };
    const label: ListLabel = {
      text: signs[index] ?? '',
      level: labelLevel(place.depth),
      ordered,
      value: ordered ? start + index : null,
      listId: blockId(place.section, path),
    };
    return itemBlocks(item, inside, label, hang);
  });
};

/** Two tables with nothing between them would grow together in a word processor. */
const gap = (place: Place, path: readonly number[]): ParagraphBlock => ({
  ...paragraphOf(place, path, null, null, twip(0)),
  id: blockId(place.section, [...path, 'gap']),
  source: null,
});

const nodeBlocks = (
  node: RichTextBlock,
  place: Place,
  path: readonly number[],
): readonly TextBlock[] => {
  if (node.type === 'paragraph') return [paragraphOf(place, path, node, null, twip(0))];
  if (node.type !== 'table') return listBlocks(node, place, path);
  const table = tableBlock(node, place, path);
  return table === null ? [] : [table];
};

interface Made {
  readonly section: SectionId;
  readonly index: number;
  readonly blocks: readonly TextBlock[];
}

/**
 * What was made of the nodes at the top of a document: an edit leaves all but one of them the same
 * objects. Kept by look, which lives as long as a builder keeps its style, so that a flow from scratch
 * is one from scratch.
 */
const madeByLook = new WeakMap<Look, WeakMap<RichTextBlock, Made>>();

const topBlocks = (node: RichTextBlock, place: Place, index: number): readonly TextBlock[] => {
  const known = madeByLook.get(place.look) ?? new WeakMap<RichTextBlock, Made>();
  madeByLook.set(place.look, known);
  const made = known.get(node);
  if (made?.section === place.section && made.index === index) return made.blocks;
  const blocks = nodeBlocks(node, place, [index]);
  known.set(node, { section: place.section, index, blocks });
  return blocks;
};

/** Blocks of nodes that stand side by side; `from` is the child index of the first. */
export const richTextBlocks = (
  nodes: readonly RichTextBlock[],
  place: Place,
  from = 0,
): TextBlock[] => {
  const isTop = place.path.length === 0;
  const blocks: TextBlock[] = [];
  for (const [index, node] of nodes.entries()) {
    const path = [...place.path, from + index];
    const afterTable = blocks.at(-1)?.kind === 'table';
    const [first, ...rest] = isTop
      ? topBlocks(node, place, from + index)
      : nodeBlocks(node, place, path);
    if (first === undefined) continue;
    if (afterTable && node.type === 'table') blocks.push(gap(place, path));
    blocks.push(afterTable ? withSpaceBefore(first, place.look) : first, ...rest);
  }
  return blocks;
};

/** A table has no space of its own after it, so what follows brings it. */
export const withSpaceBefore = (block: TextBlock, look: Look): TextBlock =>
  block.kind === 'table'
    ? block
    : { ...block, format: { ...block.format, spaceBefore: look.spaceAfter } };
