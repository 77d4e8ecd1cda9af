import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import {
  countCertainty,
  createLayoutEngine,
  layoutAsLibreOffice7,
  layoutFlow,
} from '../../../shared/layout';
import type { CountCertainty, Flow } from '../../../shared/model';
import { corpusFlow } from '../../corpus';
import { cell, flowOf, lines, paragraph, row, table, tall } from './flow-parts';

const certaintyOf = (flow: Flow): CountCertainty => countCertainty(flow, layoutFlow(flow));

describe('how sure the count is', () => {
  it('L70: a count is sure when the longest and the shortest reading come to it', () => {
    expect(certaintyOf(flowOf(lines(60)))).toEqual({
      pages: 2,
      sure: true,
      min: 2,
      max: 2,
      reasons: [],
    });
    for (let seed = 3_000; seed < 3_040; seed += 1) {
      const flow = corpusFlow(seed);
      const { pages, sure, min, max, reasons } = certaintyOf(flow);
      expect(pages).toBe(layoutFlow(flow).pages.length);
      expect([min <= pages, pages <= max]).toEqual([true, true]);
      expect(sure).toBe(min === max);
      expect(sure).toBe(reasons.length === 0);
      // LibreOffice 7 is another program.
      const other = layoutAsLibreOffice7(flow).pages.length;
      expect(other >= min && other <= max, `seed ${seed}`).toBe(true);
    }
  });

  it('L71: whether the leading below the last line of a page has to fit is not known', () => {
    // 14 pt at 1.3: the 35th line fits only without its leading.
    const size = twip(280);
    const one = paragraph('a', { lineSpacing: 1.3 }, { fontSize: size });
    const blocks = Array.from({ length: 35 }, (_, at) => ({
      ...one,
      id: `p${at}`,
      runs: one.runs.map((run) => ({ ...run, fontSize: size })),
    }));
    expect(certaintyOf(flowOf(blocks))).toEqual({
      pages: 1,
      sure: false,
      min: 1,
      max: 2,
      reasons: ['last-line-leading'],
    });
    expect(certaintyOf(flowOf(blocks.slice(1))).sure).toBe(true);
  });

  it('L72: how much of its borders another program adds to a row is not known', () => {
    const rows = Array.from({ length: 47 }, () => row([cell('a'), cell('b')]));
    const { sure, max, reasons } = certaintyOf(flowOf([table([3000, 3000], rows)]));
    expect([sure, max, reasons]).toEqual([false, 2, ['table-borders']]);
  });

  it('L73: text may be a five-hundredth wider or narrower elsewhere', () => {
    const word = 'n'.repeat(69);
    // Each paragraph fits its line with a hair to spare.
    const room = twip(11906 - 1701 - 1134 - 69 * 130 - 5);
    const tight = Array.from({ length: 48 }, () => paragraph(word, { indentRight: room }));
    const { sure, min, max, reasons } = certaintyOf(flowOf(tight));
    expect([sure, min, reasons]).toEqual([false, 1, ['line-width']]);
    expect(max).toBeGreaterThan(1);
  });

  it('L74: another program may not round the height of a line', () => {
    // 13.5 pt: 311 twips here, 310.47 by the font.
    const size = twip(270);
    const height = 46 * 311 - 10;
    const one = paragraph('a', {}, { fontSize: size });
    const blocks = Array.from({ length: 46 }, (_, at) => ({
      ...one,
      id: `p${at}`,
      runs: one.runs.map((run) => ({ ...run, fontSize: size })),
    }));
    const flow = flowOf(blocks, { marginBottom: twip(16838 - 1134 - height) });
    expect(certaintyOf(flow)).toMatchObject({ pages: 2, sure: false, min: 1, max: 2 });
  });

  it('L75: LibreOffice 7 rounds each width to a sixth of a twip, and nothing else differs', () => {
    // 'a' at 13 pt: 115.40 twips, there 115.33.
    const text = 'a'.repeat(60);
    const flow = flowOf([paragraph(text)]);
    const widthOf = (list: ReturnType<typeof layoutFlow>): number =>
      list.pages[0]!.lines[0]!.spans[0]!.width;
    expect(widthOf(layoutFlow(flow))).toBeCloseTo((60 * 909 * 260) / 2048, 9);
    expect(widthOf(layoutAsLibreOffice7(flow))).toBeCloseTo((60 * 692) / 6, 9);
  });

  it('L76: a row that parts only because it is high may move on as a whole elsewhere', () => {
    const high = row([cell([tall(26)]), cell('b')]);
    const sure = certaintyOf(flowOf([...lines(30), table([3000, 3000], [high])]));
    expect([sure.sure, sure.min, sure.max]).toEqual([true, 2, 2]);
    const blocks = [...lines(30), table([3000, 3000], [high]), ...lines(33)];
    expect(certaintyOf(flowOf(blocks))).toMatchObject({
      pages: 2,
      sure: false,
      max: 3,
      reasons: ['table-rows'],
    });
  });

  it('L76: a row that no page holds may begin on a page of its own elsewhere', () => {
    const taller = row([cell([tall(60)]), cell('b')]);
    const found = certaintyOf(flowOf([...lines(30), table([3000, 3000], [taller])]));
    expect(found).toMatchObject({ pages: 2, sure: false, min: 2, max: 3 });
    expect(found.reasons).toContain('table-rows');
  });

  it('L82: the engine says the same with its caches', () => {
    const engine = createLayoutEngine();
    for (const seed of [3, 4, 5, 3]) {
      const flow = corpusFlow(seed);
      expect(engine.certainty(flow)).toEqual(certaintyOf(flow));
    }
  });
});
