import type { PagePlan } from '../paginate/page-plan';

/** What a page list says of its size, without the pages. */
export interface FlowCount {
  readonly pages: number;
  /** Full pages plus the filled part of the last one's text area (rule L61). */
  readonly fill: number;
  /** Body lines; lines side by side in a table are one. */
  readonly lines: number;
}

const filledPart = (bottom: number, textHeight: number): number =>
  textHeight <= 0 ? 1 : Math.min(1, Math.max(0, bottom / textHeight));

export const countPlans = (plans: readonly PagePlan[], textHeight: number): FlowCount => {
  let lines = 0;
  for (const { shares } of plans) for (const share of shares) lines += share.lines;
  return {
    pages: plans.length,
    fill: Math.max(0, plans.length - 1) + filledPart(plans.at(-1)?.bottom ?? 0, textHeight),
    lines,
  };
};
