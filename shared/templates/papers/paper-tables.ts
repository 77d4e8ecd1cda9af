import { pt, ptToWholeTwip, type Twip, twip } from '../../base';
import {
  type PaperBlock,
  type PaperLine,
  type PaperWords,
  type ParagraphBlock,
  paperLineSchema,
  type TableBlock,
  type TableCell,
  type TableRow,
} from '../../model';
import { type PaperColumn, paperParagraphs } from './paper-paragraphs';

type ColumnsBlock = Extract<PaperBlock, { kind: 'columns' }>;
type DataTable = Extract<PaperBlock, { kind: 'table' }>;
type Column = DataTable['columns'][number];

/** Whole twips by share; their sum is the room. */
const shareOut = (shares: readonly number[], room: Twip): Twip[] => {
  const sum = shares.reduce((all, share) => all + share, 0);
  let exact = 0;
  let used = 0;
  return shares.map((share) => {
    exact += (share / sum) * room;
    const whole = Math.round(exact) - used;
    used += whole;
    return twip(whole);
  });
};

const NONE = twip(0);
const lineOf = (more: Partial<PaperLine> & { readonly text: string }): PaperLine =>
  paperLineSchema.parse(more);

/** A cell is never without a paragraph: word processors want one. */
const cellOf = (
  blocks: readonly ParagraphBlock[],
  id: string,
  column: PaperColumn,
  more: Partial<Omit<TableCell, 'blocks'>> = {},
): TableCell => ({
  colspan: 1,
  rowspan: 1,
  header: false,
  ...more,
  blocks:
    blocks.length > 0
      ? blocks
      : paperParagraphs([lineOf({ text: '' })], { fields: {}, lists: {} }, {}, id, column),
});

/** Columns side by side; a table without lines where the paper asks for no frame. */
export const columnsTable = (
  block: ColumnsBlock,
  words: PaperWords,
  id: string,
  column: PaperColumn,
): TableBlock => {
  const columns = shareOut(block.widths, column.width);
  const padding = ptToWholeTwip(pt(block.padding));
  const rows = block.rows.map(
    (cells, row): TableRow => ({
      cells: columns.map((width, at) => {
        const inside = { ...column, width: twip(width - 2 * padding), role: 'tableCell' as const };
        const name = `${id}.${row}.${at}`;
        return cellOf(
          paperParagraphs(cells[at] ?? [], words, words.fields, name, inside),
          name,
          inside,
        );
      }),
      canSplit: false,
      repeat: false,
    }),
  );
  return {
    kind: 'table',
    id,
    section: null,
    source: null,
    columns,
    indentLeft: NONE,
    rows,
    border: ptToWholeTwip(pt(block.border)),
    cellMargin: { x: padding, y: padding },
  };
};

const BORDER = twip(10);
const CELL_MARGIN = { x: twip(70), y: twip(30) } as const;

/** Heads of a table: groups above, their columns below; a column of its own reaches over both. */
const headRows = (
  columns: readonly Column[],
  cell: (heading: string, at: number, more: Partial<TableCell>) => TableCell,
): TableRow[] => {
  const row = (cells: readonly TableCell[]): TableRow => ({ cells, canSplit: false, repeat: true });
  if (columns.every(({ group }) => group === '')) {
    return [row(columns.map(({ heading }, at) => cell(heading, at, {})))];
  }
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  for (const [at, { heading, group }] of columns.entries()) {
    if (group === '') upper.push(cell(heading, at, { rowspan: 2 }));
    else {
      if (columns[at - 1]?.group !== group) {
        let span = 1;
        while (columns[at + span]?.group === group) span += 1;
        upper.push(cell(group, at, { colspan: span }));
      }
      lower.push(cell(heading, at, {}));
    }
  }
  return [row(upper), row(lower)];
};

/** One row for each entry of the list, under heads that every page repeats. */
export const dataTable = (
  table: DataTable,
  words: PaperWords,
  id: string,
  column: PaperColumn,
): TableBlock => {
  const columns = shareOut(
    table.columns.map(({ width }) => width),
    column.width,
  );
  const insideOf = (at: number): PaperColumn => ({
    ...column,
    width: twip((columns[at] ?? 0) - 2 * CELL_MARGIN.x),
    role: 'tableCell',
  });
  const set = (
    line: PaperLine,
    fields: PaperWords['fields'],
    name: string,
    at: number,
    more: Partial<TableCell> = {},
  ): TableCell =>
    cellOf(
      paperParagraphs([{ ...line, size: table.size }], words, fields, name, insideOf(at)),
      name,
      insideOf(at),
      more,
    );
  let heads = 0;
  const head = headRows(table.columns, (heading, at, more) => {
    heads += 1;
    const line = lineOf({ text: heading, bold: true });
    return set(line, {}, `${id}.head.${heads}`, at, { header: true, ...more });
  });
  const body = (words.lists[table.each] ?? []).map(
    (own, row): TableRow => ({
      cells: table.columns.map(({ text, align }, at) =>
        set(lineOf({ text, align }), { ...words.fields, ...own }, `${id}.${row}.${at}`, at),
      ),
      canSplit: false,
      repeat: false,
    }),
  );
  const totals = table.columns.some(({ total }) => total !== '')
    ? [
        {
          cells: table.columns.map(({ total, align }, at) =>
            set(lineOf({ text: total, align, bold: true }), words.fields, `${id}.total.${at}`, at),
          ),
          canSplit: false,
          repeat: false,
        },
      ]
    : [];
  return {
    kind: 'table',
    id,
    section: null,
    source: null,
    columns,
    indentLeft: NONE,
    rows: [...head, ...body, ...totals],
    border: BORDER,
    cellMargin: CELL_MARGIN,
  };
};
