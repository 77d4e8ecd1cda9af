import type { SectionId } from '../../base';
import type { LayoutDiagnostic, Page, PageList, SectionLines } from '../../model';
import type { PagePlan } from '../paginate/page-plan';
import { MOST_PAGES } from '../paginate/plan-pages';
import { countPlans, type FlowCount } from './count-plans';

/** Everything a page list says of a flow but its pages; there is no need to place a letter for it. */
export interface FlowSummary extends FlowCount {
  readonly diagnostics: readonly LayoutDiagnostic[];
  readonly sectionLines: readonly SectionLines[];
}

/** Adds up what the plans say of each page. */
export const summarisePlans = (
  plans: readonly PagePlan[],
  isCut: boolean,
  textHeight: number,
): FlowSummary => {
  const sections = new Map<SectionId, { lines: number; height: number }>();
  const diagnostics: LayoutDiagnostic[] = [];
  let height = 0;
  plans.forEach((plan, at) => {
    for (const found of plan.diagnostics) diagnostics.push({ ...found, page: at + 1 });
    for (const share of plan.shares) {
      height += share.height;
      if (share.section === null) continue;
      const sum = sections.get(share.section);
      if (sum === undefined) {
        sections.set(share.section, { lines: share.lines, height: share.height });
      } else {
        sum.lines += share.lines;
        sum.height += share.height;
      }
    }
  });
  if (isCut) {
    const detail = `more than ${MOST_PAGES} pages`;
    diagnostics.push({ code: 'page-cap', page: MOST_PAGES, section: null, blockId: null, detail });
  }
  return {
    ...countPlans(plans, textHeight),
    diagnostics,
    sectionLines: [...sections].map(
      ([section, sum]): SectionLines => ({
        section,
        lines: sum.lines,
        share: height === 0 ? 0 : sum.height / height,
      }),
    ),
  };
};

export const makePageList = (
  pages: readonly Page[],
  { diagnostics, sectionLines, fill, lines }: FlowSummary,
): PageList => ({ pages, diagnostics, sectionLines, fill, lines });
