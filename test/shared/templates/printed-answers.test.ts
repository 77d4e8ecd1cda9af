import { describe, expect, test } from 'vitest';
import {
  emptyProposal,
  type Flow,
  type ListLabel,
  type ParagraphBlock,
  type Proposal,
  type RichTextBlock,
  type SectionValue,
  type TableBlock,
  type Template,
} from '../../../shared/model';
import { proposalFlow } from '../../../shared/templates';
import { form } from './arbitrary-proposal';

const empty = emptyProposal({ id: 'hp-2023-1882' }, form);
const withValue = (id: string, value: SectionValue): Proposal => ({
  ...empty,
  values: { [id]: value },
});
const flowOf = (id: string, value: SectionValue, template: Template = form): Flow =>
  proposalFlow(withValue(id, value), template);
const textOf = ({ runs }: ParagraphBlock): string => runs.map(({ text }) => text).join('');

/** Paragraphs of a section behind its heading. */
const answer = (flow: Flow, id: string): ParagraphBlock[] =>
  flow.blocks.filter(
    (block): block is ParagraphBlock =>
      block.kind === 'paragraph' && block.section === id && block.role !== 'heading',
  );
const printed = (id: string, value: SectionValue, template?: Template): string[] =>
  answer(flowOf(id, value, template), id).map(textOf);

const p = (text: string, align?: 'center'): RichTextBlock => ({
  type: 'paragraph',
  ...(align === undefined ? {} : { attrs: { textAlign: align } }),
  content: [{ type: 'text', text }],
});
const item = (...content: RichTextBlock[]) => ({ type: 'listItem' as const, content });
const doc = (...content: RichTextBlock[]) => ({ type: 'doc' as const, content });

describe('answers in official words', () => {
  test.each([
    [
      { from: '2023-07', to: '2024-12', months: 18 },
      ['18 tháng, từ tháng 7 năm 2023 đến tháng 12 năm 2024'],
    ],
    [
      { from: '2024-01', to: '2024-02', months: 2 },
      ['2 tháng, từ tháng 01 năm 2024 đến tháng 02 năm 2024'],
    ],
    [{ from: null, to: null, months: 18 }, ['18 tháng']],
    [{ from: '2023-07', to: null, months: null }, ['từ tháng 7 năm 2023']],
    [{ from: 'giữa 2023', to: '', months: null }, ['từ giữa 2023']],
    [{ from: null, to: null, months: null }, []],
  ])('duration %j', (value, lines) => {
    expect(printed('viii', value)).toEqual(lines);
  });

  test('a budget with its total in words', () => {
    expect(
      printed('ix', { total: 2_850_000_000, state: 1_250_000_000, matching: 1_600_000_000 }),
    ).toEqual([
      'Tổng kinh phí thực hiện nhiệm vụ: 2.850.000.000\u00a0đồng',
      '(Bằng chữ: Hai tỷ tám trăm năm mươi triệu đồng)',
      'Trong đó:',
      'Kinh phí Ngân sách nhà nước: 1.250.000.000\u00a0đồng',
      'Kinh phí đối ứng từ tổ chức, doanh nghiệp: 1.600.000.000\u00a0đồng',
    ]);
  });

  test('the form’s words stand where nobody has answered, without a line of words for no amount', () => {
    const none = { total: null, state: null, matching: null };
    expect(printed('ix', none)).toEqual([
      'Tổng kinh phí thực hiện nhiệm vụ: ',
      'Trong đó:',
      'Kinh phí Ngân sách nhà nước: ',
      'Kinh phí đối ứng từ tổ chức, doanh nghiệp: ',
    ]);
    expect(answer(proposalFlow({ ...empty, values: {} }, form), 'ix').map(textOf)).toEqual(
      printed('ix', none),
    );
  });

  test('half an amount is printed as it is and not read aloud', () => {
    expect(printed('ix', { total: 1500.5, state: -1, matching: null }).slice(0, 3)).toEqual([
      'Tổng kinh phí thực hiện nhiệm vụ: 1.500,5\u00a0đồng',
      'Trong đó:',
      'Kinh phí Ngân sách nhà nước: -1\u00a0đồng',
    ]);
  });

  test('an organisation in the form’s four lines, labels bold as in the form', () => {
    const value = {
      name: 'Công ty A',
      address: 'Đình Vũ',
      contact: { name: 'Bà B', position: 'Trưởng phòng', phone: '0904 123 456', email: 'b@a.vn' },
    };
    expect(printed('x', value)).toEqual([
      '1. Tên tổ chức/cá nhân đề xuất: Công ty A',
      '2. Địa chỉ: Đình Vũ',
      '3. Đầu mối liên hệ:',
      '- Họ và tên: Bà B    Chức vụ: Trưởng phòng',
      '- Điện thoại: 0904 123 456    Email: b@a.vn',
    ]);
    const [name] = answer(flowOf('x', value), 'x');
    expect(name?.runs.map(({ text, bold }) => [text, bold])).toEqual([
      ['1. Tên tổ chức/cá nhân đề xuất:', true],
      [' Công ty A', false],
    ]);
  });

  test('a line of words alone does not end a page', () => {
    const kept = answer(flowOf('ix', { total: 1, state: 1, matching: 0 }), 'ix')
      .filter(({ format }) => format.keepNext)
      .map(textOf);
    expect(kept).toEqual(['Trong đó:']);
  });

  test('a form without lines of its own prints every answer after its label', () => {
    const bare: Template = {
      ...form,
      sections: form.sections.map((one) => ({ ...one, lines: [] })),
    };
    expect(printed('ix', { total: 5, state: 5, matching: 0 }, bare)).toEqual([
      'Tổng kinh phí thực hiện nhiệm vụ: 5\u00a0đồng',
      'Năm đồng',
      'Kinh phí Ngân sách nhà nước: 5\u00a0đồng',
      'Kinh phí đối ứng từ tổ chức, doanh nghiệp: 0\u00a0đồng',
    ]);
  });

  test('attachments are a list; blank ones are left out, line ends inside become spaces', () => {
    const blocks = answer(flowOf('x-4', ['Báo cáo', ' ', 'Cam\nkết']), 'x-4');
    expect(blocks.map((block) => [block.label?.text, textOf(block)])).toEqual([
      ['-', 'Báo cáo'],
      ['-', 'Cam kết'],
    ]);
    expect(new Set(blocks.map(({ label }) => label?.listId)).size).toBe(1);
  });

  test('each line of a plain text is a paragraph', () => {
    expect(printed('i', 'Một\r\n\nHai')).toEqual(['Một', 'Hai']);
  });
});

describe('headings and frame', () => {
  const headings = (template: Template): string[] =>
    proposalFlow(empty, template)
      .blocks.filter((block): block is ParagraphBlock => block.kind === 'paragraph')
      .filter(({ role }) => role === 'heading')
      .map(textOf);

  test('numeral and heading; a part of a part has its own number', () => {
    expect(headings(form)[1]).toBe('II. TÍNH CẤP THIẾT CỦA NHIỆM VỤ');
    expect(headings(form).at(-1)).toBe('4. Tài liệu gửi kèm (nếu có):');
  });

  test('guidance is printed only where the form says so', () => {
    const sections = form.sections.map((one) => ({ ...one, printGuidance: true }));
    expect(headings({ ...form, sections })[1]).toMatch(
      /^II\. TÍNH CẤP THIẾT CỦA NHIỆM VỤ \(Trình bày rõ/u,
    );
  });

  test('a form may leave headings off, stand in landscape, or have no page number', () => {
    const other: Template = {
      ...form,
      paper: { size: 'A4', orientation: 'landscape' },
      typography: { ...form.typography, pageNumber: null },
      sections: form.sections.map((one) => ({ ...one, printHeading: false })),
    };
    expect(headings(other)).toEqual([]);
    expect(proposalFlow(empty, other).page).toMatchObject({
      width: 16838,
      height: 11906,
      pageNumber: null,
    });
  });

  test('the title of the document is the task’s name, else the form’s', () => {
    expect(proposalFlow(empty, form).title).toBe(form.title);
    expect(flowOf('i', ' Áp dụng\n5S ').title).toBe('Áp dụng 5S');
  });

  test('lengths are those of the style: 14 pt, 6 pt after, 12.7 mm', () => {
    const [block] = answer(flowOf('i', 'Một'), 'i');
    expect(block).toMatchObject({
      fontSize: 280,
      format: { firstLine: 720, spaceAfter: 120, lineSpacing: 1, align: 'justify' },
    });
    expect(proposalFlow(empty, form).page).toMatchObject({
      marginTop: 1134,
      marginLeft: 1701,
      marginRight: 1134,
      pageNumber: { fromPage: 2, fontSize: 280, fromTop: 567 },
    });
  });

  test('the signature stands in its half with room under it', () => {
    const group = proposalFlow(empty, form).blocks.at(-1);
    if (group?.kind !== 'signature') throw new Error('no signature');
    const [title, note, room] = group.blocks;
    expect([title, note].map((block) => block && textOf(block))).toEqual([
      'TỔ CHỨC/CÁ NHÂN ĐỀ XUẤT',
      '(Ký tên và đóng dấu của tổ chức)',
    ]);
    expect(title?.format).toMatchObject({ align: 'center', indentLeft: 4536, keepNext: true });
    expect((note?.format.spaceAfter ?? 0) + Math.round(280 * 1.15)).toBe(80 * 20);
    expect(room?.runs).toEqual([]);
  });
});

describe('lists', () => {
  const labels = (...nodes: RichTextBlock[]): (Partial<ListLabel> | null)[] =>
    answer(flowOf('ii', doc(...nodes)), 'ii').map(({ label }) =>
      label === null ? null : { text: label.text, level: label.level, value: label.value },
    );

  test('numbers count on from their start and begin anew in each list', () => {
    const list = (start: number): RichTextBlock => ({
      type: 'orderedList',
      attrs: { start },
      content: [item(p('a')), item(p('b'))],
    });
    const blocks = answer(flowOf('ii', doc(list(1), list(9))), 'ii');
    expect(blocks.map(({ label }) => label?.text)).toEqual(['1.', '2.', '9.', '10.']);
    expect(new Set(blocks.map(({ label }) => label?.listId)).size).toBe(2);
    // '10.' is wider than '2.': its list makes room, all items alike.
    expect(blocks[2]?.format.firstLine).toBe(blocks[3]?.format.firstLine);
    expect(blocks[3]?.format.firstLine).toBeLessThan(blocks[0]!.format.firstLine);
  });

  test('bullets under numbers and numbers under bullets take the first sign of their kind', () => {
    const bullets = (...more: RichTextBlock[]): RichTextBlock => ({
      type: 'bulletList',
      content: [item(p('b'), ...more)],
    });
    const numbers = (...more: RichTextBlock[]): RichTextBlock => ({
      type: 'orderedList',
      content: [item(p('n'), ...more)],
    });
    const text = (node: RichTextBlock) => labels(node).map((label) => label?.text);
    expect(text(numbers(bullets(bullets())))).toEqual(['1.', '-', '+']);
    expect(text(bullets(numbers(numbers())))).toEqual(['-', '1.', 'a)']);
  });

  test('a second paragraph of an item stands under its text, without a label', () => {
    const blocks = answer(
      flowOf('ii', doc({ type: 'bulletList', content: [item(p('một'), p('hai'))] })),
      'ii',
    );
    expect(blocks.map(({ label }) => label?.text)).toEqual(['-', undefined]);
    expect(blocks[1]?.format).toMatchObject({
      indentLeft: blocks[0]!.format.indentLeft,
      firstLine: 0,
    });
  });

  test('an item that holds no paragraph first keeps its label on a line of its own', () => {
    const inner: RichTextBlock = { type: 'bulletList', content: [item(p('trong'))] };
    expect(labels({ type: 'orderedList', content: [item(inner), item()] })).toEqual([
      { text: '1.', level: 0, value: 1 },
      { text: '-', level: 1, value: null },
      { text: '2.', level: 0, value: 2 },
    ]);
  });

  test('an item that leads to a list of its own is kept with it, other items are not', () => {
    const inner: RichTextBlock = { type: 'bulletList', content: [item(p('b')), item(p('c'))] };
    const list: RichTextBlock = {
      type: 'orderedList',
      content: [item(p('a'), inner), item(p('d'))],
    };
    const kept = answer(flowOf('ii', doc(list)), 'ii').map(({ format }) => format.keepNext);
    expect(kept).toEqual([true, false, false, false]);
  });

  test('letters go on as word processors count them', () => {
    const content = Array.from({ length: 28 }, () => item(p('x')));
    const inner: RichTextBlock = { type: 'orderedList', content };
    const text = labels({ type: 'orderedList', content: [item(p('n'), inner)] }).map(
      (label) => label?.text,
    );
    expect([text[1], text[26], text[27], text[28]]).toEqual(['a)', 'z)', 'aa)', 'bb)']);
  });
});

describe('paragraphs and tables', () => {
  const tableIn = (flow: Flow): TableBlock => {
    const table = flow.blocks.find((block): block is TableBlock => block.kind === 'table');
    if (table === undefined) throw new Error('no table');
    return table;
  };
  const cell = (
    text: string,
    colwidth?: number[],
    type: 'tableCell' | 'tableHeader' = 'tableCell',
  ) => ({
    type,
    ...(colwidth === undefined ? {} : { attrs: { colwidth } }),
    content: [p(text)],
  });
  const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
  const table = (...content: ReturnType<typeof row>[]): RichTextBlock => ({
    type: 'table',
    content,
  });

  test('centred paragraphs have no first-line indent; empty ones at the end are not printed', () => {
    const flow = flowOf(
      'ii',
      doc(p('a', 'center'), { type: 'paragraph' }, p('b'), { type: 'paragraph' }),
    );
    const blocks = answer(flow, 'ii');
    expect(blocks.map((block) => [textOf(block), block.format.firstLine])).toEqual([
      ['a', 0],
      ['', 720],
      ['b', 720],
    ]);
  });

  test('what follows a table brings the space that tables do not have, in the next section, too', () => {
    const space = (flow: Flow, id: string) => {
      const block = flow.blocks.find((one) => one.id === id);
      return block?.kind === 'paragraph' ? block.format.spaceBefore : null;
    };
    expect(space(flowOf('ii', doc(table(row(cell('a'))), p('b'))), 'ii:1')).toBe(120);
    expect(space(flowOf('ii', doc(table(row(cell('a'))))), 'iii:heading')).toBe(120);
    expect(space(flowOf('ii', doc(p('a'))), 'iii:heading')).toBe(0);
  });

  test('a head is bold, centred, not split, and repeated; unless it reaches into the body', () => {
    const head = row(cell('A', undefined, 'tableHeader'));
    const made = tableIn(flowOf('ii', doc(table(head, row(cell('a'))))));
    expect(made.rows.map(({ repeat, canSplit }) => [repeat, canSplit])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(made.rows[0]?.cells[0]?.blocks[0]).toMatchObject({
      runs: [{ bold: true }],
      format: { align: 'center' },
      role: 'tableCell',
    });
    const tall = { ...cell('A', undefined, 'tableHeader'), attrs: { rowspan: 2 } };
    const reaching = table(
      { type: 'tableRow', content: [tall as never, cell('B', undefined, 'tableHeader')] },
      row(cell('b')),
    );
    expect(tableIn(flowOf('ii', doc(reaching))).rows.some(({ repeat }) => repeat)).toBe(false);
  });

  test('dragged columns keep their proportion, the others share what is left', () => {
    const given = tableIn(flowOf('ii', doc(table(row(cell('a', [100]), cell('b', [300]))))));
    expect(given.columns[1]! / given.columns[0]!).toBeCloseTo(3, 1);
    const half = tableIn(flowOf('ii', doc(table(row(cell('a', [200]), cell('b'), cell('c'))))));
    expect(half.columns[0]).toBe(3000);
    expect(half.columns[1]).toBeCloseTo(half.columns[2]!, -1);
  });

  test('no column cuts its words where there is room, even if dragged narrow', () => {
    const [narrow] = tableIn(
      flowOf('ii', doc(table(row(cell('doanhnghiệp', [10]), cell('b', [600]))))),
    ).columns;
    expect(narrow).toBeGreaterThan(216 + 10 * 0.45 * 280);
  });

  test('long text takes more of the width than short', () => {
    const fitted = tableIn(
      flowOf('ii', doc(table(row(cell('1'), cell('nâng cao năng suất '.repeat(9)))))),
    );
    expect(fitted.columns[1]).toBeGreaterThan(5 * fitted.columns[0]!);
  });
});
