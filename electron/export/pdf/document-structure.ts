import type {
  Block,
  Flow,
  ListLabel,
  ParagraphBlock,
  TableBlock,
  TableCell,
} from '../../../shared/model';
import type { MarkedPiece } from './page-content';

/** Standard structure types of ISO 32000-1, 14.8.4. */
export type StructureTag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

/** What a document is made of, for people who hear it instead of seeing it. */
export interface StructureNode {
  readonly tag: StructureTag;
  /** Pieces of text that are this node's own, in reading order. */
  readonly pieces: readonly MarkedPiece[];
  readonly children: readonly StructureNode[];
  readonly colspan?: number;
  readonly rowspan?: number;
}

const node = (
  tag: StructureTag,
  pieces: readonly MarkedPiece[],
  children: readonly StructureNode[] = [],
): StructureNode => ({ tag, pieces, children });

const textOf = (block: ParagraphBlock): MarkedPiece => ({ blockId: block.id, part: 'text' });

const listItem = (block: ParagraphBlock, nested: readonly StructureNode[]): StructureNode =>
  node(
    'LI',
    [],
    [node('Lbl', [{ blockId: block.id, part: 'label' }]), node('LBody', [textOf(block)], nested)],
  );

type ListItem = ParagraphBlock & { readonly label: ListLabel };

const isLabelled = (block: Block | undefined): block is ListItem =>
  block?.kind === 'paragraph' && block.label !== null;

const levelOf = (block: ListItem): number => block.label.level;

/** Items from `start` on that are at least as deep as the first one; deeper ones nest in the item above. */
const listFrom = (
  blocks: readonly Block[],
  start: number,
): { readonly list: StructureNode; readonly end: number } => {
  const items: StructureNode[] = [];
  const first = blocks[start];
  const level = isLabelled(first) ? levelOf(first) : 0;
  let at = start;
  for (let block = blocks[at]; isLabelled(block) && levelOf(block) >= level; block = blocks[at]) {
    const next = blocks[at + 1];
    if (isLabelled(next) && levelOf(next) > levelOf(block)) {
      const nested = listFrom(blocks, at + 1);
      items.push(listItem(block, [nested.list]));
      at = nested.end;
    } else {
      items.push(listItem(block, []));
      at += 1;
    }
  }
  return { list: node('L', [], items), end: at };
};

const cellNode = (cell: TableCell): StructureNode => ({
  tag: cell.header ? 'TH' : 'TD',
  pieces: [],
  children: nodesOf(cell.blocks),
  ...(cell.colspan > 1 ? { colspan: cell.colspan } : {}),
  ...(cell.rowspan > 1 ? { rowspan: cell.rowspan } : {}),
});

const tableNode = (table: TableBlock): StructureNode =>
  node(
    'Table',
    [],
    table.rows.map((row) => node('TR', [], row.cells.map(cellNode))),
  );

/** The lines of a title are paragraphs of their own on paper and one heading to the ear. */
const titleFrom = (
  blocks: readonly Block[],
  start: number,
): { readonly pieces: MarkedPiece[]; readonly end: number } => {
  const pieces: MarkedPiece[] = [];
  let at = start;
  for (
    let block = blocks[at];
    block?.kind === 'paragraph' && block.role === 'title';
    block = blocks[at]
  ) {
    pieces.push(textOf(block));
    at += 1;
  }
  return { pieces, end: at };
};

const nodesOf = (blocks: readonly Block[]): StructureNode[] => {
  const nodes: StructureNode[] = [];
  let at = 0;
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    if (isLabelled(block)) {
      const { list, end } = listFrom(blocks, at);
      nodes.push(list);
      at = end;
      continue;
    }
    if (block.kind === 'paragraph' && block.role === 'title') {
      const { pieces, end } = titleFrom(blocks, at);
      nodes.push(node('H1', pieces));
      at = end;
      continue;
    }
    // A table without lines only puts text side by side: to the ear it is that text.
    if (block.kind === 'table' && block.border === 0) {
      nodes.push(
        ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => nodesOf(cell.blocks))),
      );
    } else if (block.kind === 'table') nodes.push(tableNode(block));
    if (block.kind === 'signature') nodes.push(...nodesOf(block.blocks));
    if (block.kind === 'paragraph') {
      nodes.push(node(block.role === 'heading' ? 'H2' : 'P', [textOf(block)]));
    }
    at += 1;
  }
  return nodes;
};

export const documentStructure = (flow: Flow): StructureNode =>
  node('Document', [], nodesOf(flow.blocks));
