import { type CellPart, takeLines } from './cell-parts';
import type { LaidCell, LaidTable } from './laid-block';

/** A cell of a band and how many of its lines stand on earlier pages. */
export interface BandCell {
  readonly cell: LaidCell;
  /** First and last row that the cell covers. */
  readonly row: number;
  readonly lastRow: number;
  readonly taken: number;
}

/** Rows that are tied together by cells spanning them; most bands are one row (rule L53). */
export interface Band {
  readonly first: number;
  /** After the last row. */
  readonly end: number;
  readonly cells: readonly BandCell[];
}

const endOfBand = (table: LaidTable, first: number): number => {
  let end = first + 1;
  for (let at = first; at < end && at < table.rows.length; at += 1) {
    for (const cell of table.rows[at]?.cells ?? []) end = Math.max(end, at + cell.rowspan);
  }
  return Math.min(end, table.rows.length);
};

/** The band that starts at row `first`; `taken` as an earlier page left it, cell by cell. */
export const bandAt = (table: LaidTable, first: number, taken: readonly number[] | null): Band => {
  const end = endOfBand(table, first);
  const cells: BandCell[] = [];
  for (let row = first; row < end; row += 1) {
    for (const cell of table.rows[row]?.cells ?? []) {
      const lastRow = Math.min(row + cell.rowspan, end) - 1;
      cells.push({ cell, row, lastRow, taken: taken?.[cells.length] ?? 0 });
    }
  }
  return { first, end, cells };
};

/** First row of the band that row `row` belongs to. */
export const startOfBand = (table: LaidTable, row: number): number => {
  let first = 0;
  for (let end = endOfBand(table, 0); end <= row; end = endOfBand(table, first)) first = end;
  return first;
};

export const restOf = ({ cell, taken }: BandCell): CellPart => takeLines(cell, taken, null, 0);

/**
 * Heights of the rows `from` … of a band with what is left of their cells. Rule L52: a cell that
 * spans rows stretches the last of them when it needs more height.
 */
export const rowHeights = (table: LaidTable, band: Band, from: number): number[] => {
  const { border, cellMargin } = table.block;
  const heights: number[] = [];
  for (let row = from; row < band.end; row += 1) {
    let height = 0;
    for (const cell of band.cells) {
      if (cell.lastRow !== row) continue;
      let needed = restOf(cell).height + 2 * cellMargin.y + border * table.bordersPerRow;
      for (let at = Math.max(cell.row, from); at < row; at += 1) needed -= heights[at - from] ?? 0;
      height = Math.max(height, needed);
    }
    heights.push(height);
  }
  return heights;
};

export const heightOfRows = (table: LaidTable, from: number, to: number): number => {
  let height = 0;
  for (let at = from; at < to; at += 1) height += table.rows[at]?.height ?? 0;
  return height;
};
