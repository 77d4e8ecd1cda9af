import { addPart, type CellPart } from './cell-parts';
import type { LaidTable } from './laid-block';
import type { PageBuilder } from './page-builder';
import type { PageStart } from './page-plan';
import { addTableRules, type PlacedRow } from './table-rules';

/** Places the rows of one table on one page. */
export class TablePen {
  readonly page: PageBuilder;
  readonly table: LaidTable;
  /** Number of the table's block. */
  readonly at: number;
  /** Top of the next row's border. */
  y: number;
  /** The table starts here below a paragraph that is kept with it (rule L63). */
  readonly isKept: boolean;
  private readonly placed: PlacedRow[] = [];
  private readonly startsPage: boolean;
  private readonly firstLine: number;

  constructor(page: PageBuilder, table: LaidTable, at: number, isKept: boolean) {
    this.isKept = isKept;
    this.page = page;
    this.table = table;
    this.at = at;
    this.y = page.y + (page.isEmpty ? 0 : page.after);
    this.startsPage = page.isEmpty;
    this.firstLine = page.lines.length;
  }

  /** Nothing but head rows stands above on this page: moving on would gain nothing. */
  get isAtTop(): boolean {
    return this.startsPage && this.placed.every(({ index }) => index < this.table.headRows);
  }

  hasRoomFor(height: number): boolean {
    return this.y + height + this.table.block.border <= this.page.height;
  }

  /** Room for the lines of a cell whose row starts at `top`, down to the foot of the page. */
  roomBelow(top: number): number {
    const { border, cellMargin } = this.table.block;
    return this.page.height - top - 2 * border - 2 * cellMargin.y;
  }

  addRow(index: number, height: number): void {
    this.placed.push({ index, top: this.y });
    this.y += height;
  }

  /** `top`: of the border above the cell. */
  addCell(part: CellPart, top: number): void {
    addPart(this.page, part, top + this.table.block.border + this.table.block.cellMargin.y);
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
    // Lines beside each other are one line to a reader.
    const tops = new Set(this.page.lines.slice(this.firstLine).map(({ top }) => top));
    this.page.bottom = Math.max(this.page.bottom, bottom);
    this.page.advance(bottom, section, tops.size);
    this.page.after = 0;
    return next;
  }
}
