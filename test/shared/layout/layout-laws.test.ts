import { isDeepStrictEqual } from 'node:util';
import { describe, it } from 'vitest';
import { createLayoutEngine, layoutFlow } from '../../../shared/layout';
import { BROAD_SEEDS, corpusFlow, RARE_SEEDS, randomOf } from '../../corpus';
import { checkLayout } from './check-layout';
import { editFlow } from './edit-flow';
import keptSeeds from './kept-seeds.json';

/** `BDX_LAYOUT_SEEDS=2000` tries as many documents; a few are enough for every run. */
const COUNT = Number(process.env['BDX_LAYOUT_SEEDS'] ?? 30);
/** By turns proposals, what they rarely have, and all that papers may have. */
const KINDS = [1000, RARE_SEEDS, BROAD_SEEDS] as const;
const seedAt = (at: number): number => (KINDS[at % KINDS.length] ?? 0) + at;
const seeds = [...new Set([...keptSeeds, ...Array.from({ length: COUNT }, (_, at) => seedAt(at))])];
const EDITS = 12;

describe('the laws of layout', { timeout: 1_800_000 }, () => {
  it('hold for documents of every kind', () => {
    for (const seed of seeds) {
      try {
        checkLayout(corpusFlow(seed));
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });

  it('an edit gives what layout from nothing gives, and keeps the pages that look the same', () => {
    for (const seed of seeds) {
      const random = randomOf(seed);
      const engine = createLayoutEngine();
      let flow = corpusFlow(seed);
      let before = engine.layout(flow);
      for (let edit = 0; edit < EDITS; edit += 1) {
        flow = editFlow(random, flow);
        const where = `seed ${seed}, edit ${edit}`;
        // Of some edits only the count is asked for, as while somebody types fast.
        if (edit % 3 === 1) {
          const { pages, ...said } = layoutFlow(flow);
          const { pageList: _pages, ...counted } = engine.count(flow);
          if (!isDeepStrictEqual(counted, { ...said, pages: pages.length })) {
            throw new Error(`${where}: another count`);
          }
          continue;
        }
        const after = engine.layout(flow);
        if (!isDeepStrictEqual(after, layoutFlow(flow))) throw new Error(`${where}: other pages`);
        after.pages.forEach((page, at) => {
          const old = before.pages[at];
          const isKept = page === old || !isDeepStrictEqual(page, old);
          if (!isKept) throw new Error(`${where}: page ${at + 1} is the same, and a new object`);
        });
        before = after;
      }
    }
  });
});
