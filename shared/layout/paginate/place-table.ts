import { isKeptWithTable } from './keep-chain';
import type { LaidTable } from './laid-block';
import type { PageBuilder } from './page-builder';
import type { PageStart } from './page-plan';
import { placeBand } from './place-band';
import { repeatedHeads } from './repeated-heads';
import { bandAt, startOfBand } from './table-band';
import { TablePen } from './table-pen';
import { tableStartFits } from './table-start';

const startAt = (block: number, line: number, cellLines: readonly number[] | null): PageStart => ({
  block,
  line,
  cellLines,
  isForced: false,
});

/** Gives where the next page starts when the table does not end on this one. */
export const placeTable = (page: PageBuilder, table: LaidTable, at: number): PageStart | null => {
  const { start } = page;
  const isContinued = at === start.block && (start.line > 0 || start.cellLines !== null);
  const isKept = !isContinued && isKeptWithTable(page, at);
  const pen = new TablePen(page, table, at, isKept);
  if (table.overflows && !isContinued) reportWidth(page, table);
  const room = page.height - pen.y;
  if (!isContinued && !page.isEmpty && !tableStartFits(table, room, page.height, isKept)) {
    return startAt(at, 0, null);
  }
  if (isContinued && start.line >= table.headRows) repeatHead(pen);

  let row = isContinued ? start.line : 0;
  let first = isContinued ? startOfBand(table, row) : 0;
  let taken = isContinued ? start.cellLines : null;
  while (first < table.rows.length) {
    const band = bandAt(table, first, taken);
    const rest = placeBand(pen, band, row);
    if (rest !== null) {
      const isWhole = rest.row === first && rest.taken.every((lines) => lines === 0);
      return pen.finish(startAt(at, rest.row, isWhole ? null : rest.taken));
    }
    first = band.end;
    row = first;
    taken = null;
  }
  return pen.finish(null);
};

const repeatHead = (pen: TablePen): void => {
  const { table, page } = pen;
  const heads = repeatedHeads(table, page.height);
  for (let first = 0; first < heads; ) {
    const band = bandAt(table, first, null);
    if (placeBand(pen, band, first) !== null) return;
    first = band.end;
  }
};

const reportWidth = (page: PageBuilder, table: LaidTable): void => {
  const { section, id } = table.block;
  const detail = 'table wider than the text area';
  page.diagnostics.push({ code: 'too-wide', section, blockId: id, detail });
};
