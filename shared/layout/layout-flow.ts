import type { Flow, PageList } from '../model';
import { type Leeway, LIBREOFFICE_7, NONE } from './leeway';
import { textHeight } from './paginate/plan-pages';
import { makePageList, summarisePlans } from './place/make-page-list';
import { placePage } from './place/place-page';
import { planFlow } from './plan-flow';

const layoutWith = (flow: Flow, leeway: Leeway): PageList => {
  const { plans, isCut } = planFlow(flow, leeway);
  const pages = plans.map((plan, at) => placePage(plan, at + 1, flow.page));
  return makePageList(pages, summarisePlans(plans, isCut, textHeight(flow.page)));
};

/** Lays a flow out from nothing: measure and break lines, paginate, place. */
export const layoutFlow = (flow: Flow): PageList => layoutWith(flow, NONE);

/**
 * The pages as LibreOffice 7 makes them, with its rounding of widths (rule L75). Only to tell a
 * known deviation from a fault of ours when the two are compared.
 */
export const layoutAsLibreOffice7 = (flow: Flow): PageList => layoutWith(flow, LIBREOFFICE_7);
