import type { CountCertainty, Flow, PageList } from '../model';
import { certaintyOf } from './count-certainty';
import { createPlanner, type Planner } from './engine/create-planner';
import { createPageKeeper } from './engine/keep-pages';
import { createTextCache } from './engine/text-cache';
import { type Leeway, NONE } from './leeway';
import { textHeight } from './paginate/plan-pages';
import { type FlowSummary, makePageList, summarisePlans } from './place/make-page-list';

/** A flow whose pages are planned; placing what stands on them can wait until the count is told. */
export interface CountedFlow extends FlowSummary {
  readonly pageList: () => PageList;
}

export interface LayoutEngine {
  readonly count: (flow: Flow) => CountedFlow;
  /**
   * The same pages as `layoutFlow`, sooner: what did not change since the last call is kept, and
   * pages that look as before are the same objects.
   */
  readonly layout: (flow: Flow) => PageList;
  /** The same as `countCertainty`, sooner. */
  readonly certainty: (flow: Flow) => CountCertainty;
}

export const createLayoutEngine = (): LayoutEngine => {
  const texts = createTextCache();
  const planners = new Map<Leeway, Planner>();
  const planWith = (leeway: Leeway): Planner => {
    const known = planners.get(leeway) ?? createPlanner(leeway, texts);
    planners.set(leeway, known);
    return known;
  };
  const keepPages = createPageKeeper();
  const count = (flow: Flow): CountedFlow => {
    const { plans, isCut } = planWith(NONE)(flow);
    const summary = summarisePlans(plans, isCut, textHeight(flow.page));
    return { ...summary, pageList: () => makePageList(keepPages(plans, flow.page), summary) };
  };
  return {
    count,
    layout: (flow) => count(flow).pageList(),
    certainty: (flow) => certaintyOf((leeway) => planWith(leeway)(flow).plans.length),
  };
};
