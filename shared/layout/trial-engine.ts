import type { CountCertainty, Flow, PageGeometry, TableBlock } from '../model';
import { certaintyOf } from './count-certainty';
import { createShapesByContent } from './engine/shape-cache';
import { createTextCache } from './engine/text-cache';
import { type Leeway, NONE } from './leeway';
import type { LaidBlock } from './paginate/laid-block';
import { type BlockLayer, createBlockLayer, layBlocks } from './paginate/lay-blocks';
import { type PagePlans, planPages, textHeight } from './paginate/plan-pages';
import { countPlans, type FlowCount } from './place/count-plans';

/**
 * Counts many flows that have most of their text in common: other typography, a word less. Gives
 * what `layoutFlow` and `countCertainty` give, without placing a letter.
 */
export interface TrialEngine {
  readonly count: (flow: Flow) => FlowCount;
  readonly certainty: (flow: Flow) => CountCertainty;
}

interface LaidInto {
  readonly page: PageGeometry;
  readonly laid: readonly LaidBlock[];
}

/** All of a page's geometry that a table depends on. */
const sameWidths = (a: PageGeometry, b: PageGeometry): boolean =>
  a.width === b.width && a.marginLeft === b.marginLeft && a.marginRight === b.marginRight;

/** Remembers tables, the dearest blocks, for the page they were last laid into. */
const rememberTables = (
  known: WeakMap<TableBlock, LaidInto>,
  page: PageGeometry,
  layBlock: BlockLayer,
): BlockLayer => {
  return (block) => {
    if (block.kind !== 'table') return layBlock(block);
    const found = known.get(block);
    if (found !== undefined && sameWidths(found.page, page)) return found.laid;
    const laid = layBlock(block);
    known.set(block, { page, laid });
    return laid;
  };
};

export const createTrialEngine = (): TrialEngine => {
  const texts = createTextCache();
  const planners = new Map<Leeway, (flow: Flow) => PagePlans>();

  // Blocks are new with each style: remembering them would only fill the memory.
  const createTrialPlanner = (leeway: Leeway): ((flow: Flow) => PagePlans) => {
    const shapeOf = createShapesByContent(leeway, texts);
    const tables = new WeakMap<TableBlock, LaidInto>();
    return ({ blocks, page }) => {
      const layBlock = rememberTables(tables, page, createBlockLayer(page, shapeOf, leeway));
      return planPages(layBlocks(blocks, layBlock), page, leeway);
    };
  };

  const planWith = (flow: Flow, leeway: Leeway): PagePlans => {
    const plan = planners.get(leeway) ?? createTrialPlanner(leeway);
    planners.set(leeway, plan);
    return plan(flow);
  };

  return {
    count: (flow) => countPlans(planWith(flow, NONE).plans, textHeight(flow.page)),
    certainty: (flow) => certaintyOf((leeway) => planWith(flow, leeway).plans.length),
  };
};
