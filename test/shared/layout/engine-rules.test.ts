import { describe, expect, it } from 'vitest';
import { createLayoutEngine, layoutFlow } from '../../../shared/layout';
import type { Block, Flow, Page } from '../../../shared/model';
import { flowOf, page, paragraph, run, tall } from './flow-parts';

const replaced = (flow: Flow, at: number, block: Block): Flow => ({
  ...flow,
  blocks: flow.blocks.map((one, index) => (index === at ? block : one)),
});

const kept = (before: readonly Page[], after: readonly Page[]): boolean[] =>
  after.map((one, at) => one === before[at]);

/** Five pages of paragraphs of four lines. */
const fivePages = (): Flow => flowOf(Array.from({ length: 60 }, () => tall(4)));

describe('the engine', () => {
  it('L80: a layout after an edit is the layout from nothing', () => {
    const engine = createLayoutEngine();
    const flow = fivePages();
    engine.layout(flow);
    const edited = replaced(flow, 30, paragraph('ngắn hơn', {}, { id: 'new' }));
    expect(engine.layout(edited)).toEqual(layoutFlow(edited));
    const shorter = { ...edited, blocks: edited.blocks.slice(0, 20) };
    expect(engine.layout(shorter)).toEqual(layoutFlow(shorter));
    expect(engine.layout(flow)).toEqual(layoutFlow(flow));
    expect(engine.layout(flowOf([]))).toEqual(layoutFlow(flowOf([])));
    const narrow = { ...flow, page: { ...page, marginLeft: page.marginRight } };
    expect(engine.layout(narrow)).toEqual(layoutFlow(narrow));
  });

  it('L81: pages that look as before are the same objects', () => {
    const engine = createLayoutEngine();
    const flow = fivePages();
    const before = engine.layout(flow).pages;
    expect(kept(before, engine.layout(structuredClone(flow)).pages)).toEqual(
      before.map(() => true),
    );
    const block = flow.blocks[30];
    if (block?.kind !== 'paragraph') throw new Error('a paragraph');
    const edited = replaced(flow, 30, {
      ...block,
      runs: [
        run(
          block.runs
            .map(({ text }) => text)
            .join('')
            .replace('hàng 1', 'hàng một'),
        ),
      ],
    });
    expect(kept(before, engine.layout(edited).pages)).toEqual([true, true, false, true, true]);
  });

  it('L81: pages after a new page keep their lines and get another number', () => {
    const engine = createLayoutEngine();
    const flow = fivePages();
    const before = engine.layout(flow).pages;
    const inserted = {
      ...flow,
      blocks: [tall(48), ...flow.blocks],
    };
    const after = engine.layout(inserted);
    expect(after).toEqual(layoutFlow(inserted));
    expect(after.pages[2]?.lines).toBe(before[1]?.lines);
    expect(after.pages[2]?.number).toBe(3);
  });
});
