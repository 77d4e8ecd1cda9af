import type { Flow } from '../model';
import { NONE } from './leeway';
import { endOfChain, isKeptWithNext } from './paginate/keep-chain';
import type { LaidBlock, LaidTable } from './paginate/laid-block';
import type { PagePlan, PageStart } from './paginate/page-plan';
import { planPages, textHeight } from './paginate/plan-pages';
import { repeatedHeads } from './paginate/repeated-heads';
import { bandAt, heightOfRows, startOfBand } from './paginate/table-band';
import { layFlow } from './plan-flow';

/**
 * What another format has to say so that another program parts tables where we do (rule L64). Left
 * to itself it would decide anew, by rules of its own, at each foot of a page.
 */
export interface TableBindings {
  /** By table and row: whether the row may be split. Rows that no page end came near are missing. */
  readonly canSplit: ReadonlyMap<string, ReadonlyMap<number, boolean>>;
  /**
   * By block: the space above it, in twips, instead of what the paragraphs around it ask for. Only
   * of blocks that start a page by themselves, where the space is dropped (rule L24).
   */
  readonly spaceAbove: ReadonlyMap<string, number>;
  /**
   * By table: the rows that are repeated on each page, with their heights in twips from border to
   * border. Missing where none is.
   */
  readonly heads: ReadonlyMap<string, readonly number[]>;
  /**
   * Paragraphs that are not said to be kept with the table below them: it does not start on their page,
   * for no page holds both (D3), or a row of it is parted there, which LibreOffice may refuse below a
   * kept paragraph (D2).
   */
  readonly released: ReadonlySet<string>;
}

/** Lines of the row's own cells stand before the page end. */
const isParted = (table: LaidTable, { line, cellLines }: PageStart): boolean =>
  bandAt(table, startOfBand(table, line), cellLines).cells.some(
    ({ row, taken }) => row === line && taken > 0,
  );

/** Whether a table's start is moved on with what `start` moves on. */
const movedTable = (blocks: readonly LaidBlock[], start: PageStart): LaidTable | null => {
  if (start.isForced || start.line > 0 || start.cellLines !== null) return null;
  const block = blocks[endOfChain(blocks, start.block)];
  return block?.kind === 'table' ? block : null;
};

const spaceBefore = (block: LaidBlock | undefined): number =>
  block?.kind === 'paragraph' ? block.block.format.spaceBefore : 0;

const spaceAfter = (block: LaidBlock | undefined): number =>
  block?.kind === 'paragraph' ? block.block.format.spaceAfter : 0;

/** From the top of a chain's first line to the top of the table at its end. */
const heightOfChain = (blocks: readonly LaidBlock[], head: number): number => {
  let height = 0;
  for (let at = head; at < endOfChain(blocks, head); at += 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph') continue;
    height += block.shape.height + Math.max(spaceAfter(block), spaceBefore(blocks[at + 1]));
  }
  return height;
};

/**
 * Where the heads, or they and the row below them, end within one border of the page's foot,
 * LibreOffice 7 takes them for fitting and for not fitting at once and loses the rest of the table.
 * The space above that keeps out of it, or null when nothing is to be done.
 */
const spaceToKeepOut = (
  table: LaidTable,
  blocks: readonly LaidBlock[],
  head: number,
  plan: PagePlan,
  pageHeight: number,
): number | null => {
  const { border } = table.block;
  const space = Math.max(plan.foot.after, spaceBefore(blocks[head]));
  const room = pageHeight - plan.foot.y - space - heightOfChain(blocks, head);
  const isDoubtful = (more: number): boolean =>
    [table.headRows, table.headRows + 1].some((rows) => {
      const left = room - more - heightOfRows(table, 0, rows);
      return rows > 0 && left >= 0 && left < border;
    });
  let more = 0;
  while (isDoubtful(more)) more += 1;
  return more === 0 ? null : space + more;
};

/** Rule L57. */
const headsOf = (
  blocks: readonly LaidBlock[],
  pageHeight: number,
): ReadonlyMap<string, readonly number[]> =>
  new Map(
    blocks.flatMap((block) => {
      if (block.kind !== 'table') return [];
      const heads = block.rows.slice(0, repeatedHeads(block, pageHeight));
      return heads.length === 0
        ? []
        : [[block.block.id, heads.map(({ height }) => height)] as const];
    }),
  );

/**
 * The table of `start` is kept with paragraphs that stand on the page before it without being kept:
 * they did not move there with it.
 */
const staysUnkept = (blocks: readonly LaidBlock[], plan: PagePlan, start: PageStart): boolean => {
  let head = start.block;
  while (head > plan.start.block && isKeptWithNext(blocks, head - 1)) head -= 1;
  return head < start.block && (head > plan.start.block || plan.start.isForced);
};

export const tableBindings = (flow: Flow): TableBindings => {
  const blocks = layFlow(flow, NONE);
  const pageHeight = textHeight(flow.page);
  const canSplit = new Map<string, Map<number, boolean>>();
  const spaceAbove = new Map<string, number>();
  const released = new Set<string>();
  const bind = (table: LaidTable, row: number, splits: boolean): void => {
    const rows = canSplit.get(table.block.id) ?? new Map<number, boolean>();
    rows.set(row, splits);
    canSplit.set(table.block.id, rows);
  };
  for (const plan of planPages(blocks, flow.page, NONE).plans) {
    const start = plan.next;
    if (start === null) continue;
    const moved = movedTable(blocks, start);
    const first = blocks[start.block];
    const above = blocks[start.block - 1];
    if (
      first?.kind === 'table' &&
      above?.kind === 'paragraph' &&
      staysUnkept(blocks, plan, start)
    ) {
      if (moved !== null || isParted(first, start)) released.add(above.block.id);
    }
    if (moved !== null) {
      if (moved.headRows < moved.rows.length) bind(moved, moved.headRows, false);
      const space = spaceToKeepOut(moved, blocks, start.block, plan, pageHeight);
      if (space !== null && first !== undefined && first.kind !== 'pageBreak')
        spaceAbove.set(first.block.id, space);
    } else if (first?.kind === 'table') {
      bind(first, start.line, isParted(first, start));
    }
  }
  return { canSplit, spaceAbove, heads: headsOf(blocks, pageHeight), released };
};
