import { addParts, type RowPart, takeRow } from './cell-parts';
import type { LaidTable } from './laid-block';
import type { PageBuilder } from './page-builder';
import type { PageStart } from './page-plan';
import { endOfBand, heightOfRows } from './table-bands';
import { addTableRules, type PlacedRow } from './table-rules';
import { tableStartFits } from './table-start';

/** Repeated head rows may take at most this part of a page (rule L56). */
const MOST_HEAD = 0.5;

/** Places the rows of one table on one page. */
class TablePen {
  readonly page: PageBuilder;
  readonly table: LaidTable;
  readonly at: number;
  readonly placed: PlacedRow[] = [];
  /** Top of the next row. */
  y: number;
  lines = 0;
  private readonly startsPage: boolean;

  constructor(page: PageBuilder, table: LaidTable, at: number) {
    this.page = page;
    this.table = table;
    this.at = at;
    this.y = page.y + (page.isEmpty ? 0 : page.after);
    this.startsPage = page.isEmpty;
  }

  /** Nothing but head rows stands above on this page: moving on would gain nothing. */
  get isAtTop(): boolean {
    return this.startsPage && this.placed.every(({ index }) => index < this.table.headRows);
  }

  /** Room for the content of one more row. */
  get room(): number {
    const { border, cellMargin } = this.table.block;
    return this.page.height - this.y - 2 * border - 2 * cellMargin.y;
  }

  hasRoomFor(height: number): boolean {
    return this.y + height + this.table.block.border <= this.page.height;
  }

  addRows(from: number, to: number): void {
    for (let index = from; index < to; index += 1) {
      const row = this.table.rows[index];
      if (row !== undefined) this.add(index, takeRow(row, null, null, 0), row.height);
    }
  }

  addPart(index: number, part: RowPart): void {
    const { border, cellMargin } = this.table.block;
    this.add(index, part, part.height + border + 2 * cellMargin.y);
  }

  private add(index: number, part: RowPart, height: number): void {
    const { border, cellMargin } = this.table.block;
    this.lines += addParts(this.page, part.parts, this.y + border + cellMargin.y);
    this.placed.push({ index, top: this.y });
    this.y += height;
  }

  report(detail: string): void {
    const { section, id } = this.table.block;
    this.page.diagnostics.push({ code: 'forced-split', section, blockId: id, detail });
  }

  /** Draws the borders and hands the page back; `next` is passed through. */
  finish(next: PageStart | null): PageStart | null {
    if (this.placed.length === 0) return next;
    const { border, section } = this.table.block;
    addTableRules(this.page.rules, this.table, this.placed, this.y);
    const bottom = this.y + border;
    this.page.bottom = Math.max(this.page.bottom, bottom);
    this.page.advance(bottom, section, this.lines);
    this.page.after = 0;
    return next;
  }
}

/** Gives where the next page starts when the table does not end on this one. */
export const placeTable = (page: PageBuilder, table: LaidTable, at: number): PageStart | null => {
  const { start } = page;
  const isContinued = at === start.block && (start.line > 0 || start.cellLines !== null);
  const pen = new TablePen(page, table, at);
  const headHeight = heightOfRows(table, 0, table.headRows);
  if (table.overflows && !isContinued) reportWidth(page, table);
  if (!isContinued && !page.isEmpty && !tableStartFits(table, page.height - pen.y))
    return startOfTable(at);
  if (isContinued && start.line >= table.headRows && headHeight < page.height * MOST_HEAD) {
    pen.addRows(0, table.headRows);
  }
  let band = isContinued ? start.line : 0;
  let cellLines = isContinued ? start.cellLines : null;
  while (band < table.rows.length) {
    const end = endOfBand(table, band);
    const next = placeBand(pen, band, end, cellLines);
    if (next !== null) return pen.finish(next);
    band = end;
    cellLines = null;
  }
  return pen.finish(null);
};

const startOfTable = (block: number): PageStart => ({
  block,
  line: 0,
  cellLines: null,
  isForced: false,
});

const reportWidth = (page: PageBuilder, table: LaidTable): void => {
  const { section, id } = table.block;
  const detail = 'table wider than the text area';
  page.diagnostics.push({ code: 'too-wide', section, blockId: id, detail });
};

/** Rows `band` … `end`, tied by cells that span them. Gives the next page's start, or null. */
const placeBand = (
  pen: TablePen,
  band: number,
  end: number,
  cellLines: readonly number[] | null,
): PageStart | null => {
  const { table } = pen;
  const row = table.rows[band];
  if (row === undefined) return null;
  const stop = (lines: readonly number[] | null): PageStart => ({
    block: pen.at,
    line: band,
    cellLines: lines,
    isForced: false,
  });
  if (cellLines === null && pen.hasRoomFor(heightOfRows(table, band, end))) {
    pen.addRows(band, end);
    return null;
  }
  if (end > band + 1) {
    if (!pen.isAtTop) return stop(null);
    pen.report('rows joined by a cell are taller than a page');
    pen.addRows(band, end);
    return null;
  }
  const part = takeRow(row, cellLines, pen.room, pen.isAtTop ? 1 : 0);
  if (part.isLast && (cellLines !== null || pen.isAtTop)) {
    pen.addPart(band, part);
    return null;
  }
  if (!pen.isAtTop && (!row.canSplit || part.leavesCellEmpty || part.isLast))
    return stop(cellLines);
  if (!row.canSplit && cellLines === null) pen.report('row taller than a page');
  pen.addPart(band, part);
  return stop(part.parts.map(({ to }) => to));
};
