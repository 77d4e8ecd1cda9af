import { twip } from '../base';
import type {
  ParagraphBlock,
  RichTextBlock,
  RichTextTable,
  TableBlock,
  TableCell,
  TableRow,
} from '../model';
import { type ColumnNeed, columnWidths } from './column-widths';
import { blockId, type Place, richTextBlocks } from './rich-text-blocks';
import { roughExtent } from './rough-width';
import { type PlacedCell, type TableGrid, tableGrid } from './table-grid';

const BORDER = twip(10);
/** Left and right as word processors have it by default; above and below 2 points. */
const CELL_MARGIN = { x: twip(108), y: twip(40) } as const;
const PX_TO_TWIP = 15;

/** In a narrow column the margins give way to a letter or two, down to a point. */
const LEAST_ROOM = 1.2;
const LEAST_MARGIN = 20;

/** A paragraph longer than this wraps anyway and may not starve its neighbours; in ems. */
const LONGEST_WISH = 30;

/** Paragraphs of a cell; a table inside a cell is set out as its cells' paragraphs, in order. */
const cellParagraphs = (nodes: readonly RichTextBlock[], place: Place): ParagraphBlock[] =>
  richTextBlocks(nodes, place).flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)),
  );

const cellPlace = (place: Place, path: readonly number[], header: boolean): Place => ({
  ...place,
  path,
  indent: twip(0),
  firstLine: twip(0),
  depth: 0,
  bulletDepth: 0,
  role: 'tableCell',
  bold: place.bold || header,
  format: {
    ...place.format,
    align: header ? 'center' : 'left',
    spaceBefore: twip(0),
    spaceAfter: twip(0),
    lineSpacing: 1,
  },
});

const emptyCell = (place: Place, path: readonly number[], column: number): ParagraphBlock[] => {
  const inside = cellPlace(place, path, false);
  return richTextBlocks([{ type: 'paragraph' }], inside).flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ ...block, id: blockId(place.section, [...path, 'hole', column]), source: null }]
      : [],
  );
};

const cellOf = (placed: PlacedCell, place: Place, path: readonly number[]): TableCell => {
  const { cell, index, column, row, colspan, rowspan } = placed;
  const header = cell?.type === 'tableHeader';
  const inside = cellPlace(place, [...path, row, index], header);
  const blocks = cell === null ? [] : cellParagraphs(cell.content ?? [], inside);
  return {
    colspan,
    rowspan,
    header,
    blocks: blocks.length > 0 ? blocks : emptyCell(place, [...path, row], column),
  };
};

const extentOf = (block: ParagraphBlock): { word: number; line: number } => {
  const text = `${block.label?.text ?? ''} ${block.runs.map((run) => run.text).join('')}`.trim();
  const bold = block.runs.some((run) => run.bold);
  return roughExtent(text, bold);
};

/** Needs of the columns by the cells that stand in one column alone; merged ones take what is. */
const needsOf = (grid: TableGrid, rows: readonly TableRow[], place: Place): ColumnNeed[] => {
  const size = place.look.fontSize;
  const margins = 2 * CELL_MARGIN.x;
  const needs: ColumnNeed[] = Array.from({ length: grid.columns }, () => ({
    given: null,
    least: margins + size,
    most: margins + size,
  }));
  for (const [row, cells] of grid.rows.entries()) {
    for (const [at, { cell, column, colspan }] of cells.entries()) {
      const widths = cell?.attrs?.colwidth ?? [];
      for (let offset = 0; offset < colspan; offset += 1) {
        const need = needs[column + offset];
        const px = widths[offset];
        if (need === undefined || need.given !== null || px === undefined || px <= 0) continue;
        needs[column + offset] = { ...need, given: px * PX_TO_TWIP };
      }
      const need = needs[column];
      if (colspan > 1 || need === undefined) continue;
      let { least, most } = need;
      for (const block of rows[row]?.cells[at]?.blocks ?? []) {
        const { word, line } = extentOf(block);
        const inset = margins + block.format.indentLeft;
        least = Math.max(least, inset + word * size);
        most = Math.max(most, inset + Math.min(line, LONGEST_WISH) * size);
      }
      needs[column] = { ...need, least, most };
    }
  }
  return needs;
};

/** A table as wide as the text at its place; `null` for one without rows or cells. */
export const tableBlock = (
  table: RichTextTable,
  place: Place,
  path: readonly number[],
): TableBlock | null => {
  const grid = tableGrid(table);
  if (grid.columns === 0) return null;
  const heads = grid.rows.map((cells) => cells.every(({ cell }) => cell?.type === 'tableHeader'));
  // A head that reaches down into the body cannot be repeated without it.
  const firstBodyRow = heads.indexOf(false);
  const reaches = grid.rows
    .slice(0, Math.max(0, firstBodyRow))
    .some((cells) => cells.some(({ row, rowspan }) => row + rowspan > firstBodyRow));
  const repeated = reaches ? 0 : firstBodyRow;
  const rows = grid.rows.map((cells, row): TableRow => {
    const repeat = row < repeated;
    return {
      cells: cells.map((cell) => cellOf(cell, place, path)),
      canSplit: !repeat,
      repeat,
    };
  });
  const columns = columnWidths(needsOf(grid, rows, place), twip(place.width - place.indent));
  const narrow = Math.floor((Math.min(...columns) - LEAST_ROOM * place.look.fontSize) / 2);
  return {
    kind: 'table',
    id: blockId(place.section, path),
    section: place.section,
    source: { section: place.section, path },
    columns,
    indentLeft: place.indent,
    rows,
    border: BORDER,
    cellMargin: {
      x: twip(Math.min(CELL_MARGIN.x, Math.max(LEAST_MARGIN, narrow))),
      y: CELL_MARGIN.y,
    },
  };
};
