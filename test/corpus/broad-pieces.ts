import { twip } from '../../shared/base';
import type {
  Alignment,
  ListLabel,
  ParagraphBlock,
  ParagraphFormat,
  Run,
  TableBlock,
  TableCell,
  TableRow,
} from '../../shared/model';
import type { FlowWriter } from './corpus-flow';
import { headingText, paragraphText, rareText, sentence, shortText } from './vietnamese-prose';

/** What papers have besides prose, lists and plain tables, in the ranges the forms allow. */

const HANG = 360;

/** Upright, bold, slanted, underlined and struck, raised and lowered, in sizes of a note and of the text. */
const manyFaced = (writer: FlowWriter, text: string): Run[] => {
  const { random } = writer;
  return text.split(/(?<= )/u).map((word) =>
    writer.run(word, {
      bold: random.chance(0.3),
      italic: random.chance(0.3),
      underline: random.chance(0.05),
      strike: random.chance(0.03),
      script: random.chance(0.03) ? random.pick(['superscript', 'subscript'] as const) : 'normal',
    }),
  );
};

const prose = (writer: FlowWriter, sentences: number): string =>
  paragraphText(writer.random, sentences, writer.look.density);

/** Paragraphs of every alignment, with indents on both sides, tabs, breaks, without widow control. */
const oddParagraphs = (writer: FlowWriter): void => {
  const { random, look } = writer;
  for (let count = random.int(1, 3); count > 0; count -= 1) {
    const runs = random.chance(0.5)
      ? manyFaced(writer, prose(writer, random.int(1, 3)))
      : [writer.run(prose(writer, random.int(1, 4)))];
    if (random.chance(0.3)) runs.push(writer.run(`\n${sentence(random, look.density)}`));
    if (random.chance(0.2)) runs.push(writer.run(`\n\n${rareText(random)}`));
    if (random.chance(0.2)) runs.push(writer.run(`\tSố:\t${random.int(1, 900)}/BC`));
    writer.blocks.push(
      writer.paragraph('body', runs, {
        align: random.pick<Alignment>(['justify', 'left', 'center', 'right']),
        indentLeft: twip(random.pick([0, 0, 284, 567])),
        indentRight: twip(random.pick([0, 0, 567])),
        firstLine: twip(random.pick([0, look.indent, look.indent, -284])),
        spaceBefore: twip(20 * random.int(0, 8)),
        spaceAfter: twip(20 * random.int(0, 8)),
        widowControl: random.chance(0.7),
        keepLines: random.chance(0.15),
        pageBreakBefore: random.chance(0.03),
      }),
    );
  }
  for (let count = random.int(0, 2); count > 0; count -= 1) {
    writer.blocks.push(writer.paragraph('body', []));
  }
};

/** Headings of three levels that follow each other, each kept with the next. */
const headings = (writer: FlowWriter): void => {
  const { random } = writer;
  const faces = [{ bold: true }, { bold: true, italic: true }, { italic: true }];
  faces.slice(0, random.int(1, 3)).forEach((face, level) => {
    const text = `${random.int(1, 9)}.${'1.'.repeat(level)} ${headingText(random)}`;
    writer.blocks.push(
      writer.paragraph('heading', [writer.run(text, face)], {
        align: 'left',
        firstLine: twip(writer.look.indent),
        spaceBefore: twip(20 * random.int(0, 12)),
        keepNext: true,
        keepLines: true,
      }),
    );
  });
};

const LABELS: readonly ((value: number) => string)[] = [
  (value) => `${value}.`,
  (value) => `${value})`,
  (value) => `${String.fromCharCode(96 + value)})`,
  (value) => `Điều ${value}.`,
  (value) => `(${value})`,
];

/** Numbering of three levels that starts anywhere and starts anew below each item. */
const longList = (writer: FlowWriter): void => {
  const { random, look } = writer;
  const kinds = [random.pick(LABELS), random.pick(LABELS), random.pick(LABELS)];
  const item = (label: ListLabel): void => {
    const left = look.indent + HANG * (label.level + 1);
    const runs = random.chance(0.2)
      ? manyFaced(writer, prose(writer, 1))
      : [writer.run(prose(writer, random.int(1, 2)))];
    const format: Partial<ParagraphFormat> = {
      indentLeft: twip(left),
      firstLine: twip(-HANG),
      keepNext: random.chance(0.03),
    };
    writer.blocks.push(writer.paragraph('listItem', runs, format, label));
  };
  const level = (depth: 0 | 1 | 2, first: number, count: number): void => {
    const listId = writer.newId('list');
    for (let value = first; value < first + count; value += 1) {
      const text = kinds[depth]?.(value) ?? '-';
      item({ text, level: depth, ordered: true, value, listId });
      if (depth === 0 && random.chance(0.4)) level(1, 1, random.int(1, 4));
      if (depth === 1 && random.chance(0.2)) level(2, 1, random.int(1, 3));
    }
  };
  level(0, random.pick([1, 1, 1, 3, 9]), random.int(2, 6));
};

const cellOf = (blocks: readonly ParagraphBlock[], more: Partial<TableCell> = {}): TableCell => ({
  colspan: 1,
  rowspan: 1,
  header: false,
  blocks,
  ...more,
});

/** Lists, several paragraphs, mixed faces and nothing at all in cells. */
const richCell = (writer: FlowWriter, width: number): TableCell => {
  const { random } = writer;
  const format: Partial<ParagraphFormat> = {
    align: random.pick<Alignment>(['left', 'left', 'justify', 'center', 'right']),
    lineSpacing: 1,
    spaceAfter: twip(random.pick([0, 0, 40])),
  };
  const text = (): Run[] =>
    random.chance(0.3)
      ? manyFaced(writer, shortText(random))
      : [writer.run(width > 2400 ? prose(writer, 1) : shortText(random))];
  if (random.chance(0.1)) return cellOf([writer.paragraph('tableCell', [], format)]);
  const blocks = [writer.paragraph('tableCell', text(), format)];
  if (random.chance(0.3)) {
    const listId = writer.newId('list');
    const ordered = random.chance(0.5);
    for (let value = 1; value <= random.int(1, 4); value += 1) {
      const label = { text: ordered ? `${value}.` : '-', level: 0 as const, ordered, listId };
      const hanging = {
        ...format,
        align: 'left' as const,
        indentLeft: twip(284),
        firstLine: twip(-284),
      };
      blocks.push(
        writer.paragraph('tableCell', text(), hanging, { ...label, value: ordered ? value : null }),
      );
    }
  }
  return cellOf(blocks);
};

const plainCell = (writer: FlowWriter, text: string, more: Partial<TableCell> = {}): TableCell =>
  cellOf(
    [
      writer.paragraph('tableCell', [writer.run(text, { bold: true })], {
        align: 'center',
        spaceAfter: twip(0),
        lineSpacing: 1,
      }),
    ],
    { header: true, ...more },
  );

const tableOf = (
  writer: FlowWriter,
  columns: readonly number[],
  rows: readonly TableRow[],
  more: Partial<TableBlock> = {},
): TableBlock => ({
  kind: 'table',
  id: writer.newId('t'),
  section: null,
  source: null,
  columns: columns.map(twip),
  indentLeft: twip(0),
  rows,
  border: twip(writer.random.pick([5, 10, 10, 20])),
  cellMargin: { x: twip(108), y: twip(writer.random.pick([0, 0, 28, 57])) },
  ...more,
});

const evenly = (total: number, count: number): number[] =>
  Array.from({ length: count }, () => Math.floor(total / count));

/** A head of two rows, the first joined over columns, and rows with lists in them. */
const richTable = (writer: FlowWriter): void => {
  const { random, look } = writer;
  const indent = random.pick([0, 0, 284]);
  const count = random.int(2, 4);
  const columns = evenly(look.textWidth - indent, count);
  const heads: TableRow[] = [
    {
      cells:
        count > 2
          ? [
              plainCell(writer, 'Nội dung', { rowspan: 2 }),
              plainCell(writer, 'Kinh phí', { colspan: count - 1 }),
            ]
          : columns.map(() => plainCell(writer, 'Nội dung')),
      canSplit: false,
      repeat: true,
    },
    {
      cells: columns.slice(count > 2 ? 1 : 0).map((_, at) => plainCell(writer, `Năm ${at + 1}`)),
      canSplit: false,
      repeat: true,
    },
  ];
  const canSplit = random.chance(0.6);
  const rows = Array.from(
    { length: random.int(1, 12) },
    (): TableRow => ({
      cells: columns.map((width) => richCell(writer, width)),
      canSplit,
      repeat: false,
    }),
  );
  const body = random.chance(0.7) ? [...heads, ...rows] : rows;
  writer.blocks.push(tableOf(writer, columns, body, { indentLeft: twip(indent) }));
};

/** Two columns without borders, as a letter's head has them, or a long box of one cell. */
const frameTable = (writer: FlowWriter): void => {
  const { random, look } = writer;
  if (random.chance(0.5)) {
    const rows: TableRow[] = [
      {
        cells: ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'].map((text) =>
          plainCell(writer, text),
        ),
        canSplit: false,
        repeat: false,
      },
      {
        cells: [plainCell(writer, 'CÔNG TY'), plainCell(writer, 'Độc lập - Tự do - Hạnh phúc')],
        canSplit: false,
        repeat: false,
      },
    ];
    writer.blocks.push(tableOf(writer, evenly(look.textWidth, 2), rows, { border: twip(0) }));
    return;
  }
  const format: Partial<ParagraphFormat> = { spaceAfter: twip(60), firstLine: twip(look.indent) };
  const blocks = Array.from({ length: random.int(1, 8) }, () =>
    writer.paragraph('tableCell', [writer.run(prose(writer, random.int(1, 4)))], format),
  );
  const row: TableRow = { cells: [cellOf(blocks)], canSplit: random.chance(0.8), repeat: false };
  writer.blocks.push(tableOf(writer, [look.textWidth], [row]));
};

const PIECES: readonly ((writer: FlowWriter) => void)[] = [
  oddParagraphs,
  oddParagraphs,
  headings,
  longList,
  longList,
  richTable,
  richTable,
  frameTable,
];

export const addBroadPiece = (writer: FlowWriter): void => writer.random.pick(PIECES)(writer);
