import { type SectionId, twip } from '../../base';
import type { LayoutDiagnostic, Page, PageList, SectionLines } from '../../model';
import type { PagePlan } from '../paginate/page-plan';
import { MOST_PAGES } from '../paginate/plan-pages';

/** Adds up what the plans say of each page; the pages themselves are given. */
export const makePageList = (
  pages: readonly Page[],
  plans: readonly PagePlan[],
  isCut: boolean,
  textHeight: number,
): PageList => {
  const sections = new Map<SectionId, { lines: number; height: number }>();
  const diagnostics: LayoutDiagnostic[] = [];
  let lines = 0;
  let height = 0;
  plans.forEach((plan, at) => {
    for (const found of plan.diagnostics) diagnostics.push({ ...found, page: at + 1 });
    for (const share of plan.shares) {
      lines += share.lines;
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
  const lastBottom = plans.at(-1)?.bottom ?? twip(0);
  return {
    pages,
    diagnostics,
    sectionLines: [...sections].map(
      ([section, sum]): SectionLines => ({
        section,
        lines: sum.lines,
        share: height === 0 ? 0 : sum.height / height,
      }),
    ),
    fill: Math.max(0, plans.length - 1) + filledPart(lastBottom, textHeight),
    lines,
  };
};

const filledPart = (bottom: number, textHeight: number): number =>
  textHeight <= 0 ? 1 : Math.min(1, Math.max(0, bottom / textHeight));
