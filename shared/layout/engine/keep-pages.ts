import type { Line, Page, PageGeometry } from '../../model';
import type { PagePlan, PlacedLine } from '../paginate/page-plan';
import { placeFolio } from '../place/place-folio';
import { placeLine, placePage } from '../place/place-page';
import { equalLine } from './equal-line';
import { sameLook } from './same-laid';

interface KeptPage {
  readonly plan: PagePlan;
  readonly page: Page;
}

/** Turns plans into pages and hands out the page object of the last time where nothing changed. */
export type PageKeeper = (plans: readonly PagePlan[], geometry: PageGeometry) => readonly Page[];

const sameLine = (a: PlacedLine, b: PlacedLine): boolean =>
  a.line === b.line && a.top === b.top && sameLook(a.laid, b.laid);

const sameRules = (a: PagePlan, b: PagePlan): boolean =>
  a.rules === b.rules ||
  (a.rules.length === b.rules.length &&
    a.rules.every((rule, at) => {
      const other = b.rules[at];
      return (
        other !== undefined &&
        rule.x1 === other.x1 &&
        rule.y1 === other.y1 &&
        rule.x2 === other.x2 &&
        rule.y2 === other.y2 &&
        rule.width === other.width
      );
    }));

const renumbered = (page: Page, number: number, geometry: PageGeometry): Page =>
  page.number === number ? page : { ...page, number, folio: placeFolio(number, geometry) };

/** The old page when the new one looks the same; else a new page with the old lines that do. */
const placeOver = (old: KeptPage, plan: PagePlan, number: number, geometry: PageGeometry): Page => {
  let isSame = plan.lines.length === old.page.lines.length && sameRules(old.plan, plan);
  const lineOf = (placed: PlacedLine, at: number): Line => {
    const was = old.plan.lines[at];
    const line = old.page.lines[at];
    if (was === undefined || line === undefined) return placeLine(placed, geometry);
    if (sameLine(was, placed)) return line;
    const next = placeLine(placed, geometry);
    if (equalLine(line, next)) return line;
    isSame = false;
    return next;
  };
  const page = placePage(plan, number, geometry, lineOf);
  return isSame ? old.page : page;
};

const sameNumbering = (a: PageGeometry, b: PageGeometry): boolean =>
  a.pageNumber === b.pageNumber ||
  (a.pageNumber !== null &&
    b.pageNumber !== null &&
    a.pageNumber.fromPage === b.pageNumber.fromPage &&
    a.pageNumber.fontSize === b.pageNumber.fontSize &&
    a.pageNumber.fromTop === b.pageNumber.fromTop);

const samePaper = (a: PageGeometry, b: PageGeometry): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.marginTop === b.marginTop &&
  a.marginLeft === b.marginLeft &&
  a.marginRight === b.marginRight &&
  sameNumbering(a, b);

export const createPageKeeper = (): PageKeeper => {
  let kept: readonly KeptPage[] = [];
  let paper: PageGeometry | null = null;
  return (plans, geometry) => {
    if (paper === null || !(paper === geometry || samePaper(paper, geometry))) kept = [];
    paper = geometry;
    const byLines = new Map(kept.map((old) => [old.plan.lines, old]));
    kept = plans.map((plan, at): KeptPage => {
      const number = at + 1;
      const moved = byLines.get(plan.lines);
      if (moved !== undefined) return { plan, page: renumbered(moved.page, number, geometry) };
      const old = kept[at];
      if (old === undefined) return { plan, page: placePage(plan, number, geometry) };
      return { plan, page: placeOver(old, plan, number, geometry) };
    });
    return kept.map(({ page }) => page);
  };
};
