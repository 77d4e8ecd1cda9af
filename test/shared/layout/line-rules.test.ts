import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import { glyphAdvance, layoutFlow } from '../../../shared/layout';
import type { Flow, Line, ParagraphFormat } from '../../../shared/model';
import { checkLayout } from './check-layout';
import { FONT_SIZE, flowOf, label, paragraph } from './flow-parts';

const COLUMN = 11906 - 1701 - 1134;

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, c) => sum + (glyphAdvance('regular', c.codePointAt(0)!) ?? 0) * FONT_SIZE,
    0,
  ) / 2048;

const linesOf = (flow: Flow): Line[] => checkLayout(flow).pages.flatMap(({ lines }) => lines);
const textOf = ({ spans }: Line): string => spans.map(({ text }) => text).join('');

/** Lines of a text in a room that ends exactly after `fitting`. */
const brokenAfter = (
  text: string,
  fitting: string,
  format: Partial<ParagraphFormat> = {},
): string[] =>
  linesOf(
    flowOf([
      paragraph(text, { ...format, indentRight: twip(COLUMN - Math.ceil(widthOf(fitting))) }),
    ]),
  ).map(textOf);

describe('lines', () => {
  it('L10: a line takes words while they fit exactly; spaces at its end hang', () => {
    const word = 'n'.repeat(10);
    expect(brokenAfter(`${word} ${word}    ${word}`, `${word} ${word}`)).toEqual([
      `${word} ${word}`,
      word,
    ]);
    const flow = flowOf([
      paragraph(`${word} ${word}`, {
        indentRight: twip(COLUMN - Math.ceil(widthOf(`${word} ${word}`)) + 1),
      }),
    ]);
    expect(linesOf(flow).length).toBe(2);
  });

  it.each([
    ['a (bcd) e', 'a (bcd', ['a', '(bcd)', 'e']],
    ['ab “cd” ef', 'ab “cd', ['ab', '“cd”', 'ef']],
    ['ab cd, ef', 'ab cd', ['ab', 'cd,', 'ef']],
    ['ab – cd ef', 'ab –', ['ab –', 'cd', 'ef']],
    ['ab 1.000.000 c', 'ab 1.000', ['ab', '1.000.0', '00 c']],
  ])('L11: %s ends its lines where UAX #14 lets it', (text, fitting, expected) => {
    expect(brokenAfter(text, fitting)).toEqual(expected);
  });

  it.each([
    ['tel 3825-1234 x', 'tel 3825-', ['tel 3825-', '1234 x']],
    ['NĐ-CP về a', 'NĐ-', ['NĐ-', 'CP', 'về a']],
    ['ở -10 độ', 'ở -', ['ở -', '10', 'độ']],
  ])('L12: %s may end a line after its hyphen', (text, fitting, expected) => {
    expect(brokenAfter(text, fitting)).toEqual(expected);
  });

  it.each([
    ['mã HS-2024 xyz', 'mã HS-', ['mã', 'HS-20', '24 xyz']],
    ['ngày từ 8h-11h30 a', 'ngày từ 8h-', ['ngày từ', '8h-11h30 a']],
  ])('L12: %s does not end a line after its hyphen', (text, fitting, expected) => {
    expect(brokenAfter(text, fitting)).toEqual(expected);
  });

  it('L10: spaces of other widths do not hang', () => {
    expect(brokenAfter('abc\u2003\u2003d', 'abc')).toEqual(['abc', '\u2003', '\u2003', 'd']);
  });

  it('L13: a line feed ends its line before a backslash, too', () => {
    expect(brokenAfter('ab\n\\cd ef', 'ab \\cd ef')).toEqual(['ab', '\\cd ef']);
  });

  it('L15: a word behind a tab is cut where the line ends, not where it would without the tab', () => {
    const lines = brokenAfter('\tnnnnnnnnnnnnnnnnnnnn', 'nnnnnnnnnnnn');
    expect(lines[0]?.length).toBeLessThan(lines[1]?.length ?? 0);
    expect(lines.join('')).toBe('nnnnnnnnnnnnnnnnnnnn');
  });

  it('L13: what hangs together by strokes goes to the next line as a whole', () => {
    expect(brokenAfter('số 13/2023/NĐ-CP về', 'số 13/2023/N')).toEqual([
      'số',
      '13/2023/NĐ-',
      'CP về',
    ]);
    expect(brokenAfter('tại ab-cd/ef-gh i', 'tại ab-cd/e')).toEqual(['tại', 'ab-cd/ef-', 'gh i']);
    // Where the whole does not fit on a line of its own it is cut between letters.
    expect(brokenAfter('x abcdef/ghi', 'abcdef/g')).toEqual(['x', 'abcdef/g', 'hi']);
    // Only where no space is near before it a line ends after a stroke.
    expect(brokenAfter('abcdef/ghi', 'abcdef/g')).toEqual(['abcdef/', 'ghi']);
    expect(brokenAfter('tệp C:\\ab\\cd e', 'tệp C:\\ab\\')).toEqual(['tệp C:\\ab\\', 'cd e']);
  });

  it('L14: a line ends at a space that does not fit itself, even before a sign that would not start one', () => {
    expect(brokenAfter('ab ; cd', 'ab')).toEqual(['ab', ';', 'cd']);
    expect(brokenAfter('a b ; cd', 'a b ')).toEqual(['a', 'b ;', 'cd']);
  });

  it('L15: a word wider than the line is cut between letters, marks stay with theirs', () => {
    expect(brokenAfter('nnnnnnnn', 'nnn')).toEqual(['nnn', 'nnn', 'nn']);
    expect(brokenAfter('xx nnnnn', 'nnn')).toEqual(['xx', 'nnn', 'nn']);
    const marked = 'e\u0323\u0302'.repeat(6);
    for (const line of brokenAfter(marked, 'ee')) expect(line).toMatch(/^(e\u0323\u0302)+$/);
    const list = checkLayout(flowOf([paragraph('nn', { indentRight: twip(COLUMN - 50) })]));
    expect(list.diagnostics.map(({ code }) => code)).toEqual(['too-wide', 'too-wide']);
  });

  it('L15: wherever it is cut, nothing of the word is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 2_000 }),
        (word, room) => {
          checkLayout(flowOf([paragraph(word, { indentRight: twip(COLUMN - room) })]));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('L16: an empty paragraph is a line, and so is what follows a last line feed', () => {
    const lines = linesOf(flowOf([paragraph(''), paragraph('một\n'), paragraph('a\n\nb')]));
    expect(lines.map(textOf)).toEqual(['', 'một', '', 'a', '', 'b']);
    expect(lines.map(({ height }) => height)).toEqual([299, 299, 299, 299, 299, 299]);
  });

  it('L17: a label starts at the first-line indent; the text at the left indent or the next tab stop', () => {
    const xs = (text: string, left: number, first: number): number[] =>
      linesOf(
        flowOf([
          paragraph(
            'nội dung '.repeat(20).trim(),
            { indentLeft: twip(left), firstLine: twip(first) },
            { label: label(text) },
          ),
        ]),
      )
        .flatMap(({ spans }) => spans)
        .slice(0, 3)
        .map(({ x }) => Math.round(x - 1701));
    expect(xs('-', 567, -284)).toEqual([283, 567, 567]);
    expect(xs('Điều 98.', 567, -284)).toEqual([283, 1440, 567]);
    expect(xs('-', 0, 720)).toEqual([720, 1440, 0]);
  });

  it('L18: justified lines reach the edge, but for last ones, forced ones and those with tabs', () => {
    const words = 'quản lý chất lượng sản phẩm theo tiêu chuẩn quốc tế '.repeat(3);
    const lines = linesOf(
      flowOf([
        paragraph(`${words}\n${words}`, { align: 'justify', firstLine: twip(567) }),
        paragraph(`Tên:\t${words}`, { align: 'justify' }),
      ]),
    );
    for (const line of lines) {
      const last = line.spans.at(-1)!;
      const edge = last.x + last.width - 1701;
      const isOpen = line.last || textOf(line).startsWith('Tên:') || line.wordGap === 0;
      if (isOpen) expect(line.wordGap).toBe(0);
      else expect(edge).toBeCloseTo(COLUMN, 6);
    }
    expect(lines.some(({ wordGap }) => wordGap > 0)).toBe(true);
    const [moved] = linesOf(flowOf([paragraph('Số:\t12', { align: 'right' })]));
    const behindTab = moved!.spans.at(-1)!;
    expect(behindTab.x + behindTab.width - 1701).toBeCloseTo(COLUMN, 6);
    expect(behindTab.x - moved!.x).toBe(720);
    const xOf = (align: ParagraphFormat['align']): number =>
      linesOf(flowOf([paragraph('giữa', { align })]))[0]!.x - 1701;
    const width = widthOf('giữa');
    expect(xOf('right')).toBeCloseTo(COLUMN - width, 6);
    expect(xOf('center')).toBeCloseTo((COLUMN - width) / 2, 6);
  });

  it('L18: the first line stands at the first-line indent, the others at the left indent', () => {
    const words = 'quản lý chất lượng sản phẩm theo tiêu chuẩn quốc tế '.repeat(3).trim();
    const lines = layoutFlow(
      flowOf([paragraph(words, { indentLeft: twip(800), firstLine: twip(-400) })]),
    ).pages[0]!.lines;
    expect(lines.map(({ x }) => x - 1701)).toEqual([400, 800]);
  });
});
