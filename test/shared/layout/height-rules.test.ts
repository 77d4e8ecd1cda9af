import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import { lineHeight } from '../../../shared/layout';
import type { Flow, Line } from '../../../shared/model';
import { checkLayout } from './check-layout';
import { flowOf, label, lines, pageBreak, paragraph, run } from './flow-parts';

const linesOf = (flow: Flow): Line[] => checkLayout(flow).pages.flatMap((page) => page.lines);
const TOP = 1134;

describe('heights', () => {
  it('L20: a single line is as high as LibreOffice makes it, for every size in use', () => {
    const measured: Record<number, number> = {
      8: 184,
      9: 207,
      10: 231,
      10.5: 242,
      11: 253,
      11.5: 265,
      12: 276,
      12.5: 288,
      13: 299,
      13.5: 311,
      14: 322,
      14.5: 333,
      15: 345,
      16: 368,
      17: 392,
      18: 414,
      20: 460,
    };
    for (const [points, height] of Object.entries(measured)) {
      expect([points, lineHeight(twip(Number(points) * 20))]).toEqual([points, height]);
    }
  });

  it.each([
    [260, 1.15, 343],
    [260, 1.3, 388],
    [260, 1.5, 448],
    [280, 1.3, 418],
    [280, 1, 322],
    [280, 1.05, 338],
  ])(
    'L21: size %i at spacing %f steps by %i twips; the leading is below the line',
    (fontSize, lineSpacing, step) => {
      const size = twip(fontSize);
      const one = (text: string) =>
        paragraph([run(text, { fontSize: size })], { lineSpacing }, { fontSize: size });
      const [first, second, third] = linesOf(flowOf([one('a\nb'), one('c')]));
      expect(first?.top).toBe(TOP);
      expect(second!.top - first!.top).toBe(step);
      expect(third!.top - second!.top).toBe(step);
      expect(first?.height).toBe(lineHeight(size));
    },
  );

  it('L21: the leading between two paragraphs is that of the upper one', () => {
    const spacings = [1.5, 1, 1.5];
    const tops = linesOf(
      flowOf(spacings.map((lineSpacing) => paragraph('a', { lineSpacing }))),
    ).map(({ top }) => top - TOP);
    expect(tops).toEqual([0, 448, 448 + 299]);
  });

  it('L22: the largest letters make the height of a line, and its label', () => {
    const big = twip(320);
    const flow = flowOf([
      paragraph([run('nhỏ '), run('to', { fontSize: big })]),
      paragraph('nhỏ', {}, { label: label('-'), fontSize: big }),
      paragraph('', {}, { fontSize: big }),
    ]);
    expect(linesOf(flow).map(({ height }) => height)).toEqual([368, 368, 368]);
    // The first baseline of a page is the ascent below the margin.
    expect(linesOf(flowOf([paragraph('a')]))[0]?.baseline).toBe(TOP + 232);
  });

  it('L23: between paragraphs the larger of the two spaces counts', () => {
    const [first, second] = linesOf(
      flowOf([
        paragraph('a', { spaceAfter: twip(200) }),
        paragraph('b', { spaceBefore: twip(300) }),
      ]),
    );
    expect(second!.top - first!.top).toBe(299 + 300);
  });

  it('L24: the space before is dropped at the top of a page, the space after at its foot', () => {
    const list = checkLayout(
      flowOf([
        ...lines(47),
        paragraph('cuối', { spaceAfter: twip(400) }),
        paragraph('đầu', { spaceBefore: twip(240) }),
      ]),
    );
    expect(list.pages.map((page) => page.lines.length)).toEqual([48, 1]);
    expect(list.pages[1]?.lines[0]?.top).toBe(TOP);
  });

  it('L25: on the first page and after a forced break the space before stays', () => {
    const spaced = paragraph('a', { spaceBefore: twip(240) });
    const forced = { spaceBefore: twip(240), pageBreakBefore: true };
    const list = checkLayout(
      flowOf([
        spaced,
        pageBreak(),
        paragraph('b', { spaceBefore: twip(240) }),
        paragraph('c', forced),
      ]),
    );
    expect(list.pages.map((page) => page.lines[0]?.top)).toEqual([TOP + 240, TOP + 240, TOP + 240]);
  });
});
