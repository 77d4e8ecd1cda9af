import fc from 'fast-check';
import { sectionId, twip } from '../../../shared/base';
import type {
  Block,
  Flow,
  ListLabel,
  PageGeometry,
  ParagraphBlock,
  ParagraphFormat,
  Run,
  TableBlock,
} from '../../../shared/model';

/** Numbers that no form allows and a damaged file may hold all the same. */
const odd = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: least, max: most }) },
    { weight: 1, arbitrary: fc.constantFrom(0, least, most, 1) },
  );

const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Chất lượng sản phẩm ', 'a'.repeat(400), '\n\n', '\t\t'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u0000',
      '\ud83d\ude00',
      '\ud83d',
      'e\u0302\u0301',
      '\u00ad',
      '中文',
    ),
  },
);

const run: fc.Arbitrary<Run> = fc.record({
  text,
  bold: fc.boolean(),
  italic: fc.boolean(),
  underline: fc.boolean(),
  strike: fc.boolean(),
  script: fc.constantFrom('normal', 'superscript', 'subscript'),
  fontSize: odd(20, 2_000).map(twip),
});

const format: fc.Arbitrary<ParagraphFormat> = fc.record({
  align: fc.constantFrom('left', 'center', 'right', 'justify'),
  indentLeft: odd(-500, 9_000).map(twip),
  // A negative one asks to stand outside.
  indentRight: odd(0, 9_000).map(twip),
  firstLine: odd(-2_000, 2_000).map(twip),
  spaceBefore: odd(0, 20_000).map(twip),
  spaceAfter: odd(0, 2_000).map(twip),
  lineSpacing: fc.constantFrom(0.5, 1, 1.15, 1.5, 3, 50),
  keepNext: fc.boolean(),
  keepLines: fc.boolean(),
  widowControl: fc.boolean(),
  pageBreakBefore: fc.boolean(),
});

const label: fc.Arbitrary<ListLabel | null> = fc.option(
  fc.record({
    text: fc.constantFrom('-', '1.', '', 'Điều 98.', '\ud83d\ude00', 'x'.repeat(100)),
    level: fc.constantFrom(0 as const, 1 as const),
    ordered: fc.boolean(),
    value: fc.constant(1),
    listId: fc.constant('list'),
  }),
);

const paragraph: fc.Arbitrary<ParagraphBlock> = fc.record({
  kind: fc.constant('paragraph'),
  id: fc.constant(''),
  section: fc.option(fc.constantFrom(sectionId('a'), sectionId('b'))),
  source: fc.constant(null),
  role: fc.constantFrom('body', 'heading', 'listItem'),
  format,
  label,
  runs: fc.array(run, { maxLength: 4 }),
  fontSize: odd(20, 2_000).map(twip),
});

const table: fc.Arbitrary<TableBlock> = fc.record({
  kind: fc.constant('table'),
  id: fc.constant(''),
  section: fc.constant(null),
  source: fc.constant(null),
  columns: fc.array(odd(0, 9_000).map(twip), { maxLength: 5 }),
  indentLeft: odd(-500, 3_000).map(twip),
  rows: fc.array(
    fc.record({
      cells: fc.array(
        fc.record({
          colspan: fc.integer({ min: 1, max: 7 }),
          rowspan: fc.integer({ min: 1, max: 7 }),
          header: fc.boolean(),
          blocks: fc.array(paragraph, { maxLength: 3 }),
        }),
        { maxLength: 5 },
      ),
      canSplit: fc.boolean(),
      repeat: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  border: odd(0, 200).map(twip),
  cellMargin: fc.record({ x: odd(0, 500).map(twip), y: odd(0, 500).map(twip) }),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: paragraph },
  { weight: 3, arbitrary: table },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pageBreak'), id: fc.constant('') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('signature'),
      id: fc.constant(''),
      blocks: fc.array(paragraph, { maxLength: 4 }),
      minLinesBefore: fc.integer({ min: 0, max: 5 }),
    }),
  },
);

const page: fc.Arbitrary<PageGeometry> = fc.record({
  width: odd(1_000, 17_000).map(twip),
  height: odd(1_000, 17_000).map(twip),
  marginTop: odd(0, 2_000).map(twip),
  marginBottom: odd(0, 2_000).map(twip),
  marginLeft: odd(0, 2_000).map(twip),
  marginRight: odd(0, 2_000).map(twip),
  pageNumber: fc.option(
    fc.record({
      fromPage: fc.integer({ min: 1, max: 3 }),
      fontSize: odd(20, 400).map(twip),
      fromTop: odd(0, 1_000).map(twip),
    }),
  ),
});

/** Ids are given here, so that each is used once. */
const withIds = (blocks: readonly Block[]): Block[] => {
  let count = 0;
  const id = (): string => {
    count += 1;
    return `b${count}`;
  };
  const named = (one: ParagraphBlock): ParagraphBlock => ({ ...one, id: id() });
  return blocks.map((one): Block => {
    if (one.kind === 'paragraph') return named(one);
    if (one.kind === 'signature') return { ...one, id: id(), blocks: one.blocks.map(named) };
    if (one.kind === 'pageBreak') return { ...one, id: id() };
    return {
      ...one,
      id: id(),
      rows: one.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(named) })),
      })),
    };
  });
};

/** A flow that no template makes: any numbers, any signs, tables that do not add up. */
export const hostileFlow: fc.Arbitrary<Flow> = fc
  .record({ page, blocks: fc.array(block, { maxLength: 12 }) })
  .map(({ page: geometry, blocks }) => ({
    page: geometry,
    blocks: withIds(blocks),
    language: 'vi-VN',
    title: '',
  }));
