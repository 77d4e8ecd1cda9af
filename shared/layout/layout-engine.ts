import type { CountCertainty, Flow, PageList } from '../model';
import { certaintyOf } from './count-certainty';
import { createPlanner, type Planner } from './engine/create-planner';
import { createPageKeeper } from './engine/keep-pages';
import { type Leeway, NONE } from './leeway';
import { textHeight } from './paginate/plan-pages';
import { makePageList } from './place/make-page-list';

export interface LayoutEngine {
  /**
   * The same pages as `layoutFlow`, sooner: what did not change since the last call is kept, and
   * pages that look as before are the same objects.
   */
  readonly layout: (flow: Flow) => PageList;
  /** The same as `countCertainty`, sooner. */
  readonly certainty: (flow: Flow) => CountCertainty;
}

export const createLayoutEngine = (): LayoutEngine => {
  const planners = new Map<Leeway, Planner>();
  const planWith = (leeway: Leeway): Planner => {
    const known = planners.get(leeway) ?? createPlanner(leeway);
    planners.set(leeway, known);
    return known;
  };
  const keepPages = createPageKeeper();
  return {
    layout: (flow) => {
      const { plans, isCut } = planWith(NONE)(flow);
      return makePageList(keepPages(plans, flow.page), plans, isCut, textHeight(flow.page));
    },
    certainty: (flow) => certaintyOf((leeway) => planWith(leeway)(flow).plans.length),
  };
};
