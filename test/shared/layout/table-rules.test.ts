import { describe, expect, it } from 'vitest';
import { sectionId, twip } from '../../../shared/base';
import type { Block, PageList, ParagraphBlock } from '../../../shared/model';
import { checkLayout } from './check-layout';
import { cell, flowOf, lines, paragraph, row, table, tall } from './flow-parts';

const TOP = 1134;
const LEFT = 1701;
const TWO = [3000, 3000];

const layout = (...blocks: Block[]): PageList => checkLayout(flowOf(blocks));
const textsOf = (list: PageList): string[][] =>
  list.pages.map((page) => page.lines.map(({ spans }) => spans.map(({ text }) => text).join('')));
const codesOf = (list: PageList): string[] => list.diagnostics.map(({ code }) => code);

/** Paragraph of lines named by a letter. */
const named = (letter: string, howMany: number): ParagraphBlock =>
  paragraph(Array.from({ length: howMany }, (_, at) => letter + at).join('\n'));

describe('tables', () => {
  it('L50: cells take the next columns that no cell from above holds', () => {
    const rows = [
      row([cell('a', { rowspan: 2 }), cell('b', { colspan: 2 })]),
      row([cell('c'), cell('d')]),
      row([cell('e', { colspan: 3 })]),
    ];
    const placed = layout(table([1000, 2000, 3000], rows)).pages[0]!.lines;
    expect(placed.map(({ x }) => x - LEFT - 108)).toEqual([0, 1000, 1000, 3000, 0]);
  });

  it('L51: in a cell the spaces before and after count, and the leading of the last line', () => {
    const spaced = paragraph('a', {
      spaceBefore: twip(100),
      spaceAfter: twip(60),
      lineSpacing: 1.5,
    });
    const list = layout(table(TWO, [row([cell([spaced]), cell('b')])]), paragraph('sau'));
    const [first, , after] = list.pages[0]!.lines;
    expect(first?.top).toBe(TOP + 10 + 100);
    expect(after?.top).toBe(TOP + 10 + 100 + 448 + 60 + 10);
  });

  it('L52: a row is as high as its highest cell; a cell over rows stretches the last of them', () => {
    const rows = [
      row([cell([named('a', 5)], { rowspan: 2 }), cell([named('b', 2)])]),
      row([cell('c')]),
      row([cell('d'), cell('e')]),
    ];
    const placed = layout(table(TWO, rows)).pages[0]!.lines;
    const topOf = (text: string): number =>
      placed.find(({ spans }) => spans[0]?.text === text)!.top - TOP;
    expect(topOf('c')).toBe(10 + 2 * 299 + 10);
    expect(topOf('d')).toBe(10 + 5 * 299 + 10);
  });

  it('L53: rows joined by a cell part at the end of a page, and the cell goes on below', () => {
    const rows = [
      row([cell([named('a', 3)], { rowspan: 3 }), cell('b')]),
      row([cell('c')]),
      row([cell('d')]),
      row([cell('e'), cell('f')]),
    ];
    const list = layout(...lines(46), table(TWO, rows));
    expect(textsOf(list)[0]?.slice(46)).toEqual(['a0', 'b', 'a1', 'c'].sort());
    expect([...(textsOf(list)[1] ?? [])].sort()).toEqual(['a2', 'd', 'e', 'f']);
  });

  it('L54: a row that may be split parts between lines; the last line needs the space below it', () => {
    const rows = [row([cell([named('a', 5)]), cell('b')])];
    const list = layout(...lines(45), table(TWO, rows));
    expect(textsOf(list)[0]?.slice(45)).toEqual(['a0', 'a1', 'a2', 'b']);
    expect(textsOf(list)[1]).toEqual(['a3', 'a4']);
    // A cell that would get no line at all keeps the row together.
    const tallLine = paragraph('x', {}, { fontSize: twip(800) });
    const big = { ...tallLine, runs: [{ ...tallLine.runs[0]!, fontSize: twip(800) }] };
    const whole = layout(...lines(46), table(TWO, [row([cell([named('a', 4)]), cell([big])])]));
    expect(textsOf(whole)[0]?.length).toBe(46);
    const open = paragraph('z0\nz1', { lineSpacing: 1.5 });
    const spaced = layout(...lines(46), table(TWO, [row([cell([open]), cell('b')])]));
    expect(textsOf(spaced).map((page) => page.includes('z1'))).toEqual([false, true]);
  });

  it('L54: a row that may not be split moves on as a whole', () => {
    const rows = [
      row([cell('p'), cell('q')]),
      row([cell([named('a', 4)]), cell('b')], { canSplit: false }),
    ];
    const list = layout(...lines(44), table(TWO, rows));
    expect(textsOf(list)[0]?.slice(44)).toEqual(['p', 'q']);
    expect(textsOf(list)[1]).toEqual(['a0', 'a1', 'a2', 'a3', 'b']);
  });

  it('L55: head rows do not stand alone at the foot of a page, nor does a heading', () => {
    const head = row([cell('đầu'), cell('x')], { repeat: true, canSplit: false });
    const body = row([cell([named('a', 3)]), cell('b')], { canSplit: false });
    const list = layout(...lines(45), table(TWO, [head, body]));
    expect(textsOf(list)[0]?.length).toBe(45);
    const heading = paragraph('mục', { keepNext: true });
    const withHeading = layout(...lines(44), heading, table(TWO, [head, body]));
    expect(textsOf(withHeading)[0]?.length).toBe(44);
    const long = row([cell([named('a', 5)]), cell('b')]);
    const split = layout(...lines(44), table(TWO, [head, long]));
    expect(textsOf(split)[0]?.slice(44)).toEqual(['đầu', 'x', 'a0', 'a1', 'a2', 'b']);
  });

  it('L56: a row that no page can hold is split where it stands, and that is said when it may not', () => {
    const rows = [row([cell([named('a', 60)]), cell('b')], { canSplit: false })];
    const list = layout(...lines(5), table(TWO, rows));
    expect(list.pages.map((page) => page.lines.length)).toEqual([5 + 43 + 1, 17]);
    expect(codesOf(list)).toEqual(['forced-split']);
    const allowed = layout(...lines(5), table(TWO, [{ ...rows[0]!, canSplit: true }]));
    expect(codesOf(allowed)).toEqual([]);
  });

  it('L62: a row parts only where widow control is content with every cell, else it moves on', () => {
    const oneLeft = layout(...lines(45), table(TWO, [row([cell([named('a', 4)]), cell('b')])]));
    expect(textsOf(oneLeft)[0]?.length).toBe(45);
    const oneAbove = [row([cell([named('a', 4)]), cell([named('b', 3)])])];
    expect(textsOf(layout(...lines(46), table(TWO, oneAbove)))[0]?.length).toBe(46);
    const free = paragraph('a0\na1\na2\na3', { widowControl: false });
    const alone = layout(...lines(45), table(TWO, [row([cell([free]), cell('b')])]));
    expect(textsOf(alone)[1]).toEqual(['a3']);
    const kept = paragraph('a0\na1\na2\na3\na4\na5', { keepLines: true });
    const whole = layout(...lines(45), table(TWO, [row([cell([kept]), cell('b')])]));
    expect(textsOf(whole)[0]?.length).toBe(45);
    // More than half of the page would stay empty.
    const high = layout(...lines(22), table(TWO, [row([cell([named('a', 27)]), cell('b')])]));
    expect(textsOf(high)[1]).toEqual(['a26']);
  });

  it('L62: a row whose lines all fit, but not the space below them, moves on, too', () => {
    const rows = [row([cell([paragraph('a', { spaceAfter: twip(200) })]), cell('b')])];
    expect(textsOf(layout(...lines(47), table(TWO, rows)))[0]?.length).toBe(47);
    const doubtful = [named('b', 2), paragraph('c', { spaceAfter: twip(200) })];
    const beside = [row([cell(doubtful), cell([named('a', 6)])])];
    expect(textsOf(layout(...lines(45), table(TWO, beside)))[0]?.length).toBe(45);
    const apart = [row([cell([named('b', 2), paragraph('c')]), cell([named('a', 6)])])];
    expect(textsOf(layout(...lines(45), table(TWO, apart)))[0]?.length).toBe(45 + 6);
  });

  it('L63: below a heading that is kept with its table no row parts on the page they start on', () => {
    const heading = paragraph('mục', { keepNext: true });
    const long = row([cell([named('a', 8)]), cell('b')]);
    const short = row([cell('p'), cell('q')]);
    const list = layout(...lines(41), heading, table(TWO, [short, long]));
    expect(textsOf(list)[0]?.slice(41)).toEqual(['mục', 'p', 'q']);
    const free = layout(...lines(41), paragraph('mục'), table(TWO, [short, long]));
    expect(textsOf(free)[0]?.slice(44)).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'b']);
    // The start of the table moves on with its heading.
    expect(textsOf(layout(...lines(41), heading, table(TWO, [long])))[0]?.length).toBe(41);
    // More than half of the page would stay empty.
    const high = row([cell([named('a', 26)]), cell('b')]);
    const parted = layout(...lines(30), heading, table(TWO, [high]));
    expect(textsOf(parted)[0]?.length).toBe(30 + 1 + 17 + 1);
  });

  it('L57: head rows are repeated on each page, unless they are too high or reach into the body', () => {
    const head = row([cell('đầu'), cell('x')], { repeat: true, canSplit: false });
    const body = Array.from({ length: 60 }, () => row([cell('a'), cell('b')]));
    const list = layout(table(TWO, [head, ...body]));
    expect(textsOf(list).map(([first]) => first)).toEqual(['đầu', 'đầu']);
    const high = row([cell([named('h', 30)]), cell('x')], { repeat: true, canSplit: false });
    expect(textsOf(layout(table(TWO, [high, ...body])))[1]?.[0]).toBe('a');
    const reaching = row([cell('đầu', { rowspan: 2 }), cell('x')], { repeat: true });
    const joined = layout(table(TWO, [reaching, row([cell('b')]), ...body]));
    expect(textsOf(joined)[1]?.[0]).toBe('a');
  });

  it('L58: columns end on ten-thousandths of the table’s width, cut to whole twips', () => {
    const rule = layout(table([1855, 6838], [row([cell('a'), cell('b')])])).pages[0]!.rules;
    const edges = [...new Set(rule.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1 - LEFT))];
    expect(edges).toEqual([0, 1855, 8693]);
    const other = layout(table([1366, 7987], [row([cell('a'), cell('b')])])).pages[0]!.rules;
    expect(other.some(({ x1, x2 }) => x1 === x2 && x1 - LEFT === 1365)).toBe(true);
  });

  it('L59: each row has one border above it, the table one more below; borders are not doubled', () => {
    const rows = [row([cell('a', { colspan: 2 })]), row([cell('b'), cell('c')])];
    const [page] = layout(table(TWO, rows, { cellMargin: { x: twip(108), y: twip(57) } })).pages;
    const pitch = 10 + 2 * 57 + 299;
    const isFlat = ({ y1, y2 }: { y1: number; y2: number }): boolean => y1 === y2;
    expect(page!.rules.filter(isFlat).map(({ y1 }) => y1 - TOP)).toEqual([
      5,
      pitch + 5,
      2 * pitch + 5,
    ]);
    // Two columns at first, then three upright borders.
    expect(page!.rules.filter((rule) => !isFlat(rule)).length).toBe(2 + 3);
    expect(layout(table(TWO, rows, { border: twip(0) })).pages[0]!.rules).toEqual([]);
    const wide = layout(table([6000, 6000], [row([cell('a'), cell('b')])]));
    expect(codesOf(wide)).toEqual(['too-wide']);
  });

  it('L61: lines side by side count once for the section', () => {
    const section = sectionId('noi-dung');
    const one = {
      ...table(TWO, [row([cell([named('a', 3)]), cell([named('b', 2)])])]),
      section,
    };
    const list = layout(one, { ...tall(2), section });
    expect(list.sectionLines).toEqual([{ section, lines: 5, share: 1 }]);
  });
});
