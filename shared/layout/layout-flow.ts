import type { Flow, PageList } from '../model';
import { shapeParagraph } from './break-lines/paragraph-shape';
import { layBlocks } from './paginate/lay-blocks';
import { planPages, textHeight } from './paginate/plan-pages';
import { makePageList } from './place/make-page-list';
import { placePage, spansOfLine } from './place/place-page';

/** Lays a flow out from nothing: measure and break lines, paginate, place. */
export const layoutFlow = (flow: Flow): PageList => {
  const blocks = layBlocks(flow, (block, column) => shapeParagraph(block, column));
  const { plans, isCut } = planPages(blocks, flow.page);
  const pages = plans.map((plan, at) => placePage(plan, at + 1, flow.page, spansOfLine));
  return makePageList(pages, plans, isCut, textHeight(flow.page));
};
