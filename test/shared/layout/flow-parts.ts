import { A4, twip } from '../../../shared/base';
import type {
  Block,
  Flow,
  ListLabel,
  PageGeometry,
  ParagraphBlock,
  ParagraphFormat,
  Run,
  TableBlock,
  TableCell,
  TableRow,
} from '../../../shared/model';

/** Short words for building flows by hand: 13 pt, single spacing, 48 lines to the page. */
export const FONT_SIZE = twip(260);
export const SINGLE = 299;
export const LINES_PER_PAGE = 48;

let count = 0;
const nextId = (): string => {
  count += 1;
  return `b${count}`;
};

export const run = (text: string, more: Partial<Run> = {}): Run => ({
  text,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: 'normal',
  fontSize: FONT_SIZE,
  ...more,
});

export const paragraph = (
  text: string | readonly Run[],
  format: Partial<ParagraphFormat> = {},
  more: Partial<ParagraphBlock> = {},
): ParagraphBlock => ({
  kind: 'paragraph',
  id: nextId(),
  section: null,
  source: null,
  role: 'body',
  format: {
    align: 'left',
    indentLeft: twip(0),
    indentRight: twip(0),
    firstLine: twip(0),
    spaceBefore: twip(0),
    spaceAfter: twip(0),
    lineSpacing: 1,
    keepNext: false,
    keepLines: false,
    widowControl: true,
    pageBreakBefore: false,
    ...format,
  },
  label: null,
  runs: typeof text === 'string' ? (text === '' ? [] : [run(text)]) : text,
  fontSize: FONT_SIZE,
  ...more,
});

/** Paragraphs of one line each. */
export const lines = (howMany: number, format: Partial<ParagraphFormat> = {}): ParagraphBlock[] =>
  Array.from({ length: howMany }, (_, at) => paragraph(`dòng ${at}`, format));

/** A paragraph of so many lines, whatever the width. */
export const tall = (howMany: number, format: Partial<ParagraphFormat> = {}): ParagraphBlock =>
  paragraph(Array.from({ length: howMany }, (_, at) => `hàng ${at}`).join('\n'), format);

export const label = (text: string, more: Partial<ListLabel> = {}): ListLabel => ({
  text,
  level: 0,
  ordered: false,
  value: null,
  listId: 'list',
  ...more,
});

export const cell = (
  content: string | readonly ParagraphBlock[],
  more: Partial<TableCell> = {},
): TableCell => ({
  colspan: 1,
  rowspan: 1,
  header: false,
  blocks: typeof content === 'string' ? [paragraph(content)] : content,
  ...more,
});

export const row = (cells: readonly TableCell[], more: Partial<TableRow> = {}): TableRow => ({
  cells,
  canSplit: true,
  repeat: false,
  ...more,
});

export const table = (
  columns: readonly number[],
  rows: readonly TableRow[],
  more: Partial<TableBlock> = {},
): TableBlock => ({
  kind: 'table',
  id: nextId(),
  section: null,
  source: null,
  columns: columns.map(twip),
  indentLeft: twip(0),
  rows,
  border: twip(10),
  cellMargin: { x: twip(108), y: twip(0) },
  ...more,
});

export const page: PageGeometry = {
  ...A4,
  marginTop: twip(1134),
  marginBottom: twip(1134),
  marginLeft: twip(1701),
  marginRight: twip(1134),
  pageNumber: null,
};

export const flowOf = (blocks: readonly Block[], more: Partial<PageGeometry> = {}): Flow => ({
  page: { ...page, ...more },
  blocks,
  language: 'vi-VN',
  title: 'Thử',
});

export const pageBreak = (): Block => ({ kind: 'pageBreak', id: nextId() });

export const signature = (blocks: readonly ParagraphBlock[], minLinesBefore = 2): Block => ({
  kind: 'signature',
  id: nextId(),
  blocks,
  minLinesBefore,
});
