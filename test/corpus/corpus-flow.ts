import { twip } from '../../shared/base';
import type {
  Alignment,
  Block,
  Flow,
  ListLabel,
  PageGeometry,
  ParagraphBlock,
  ParagraphFormat,
  ParagraphRole,
  Run,
  SignatureGroup,
  TableBlock,
  TableCell,
  TableRow,
} from '../../shared/model';
import { addBroadPiece } from './broad-pieces';
import { type Random, randomOf } from './random';
import { headingText, paragraphText, rareText, sentence, shortText } from './vietnamese-prose';

/** Typography of one document, in twips; within the ranges that the forms allow. */
interface Look {
  readonly fontSize: number;
  readonly lineSpacing: number;
  readonly spaceAfter: number;
  readonly indent: number;
  readonly textWidth: number;
  /** How many sentences carry figures, 0 … 1. */
  readonly density: number;
  /** How many paragraphs mix faces, 0 … 1. */
  readonly mix: number;
  /** Joined cells, tabs, spaces that do not break and other rarities, too. */
  readonly isRare: boolean;
}

const A4_SHORT = 11906;
const A4_LONG = 16838;
const MM = 1440 / 25.4;
const mm = (value: number) => twip(Math.round(value * MM));

const geometryOf = (random: Random, fontSize: number): PageGeometry => {
  const isWide = random.chance(0.08);
  const fromPage = random.chance(0.85) ? 2 : 1;
  return {
    width: twip(isWide ? A4_LONG : A4_SHORT),
    height: twip(isWide ? A4_SHORT : A4_LONG),
    marginTop: mm(random.int(20, 25)),
    marginBottom: mm(random.int(20, 25)),
    marginLeft: mm(random.int(30, 35)),
    marginRight: mm(random.int(15, 20)),
    pageNumber: random.chance(0.9) ? { fromPage, fontSize: twip(fontSize), fromTop: mm(10) } : null,
  };
};

const lookOf = (random: Random, fontSize: number, textWidth: number, isRare: boolean): Look => ({
  isRare,
  fontSize,
  lineSpacing: random.pick([1, 1, 1.05, 1.1, 1.15, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5]),
  spaceAfter: 20 * random.pick([0, 3, 6, 6, 6, 8, 10, 12]),
  indent: mm(random.pick([10, 12, 12.7])),
  textWidth,
  density: random.pick([0.1, 0.3, 0.6]),
  mix: random.pick([0, 0.1, 0.4]),
});

/** From this seed on documents have what proposals rarely have. */
export const RARE_SEEDS = 10_000;
/** From this seed on they have, besides, all that papers may have. */
export const BROAD_SEEDS = 40_000;

/** Everything a document is made of; ids count up within it. */
export class FlowWriter {
  readonly blocks: Block[] = [];
  readonly random: Random;
  readonly look: Look;
  private count = 0;
  private cellFormat: Partial<ParagraphFormat> = { spaceAfter: twip(0), lineSpacing: 1 };

  constructor(random: Random, look: Look) {
    this.random = random;
    this.look = look;
  }

  newId(kind: string): string {
    this.count += 1;
    return `${kind}-${this.count}`;
  }

  run(text: string, more: Partial<Run> = {}): Run {
    return {
      text,
      bold: false,
      italic: false,
      underline: false,
      strike: false,
      script: 'normal',
      fontSize: twip(this.look.fontSize),
      ...more,
    };
  }

  paragraph(
    role: ParagraphRole,
    runs: readonly Run[],
    format: Partial<ParagraphFormat> = {},
    label: ListLabel | null = null,
  ): ParagraphBlock {
    return {
      kind: 'paragraph',
      id: this.newId('p'),
      section: null,
      source: null,
      role,
      format: {
        align: 'justify',
        indentLeft: twip(0),
        indentRight: twip(0),
        firstLine: twip(0),
        spaceBefore: twip(0),
        spaceAfter: twip(this.look.spaceAfter),
        lineSpacing: this.look.lineSpacing,
        keepNext: false,
        keepLines: false,
        widowControl: true,
        pageBreakBefore: false,
        ...format,
      },
      label,
      runs,
      fontSize: twip(this.look.fontSize),
    };
  }

  /** Cuts a text at spaces into runs of different faces. */
  mixed(text: string): Run[] {
    const { random } = this;
    if (!random.chance(this.look.mix)) return [this.run(text)];
    const words = text.split(' ');
    const runs: Run[] = [];
    for (let at = 0; at < words.length; ) {
      const length = random.int(2, 14);
      const piece = words.slice(at, at + length).join(' ');
      at += length;
      const face = random.pick([
        {},
        {},
        { bold: true },
        { italic: true },
        { bold: true, italic: true },
        { underline: true },
      ]);
      runs.push(this.run(at < words.length ? `${piece} ` : piece, face));
      if (random.chance(0.05))
        runs.push(this.run('2', { script: random.pick(['superscript', 'subscript']) }));
    }
    return runs;
  }

  title(): void {
    const center: Partial<ParagraphFormat> = { align: 'center', keepNext: true };
    this.blocks.push(
      this.paragraph(
        'title',
        [this.run('ĐỀ XUẤT NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ', { bold: true })],
        center,
      ),
    );
    this.blocks.push(
      this.paragraph('title', [this.run(headingText(this.random), { italic: true })], {
        align: 'center',
      }),
    );
  }

  heading(number: number): void {
    const text = `${number}. ${headingText(this.random)}`;
    this.blocks.push(
      this.paragraph('heading', [this.run(text, { bold: true })], {
        firstLine: twip(this.look.indent),
        keepNext: true,
        ...(this.look.isRare ? { spaceBefore: twip(20 * this.random.int(0, 12)) } : {}),
      }),
    );
  }

  prose(): void {
    const { random, look } = this;
    const text = paragraphText(random, random.int(1, 7), look.density);
    const align: Alignment = random.chance(0.9) ? 'justify' : 'left';
    const runs = this.mixed(text);
    if (random.chance(0.03)) runs.push(this.run(`\n${sentence(random, look.density)}`));
    const rare = look.isRare ? this.rareProse(runs) : {};
    this.blocks.push(
      this.paragraph('body', runs, { align, firstLine: twip(look.indent), ...rare }),
    );
    if (random.chance(0.04)) this.blocks.push(this.paragraph('body', []));
  }

  /** Adds what proposals rarely have to a paragraph's end; gives a format to match. */
  private rareProse(runs: Run[]): Partial<ParagraphFormat> {
    const { random } = this;
    if (random.chance(0.4)) runs.push(this.run(` ${rareText(random)}`));
    if (random.chance(0.1)) runs.push(this.run(`\tKý hiệu:\t${random.int(1, 99)}`));
    return random.chance(0.1) ? { keepLines: true } : {};
  }

  list(): void {
    const { random, look } = this;
    const ordered = random.chance(0.4);
    const listId = this.newId('list');
    const hang = 360;
    const items = random.int(2, 6);
    for (let item = 1; item <= items; item += 1) {
      this.item(
        {
          text: ordered ? `${item}.` : '-',
          level: 0,
          ordered,
          value: ordered ? item : null,
          listId,
        },
        look.indent + hang,
        hang,
      );
      if (!random.chance(0.25)) continue;
      const inner = this.newId('list');
      for (let sub = 1; sub <= random.int(1, 3); sub += 1) {
        const text = ordered ? `${String.fromCharCode(96 + sub)})` : '+';
        this.item(
          { text, level: 1, ordered, value: ordered ? sub : null, listId: inner },
          look.indent + 2 * hang,
          hang,
        );
      }
    }
  }

  private item(label: ListLabel, left: number, hang: number): void {
    const { random, look } = this;
    const runs = this.mixed(paragraphText(random, random.int(1, 2), look.density));
    const format = { indentLeft: twip(left), firstLine: twip(-hang) };
    this.blocks.push(this.paragraph('listItem', runs, format, label));
  }

  private cell(text: string, more: Partial<TableCell> = {}, align: Alignment = 'left'): TableCell {
    const format = { align, ...this.cellFormat };
    const runs = text === '' ? [] : [this.run(text, { bold: more.header === true })];
    const blocks = [this.paragraph('tableCell', runs, format)];
    if (more.header !== true && this.random.chance(0.1)) {
      blocks.push(this.paragraph('tableCell', [this.run(shortText(this.random))], format));
    }
    return { colspan: 1, rowspan: 1, header: false, blocks, ...more };
  }

  table(): void {
    const { random, look } = this;
    if (look.isRare) {
      this.cellFormat = {
        spaceBefore: twip(random.pick([0, 0, 40])),
        spaceAfter: twip(random.pick([0, 40, 120])),
        lineSpacing: random.pick([1, look.lineSpacing]),
      };
    }
    const count = random.int(2, 5);
    const columns = columnWidths(random, count, look.textWidth);
    const head: TableRow = {
      cells: columns.map((_, at) =>
        this.cell(
          at === 0 ? 'TT' : random.pick(['Nội dung', 'Đơn vị', 'Ghi chú', 'Kinh phí (đồng)']),
          { header: true },
          'center',
        ),
      ),
      canSplit: false,
      repeat: random.chance(0.7),
    };
    const canSplit = random.chance(0.5);
    const rows = Array.from({ length: random.int(1, 14) }, (_, row): TableRow => {
      const joined = count > 2 && random.chance(0.08);
      const cells = columns.map((width, at) => {
        if (at === 0) return this.cell(String(row + 1), {}, 'center');
        const isLong = width > 2400 && random.chance(0.5);
        return this.cell(
          isLong ? paragraphText(random, random.int(1, 2), look.density) : shortText(random),
        );
      });
      if (joined) cells.splice(1, 2, this.cell(shortText(random), { colspan: 2 }));
      return { cells, canSplit, repeat: false };
    });
    const table: TableBlock = {
      kind: 'table',
      id: this.newId('t'),
      section: null,
      source: null,
      columns: columns.map(twip),
      indentLeft: twip(0),
      rows: [head, ...(look.isRare ? joinRows(random, rows, count) : rows)],
      border: twip(random.pick([10, 10, 5, 20])),
      cellMargin: { x: twip(108), y: twip(random.pick([0, 0, 40])) },
    };
    this.blocks.push(table);
    if (random.chance(0.5)) this.blocks.push(this.paragraph('body', []));
  }

  signature(): void {
    const half = twip(Math.round(this.look.textWidth / 2));
    const line = (text: string, more: Partial<Run> = {}) =>
      this.paragraph('signature', text === '' ? [] : [this.run(text, more)], {
        align: 'center',
        indentLeft: half,
        spaceAfter: twip(0),
      });
    const group: SignatureGroup = {
      kind: 'signature',
      id: this.newId('s'),
      minLinesBefore: 2,
      blocks: [
        line('Hải Phòng, ngày 15 tháng 7 năm 2023', { italic: true }),
        line('GIÁM ĐỐC', { bold: true }),
        line(''),
        line(''),
        line(''),
        line('Nguyễn Văn Ứng', { bold: true }),
      ],
    };
    this.blocks.push(group);
  }
}

/** Joins cells of some columns over two or three rows. */
const joinRows = (random: Random, rows: readonly TableRow[], count: number): TableRow[] => {
  const joined = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  for (let first = 0; first < joined.length; ) {
    const group = joined.slice(first, first + random.int(1, 3));
    first += group.length;
    const isPlain = group.length > 1 && group.every(({ cells }) => cells.length === count);
    if (!isPlain || !random.chance(0.5)) continue;
    const column = random.int(0, count - 1);
    group.forEach(({ cells }, at) => {
      const cell = cells[column];
      if (at > 0) cells.splice(column, 1);
      else if (cell !== undefined) cells[column] = { ...cell, rowspan: group.length };
    });
  }
  return joined;
};

const columnWidths = (random: Random, count: number, total: number): number[] => {
  const first = 800;
  const shares = Array.from({ length: count - 1 }, () => random.pick([1, 1, 2, 3]));
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => Math.floor(((total - first) * share) / sum));
  return [first, ...widths];
};

/**
 * One document of Vietnamese office prose, lists and tables, 1 to about 12 pages, in any legal
 * typography. The same seed gives the same document for ever: failing seeds are kept by number.
 */
export const corpusFlow = (seed: number): Flow => {
  const random = randomOf(seed);
  const fontSize = random.pick([260, 260, 270, 280, 280, 280]);
  const page = geometryOf(random, fontSize);
  const textWidth = page.width - page.marginLeft - page.marginRight;
  const writer = new FlowWriter(random, lookOf(random, fontSize, textWidth, seed >= RARE_SEEDS));
  writer.title();
  const parts = random.int(1, 10);
  for (let part = 1; part <= parts; part += 1) {
    writer.heading(part);
    const pieces = random.int(1, 6);
    for (let piece = 0; piece < pieces; piece += 1) {
      if (seed >= BROAD_SEEDS && random.chance(0.45)) {
        addBroadPiece(writer);
        continue;
      }
      const kind = random.next();
      if (kind < 0.68) writer.prose();
      else if (kind < 0.88) writer.list();
      else writer.table();
    }
    if (random.chance(0.02)) writer.blocks.push({ kind: 'pageBreak', id: `break-${part}` });
  }
  if (random.chance(0.8)) writer.signature();
  return { page, blocks: writer.blocks, language: 'vi-VN', title: `Văn bản số ${seed}` };
};
