import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twip } from '../../../shared/base';
import { countCertainty, createLayoutEngine, layoutFlow } from '../../../shared/layout';
import { checkLayout } from './check-layout';
import { flowOf, paragraph } from './flow-parts';
import { hostileFlow } from './hostile-flow';

const hasOnlyNumbers = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(hasOnlyNumbers);

describe('hostile input', { timeout: 120_000 }, () => {
  it('ends, within the page cap, with numbers everywhere and the laws unbroken', () => {
    fc.assert(
      fc.property(hostileFlow, (flow) => {
        const list = checkLayout(flow);
        expect(hasOnlyNumbers(list)).toBe(true);
        const { min, max, pages } = countCertainty(flow, list);
        expect(min).toBeLessThanOrEqual(pages);
        expect(max).toBeGreaterThanOrEqual(pages);
      }),
      { numRuns: 40 },
    );
  });

  it('goes from any flow to any other as from nothing', () => {
    fc.assert(
      fc.property(fc.array(hostileFlow, { minLength: 2, maxLength: 4 }), (flows) => {
        const engine = createLayoutEngine();
        const [first] = flows;
        for (const flow of flows) {
          // The same paper, so that blocks are compared and not the geometry.
          const next = { ...flow, page: first?.page ?? flow.page };
          expect(isDeepStrictEqual(engine.layout(next), layoutFlow(next))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a word of 20 000 letters is cut into lines', () => {
    const list = checkLayout(flowOf([paragraph('ă'.repeat(20_000))]));
    expect(list.diagnostics).toEqual([]);
    expect(list.lines).toBeGreaterThan(200);
  });

  it('L44: nobody prints more than 500 pages: the rest is not laid out, and that is said', () => {
    const blocks = Array.from({ length: 600 }, () =>
      paragraph('x', { pageBreakBefore: true, spaceBefore: twip(100) }),
    );
    const list = checkLayout(flowOf(blocks));
    expect(list.pages.length).toBe(500);
    expect(list.diagnostics.map(({ code }) => code)).toEqual(['page-cap']);
    const engine = createLayoutEngine();
    engine.layout(flowOf(blocks));
    const fewer = flowOf(blocks.slice(0, 400));
    expect(engine.layout(fewer)).toEqual(layoutFlow(fewer));
    const after = flowOf(blocks.slice(200));
    expect(engine.layout(after)).toEqual(layoutFlow(after));
  });
});
