import type { Twip } from '../../base';
import type { Leeway } from '../leeway';
import { heightOfLines, linesThatFit, linesToPlace } from './fit-lines';
import { chainFits, endOfChain, isKeptWithNext } from './keep-chain';
import type { LaidBlock, LaidParagraph } from './laid-block';
import { PageBuilder } from './page-builder';
import type { PagePlan, PageStart } from './page-plan';
import { placeTable } from './place-table';

export const startOf = (block: number, isForced: boolean): PageStart => ({
  block,
  line: 0,
  cellLines: null,
  isForced,
});

/** Fills one page from `start`. Always places something, so that pagination ends. */
export const planPage = (
  blocks: readonly LaidBlock[],
  start: PageStart,
  height: Twip,
  leeway: Leeway,
): PagePlan => {
  const page = new PageBuilder(blocks, start, height, leeway);
  for (let at = start.block; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) break;
    page.lookAt(at);
    let next: PageStart | null = null;
    if (block.kind === 'pageBreak') next = page.isEmpty ? null : afterBreaks(blocks, at);
    else if (block.kind === 'table') next = placeTable(page, block, at);
    else next = placeParagraph(page, block, at);
    if (next !== null) {
      page.lookAt(next.block);
      return page.finish(next.block < blocks.length ? next : null);
    }
  }
  // That nothing follows is something the page depends on, too.
  page.lookAt(blocks.length);
  return page.finish(null);
};

/** Rule L43: page breaks in a row, or at the end, make no empty pages. */
const afterBreaks = (blocks: readonly LaidBlock[], at: number): PageStart => {
  let next = at;
  while (blocks[next]?.kind === 'pageBreak') next += 1;
  return startOf(next, true);
};

/** Gives where the next page starts when the paragraph does not end on this one. */
const placeParagraph = (page: PageBuilder, laid: LaidParagraph, at: number): PageStart | null => {
  const { format, section } = laid.block;
  const { shape } = laid;
  const from = at === page.start.block ? page.start.line : 0;
  const isFirst = page.isEmpty;
  if (format.pageBreakBefore && !isFirst) return startOf(at, true);

  const top = page.y + spaceAbove(page, laid, from);
  if (!isFirst && !chainStays(page, at, top)) return startOf(at, false);
  const fitting = linesThatFit(shape, from, page.height - top, page.leeway);
  let placed = linesToPlace(laid, from, fitting);
  if (placed === 0) {
    if (!isFirst) return startOf(at, false);
    // Alone on its page and still too tall: cut where it must be.
    placed = Math.max(1, Math.min(fitting, shape.lines.length - from));
    reportCut(page, laid, fitting);
  }
  noteSignature(page, laid, from);

  const to = from + placed;
  let y = top;
  for (let line = from; line < to; line += 1) {
    page.addLine(laid, line, y);
    const shaped = shape.lines[line];
    if (shaped !== undefined) y += shaped.height + shaped.lead;
  }
  page.advance(top + heightOfLines(shape, from, to), section, placed);
  page.after = format.spaceAfter;
  return to < shape.lines.length ? { block: at, line: to, cellLines: null, isForced: false } : null;
};

/**
 * Rules L23–L25: between paragraphs the larger of the two spaces; at the top of a page the space
 * before stays after a forced break and on the first page only.
 */
const spaceAbove = (page: PageBuilder, laid: LaidParagraph, from: number): number => {
  const before = from === 0 ? laid.block.format.spaceBefore : 0;
  if (page.isEmpty) return page.start.isForced ? before : 0;
  return Math.max(page.after, before);
};

const chainStays = (page: PageBuilder, at: number, top: number): boolean => {
  const end = endOfChain(page.blocks, at);
  // Where the chain ends depends on the block after it, too: a page break may stand there.
  page.lookAt(end + 1);
  if (end === at || isKeptWithNext(page.blocks, at - 1)) return true;
  const isWhole = chainFits(page.blocks, at, end, 0, page, true);
  if (chainFits(page.blocks, at, end, top, page, isWhole)) return true;
  // A chain taller than a page gains nothing by moving.
  return !isWhole && !chainFits(page.blocks, at, end, 0, page, false);
};

const reportCut = (page: PageBuilder, laid: LaidParagraph, fitting: number): void => {
  if (fitting > 0 && !laid.keepLines) return;
  page.diagnostics.push({
    code: 'forced-split',
    section: laid.block.section,
    blockId: laid.block.id,
    detail: fitting > 0 ? 'kept paragraph taller than a page' : 'line taller than a page',
  });
};

/** Rule L46: a signature group with too few lines above it on its page is reported. */
const noteSignature = (page: PageBuilder, laid: LaidParagraph, from: number): void => {
  if (laid.opens === null || from > 0) return;
  const above = page.lines.filter(
    ({ laid: { shape } }) => shape.measured.text.trim() !== '',
  ).length;
  if (above >= laid.opens.minLinesBefore) return;
  page.diagnostics.push({
    code: 'signature-alone',
    section: laid.block.section,
    blockId: laid.opens.id,
    detail: `${above} of ${laid.opens.minLinesBefore} lines`,
  });
};
