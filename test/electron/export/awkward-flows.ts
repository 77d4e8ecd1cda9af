import { twip } from '../../../shared/base';
import type {
  Block,
  Flow,
  ListLabel,
  ParagraphBlock,
  ParagraphFormat,
  ParagraphRole,
  Run,
  TableBlock,
} from '../../../shared/model';

/** Flows that templates do not make today and other papers will: every odd thing the model allows. */

let count = 0;
const nextId = (kind: string): string => {
  count += 1;
  return `${kind}-${count}`;
};

const format = (more: Partial<ParagraphFormat> = {}): ParagraphFormat => ({
  align: 'justify',
  indentLeft: twip(0),
  indentRight: twip(0),
  firstLine: twip(0),
  spaceBefore: twip(0),
  spaceAfter: twip(120),
  lineSpacing: 1.2,
  keepNext: false,
  keepLines: false,
  widowControl: true,
  pageBreakBefore: false,
  ...more,
});

export const run = (text: string, more: Partial<Run> = {}): Run => ({
  text,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: 'normal',
  fontSize: twip(280),
  ...more,
});

export const block = (
  runs: string | readonly Run[],
  more: Partial<ParagraphFormat> = {},
  role: ParagraphRole = 'body',
  label: ListLabel | null = null,
): ParagraphBlock => ({
  kind: 'paragraph',
  id: nextId('p'),
  section: null,
  source: null,
  role,
  format: format(more),
  label,
  runs: typeof runs === 'string' ? (runs === '' ? [] : [run(runs)]) : runs,
  fontSize: twip(280),
});

export const item = (
  text: string,
  label: Partial<ListLabel>,
  hang = 425,
  words = SENTENCE,
): ParagraphBlock =>
  block(words, { indentLeft: twip(720), firstLine: twip(-hang) }, 'listItem', {
    text,
    level: 0,
    ordered: true,
    value: null,
    listId: 'list',
    ...label,
  });

export const grid = (
  rows: readonly (readonly string[])[],
  more: Partial<TableBlock> = {},
): TableBlock => {
  const columns =
    more.columns ?? (rows[0] ?? []).map(() => twip(Math.floor(9000 / (rows[0]?.length ?? 1))));
  return {
    kind: 'table',
    id: nextId('t'),
    section: null,
    source: null,
    columns,
    indentLeft: twip(0),
    rows: rows.map((cells) => ({
      cells: cells.map((words) => ({
        colspan: 1,
        rowspan: 1,
        header: false,
        blocks: [block(words, { align: 'left', spaceAfter: twip(0), lineSpacing: 1 }, 'tableCell')],
      })),
      canSplit: true,
      repeat: false,
    })),
    border: twip(10),
    cellMargin: { x: twip(108), y: twip(40) },
    ...more,
  };
};

export const SENTENCE =
  'Doanh nghiệp cam kết bố trí đủ nhân lực, mặt bằng và kinh phí đối ứng để thực hiện nhiệm vụ đúng tiến độ đã được phê duyệt.';

const many = (times: number): Block[] => Array.from({ length: times }, () => block(SENTENCE));

export const flowOf = (blocks: readonly Block[], page: Partial<Flow['page']> = {}): Flow => ({
  page: {
    width: twip(11906),
    height: twip(16838),
    marginTop: twip(1134),
    marginBottom: twip(1134),
    marginLeft: twip(1701),
    marginRight: twip(1134),
    pageNumber: { fromPage: 2, fontSize: twip(280), fromTop: twip(567) },
    ...page,
  },
  blocks,
  language: 'vi-VN',
  title: 'Văn bản thử',
});

const listOfSigns = [
  item('1.', { value: 1 }),
  item('2.', { value: 2 }),
  block('Xen giữa'),
  item('3.', { value: 3 }),
  item('7.', { value: 7 }),
  item('8.', { value: 8 }),
  item('a)', { value: 1, level: 1, listId: 'inner' }),
  item('b)', { value: 2, level: 1, listId: 'inner' }),
  item('9.', { value: 9 }),
  item('a)', { value: 1, level: 1, listId: 'inner-2' }),
  item('đ)', { value: 5, listId: 'vietnamese' }),
  item('iv.', { value: 4, listId: 'roman' }, 600),
  item('v.', { value: 5, listId: 'roman' }, 600),
  item('XII', { value: 12, listId: 'large-roman' }, 600),
  item('Điều 98.', { value: 98, listId: 'law' }, 284),
  item('-', { ordered: false, listId: 'bullets' }, 284),
  item('•', { ordered: false, listId: 'dots' }, 284),
  item('100%', { value: 100, listId: 'percent' }, 720),
];

const signature = (words: number): Block[] => [
  ...many(words),
  {
    kind: 'signature',
    id: 'signature',
    minLinesBefore: 3,
    blocks: [
      block(
        [run('GIÁM ĐỐC', { bold: true })],
        { align: 'center', indentLeft: twip(4500) },
        'signature',
      ),
      block('', { align: 'center', indentLeft: twip(4500), spaceBefore: twip(1400) }, 'signature'),
      block('Nguyễn Văn Ứng', { align: 'center', indentLeft: twip(4500) }, 'signature'),
    ],
  },
];

const joined = grid([
  ['Một', 'Hai', 'Ba'],
  ['Bốn', 'Năm', SENTENCE],
  ['Sáu', 'Bảy', 'Tám'],
]);

const cellOf = (words: string, colspan: number, rowspan: number) => ({
  colspan,
  rowspan,
  header: false,
  blocks: [block(words, { align: 'left', spaceAfter: twip(0), lineSpacing: 1 }, 'tableCell')],
});

export const awkwardFlows: Readonly<Record<string, () => Flow>> = {
  'labels of all kinds': () => flowOf(listOfSigns),
  'tables side by side and at the end': () =>
    flowOf([
      block('Trước'),
      grid([
        ['A', 'B'],
        ['C', SENTENCE],
      ]),
      grid([['D', 'E', 'F']]),
      grid([['G'], [SENTENCE]]),
    ]),
  'a table without lines, set in': () =>
    flowOf([
      block(SENTENCE),
      grid(
        [
          ['CÔNG TY', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          ['Số: 05', SENTENCE],
        ],
        {
          border: twip(0),
          indentLeft: twip(300),
          columns: [twip(3000), twip(5500)],
        },
      ),
      block(SENTENCE),
    ]),
  'cells joined both ways': () =>
    flowOf([
      {
        ...joined,
        rows: [
          { ...joined.rows[0]!, cells: [cellOf('Gộp ba', 3, 1)] },
          {
            ...joined.rows[1]!,
            cells: [cellOf('Dọc', 1, 2), cellOf('Năm', 1, 1), cellOf(SENTENCE, 1, 1)],
          },
          { ...joined.rows[2]!, cells: [cellOf('Gộp hai', 2, 1)] },
        ],
      },
      block(SENTENCE),
    ]),
  'page breaks everywhere': () =>
    flowOf([
      { kind: 'pageBreak', id: 'b1' },
      block('Trang một'),
      { kind: 'pageBreak', id: 'b2' },
      { kind: 'pageBreak', id: 'b3' },
      grid([['Bảng đầu trang hai', SENTENCE]]),
      block(SENTENCE),
      block('Trang ba', { pageBreakBefore: true, spaceBefore: twip(240) }),
      { kind: 'pageBreak', id: 'b4' },
    ]),
  'a signature that just does not fit': () => flowOf(signature(19)),
  'a signature alone after a table': () =>
    flowOf([
      ...many(18),
      grid([
        ['A', 'B'],
        ['C', SENTENCE],
      ]),
      ...signature(0),
    ]),
  'landscape, numbered from page one': () =>
    flowOf(many(30), {
      width: twip(16838),
      height: twip(11906),
      pageNumber: { fromPage: 1, fontSize: twip(280), fromTop: twip(567) },
    }),
  'strokes above paragraphs': () =>
    flowOf([
      block([run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true })], { align: 'center' }),
      block('', {
        ruleAbove: twip(10),
        spaceBefore: twip(40),
        indentLeft: twip(3000),
        indentRight: twip(3000),
      }),
      ...many(3),
      block(SENTENCE, { ruleAbove: twip(15), spaceBefore: twip(120), indentLeft: twip(500) }),
      ...many(18),
    ]),
  'breaks, tabs, spaces and hyphens': () =>
    flowOf([
      block('Một\nhai\nba', { align: 'left' }),
      block('Họ và tên:\tNguyễn Văn A\tChức vụ:\tGiám đốc', { align: 'left' }),
      block('Hai  cách   ba cách\u00a0liền, gạch\u2011nối, gạch\u00admềm', { align: 'left' }),
      block(
        [
          run('In '),
          run('đậm', { bold: true }),
          run(' x'),
          run('2', { script: 'superscript' }),
          run(' H'),
          run('2', { script: 'subscript' }),
          run('O '),
          run('lớn', { fontSize: twip(360) }),
          run(' nhỏ', { fontSize: twip(220) }),
        ],
        { align: 'left' },
      ),
      block(''),
      block('Giữa', { align: 'center' }),
      block('Phải', { align: 'right' }),
      block(SENTENCE, { indentLeft: twip(600), indentRight: twip(900), firstLine: twip(-300) }),
    ]),
};
