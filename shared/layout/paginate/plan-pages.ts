import { type Twip, twip } from '../../base';
import type { PageGeometry } from '../../model';
import { type Leeway, NONE } from '../leeway';
import type { LaidBlock } from './laid-block';
import type { PagePlan, PageStart } from './page-plan';
import { planPage, startOf } from './plan-page';

/** Rule L44: nobody prints more; what comes after is not laid out, and that is said. */
export const MOST_PAGES = 500;

export const textHeight = (page: PageGeometry): Twip =>
  twip(page.height - page.marginTop - page.marginBottom);

export interface PagePlans {
  readonly plans: readonly PagePlan[];
  /** The page cap was reached and blocks remain. */
  readonly isCut: boolean;
}

export const planPages = (
  blocks: readonly LaidBlock[],
  page: PageGeometry,
  leeway: Leeway = NONE,
): PagePlans => {
  const height = textHeight(page);
  const plans: PagePlan[] = [];
  let next: PageStart | null = startOf(0, true);
  while (next !== null && plans.length < MOST_PAGES) {
    const plan: PagePlan = planPage(blocks, next, height, leeway);
    plans.push(plan);
    next = plan.next;
  }
  return { plans, isCut: next !== null };
};
