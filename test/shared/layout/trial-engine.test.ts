import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Twip, twip } from '../../../shared/base';
import { countCertainty, createTrialEngine, layoutFlow } from '../../../shared/layout';
import type { Block, Flow, ParagraphBlock } from '../../../shared/model';
import { corpusFlow, RARE_SEEDS, randomOf } from '../../corpus';
import { editFlow } from './edit-flow';
import { hostileFlow } from './hostile-flow';

/** Every paragraph with another size, spacing or gap; the page with other margins. */
const restyled = (flow: Flow, turn: number): Flow => {
  const larger = twip((turn % 3) * 10);
  const paragraph = (block: ParagraphBlock): ParagraphBlock => ({
    ...block,
    fontSize: twip(block.fontSize + larger),
    runs: block.runs.map((run) => ({ ...run, fontSize: twip(run.fontSize + larger) })),
    format: {
      ...block.format,
      lineSpacing: block.format.lineSpacing + (turn % 5) / 20,
      spaceAfter: twip(block.format.spaceAfter + (turn % 2) * 40),
    },
  });
  const restyle = (block: Block): Block =>
    block.kind === 'paragraph'
      ? paragraph(block)
      : block.kind === 'signature'
        ? { ...block, blocks: block.blocks.map(paragraph) }
        : block;
  const wider: Twip = twip((turn % 4) * 60);
  const { page } = flow;
  return {
    ...flow,
    page: { ...page, marginRight: twip(page.marginRight + wider), marginTop: page.marginBottom },
    blocks: flow.blocks.map(restyle),
  };
};

const countFromScratch = (flow: Flow) => {
  const { pages, fill, lines } = layoutFlow(flow);
  return { pages: pages.length, fill, lines };
};

describe('the trial engine', () => {
  it('L83: counts as the layout from nothing does, whatever was counted before', () => {
    for (const seed of [1, 2, 3, 4, RARE_SEEDS + 1, RARE_SEEDS + 2]) {
      const engine = createTrialEngine();
      const random = randomOf(seed);
      let flow = corpusFlow(seed);
      for (let turn = 0; turn < 12; turn += 1) {
        const tried = restyled(flow, turn);
        expect([seed, turn, engine.count(tried)]).toEqual([seed, turn, countFromScratch(tried)]);
        if (turn % 4 === 3) flow = editFlow(random, flow);
      }
    }
  });

  it('L83: is as sure of a count as the layout from nothing', () => {
    for (const seed of [5, 6, RARE_SEEDS + 3]) {
      const engine = createTrialEngine();
      const flow = corpusFlow(seed);
      for (let turn = 0; turn < 4; turn += 1) {
        const tried = restyled(flow, turn);
        expect(engine.certainty(tried)).toEqual(countCertainty(tried, layoutFlow(tried)));
      }
    }
  });

  it('L83: counts hostile documents as the layout from nothing does', () => {
    fc.assert(
      fc.property(fc.array(hostileFlow, { minLength: 1, maxLength: 3 }), (flows) => {
        const engine = createTrialEngine();
        for (const flow of [...flows, ...flows]) {
          expect(engine.count(flow)).toEqual(countFromScratch(flow));
        }
      }),
      { numRuns: 40 },
    );
  });
});
