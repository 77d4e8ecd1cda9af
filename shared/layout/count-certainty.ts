import type { CountCertainty, Flow, PageList } from '../model';
import { shapeParagraph } from './break-lines/paragraph-shape';
import { type Leeway, NONE, OPTIMISTIC, PESSIMISTIC } from './leeway';
import { layBlocks } from './paginate/lay-blocks';
import { planPages } from './paginate/plan-pages';

const countWith = (flow: Flow, leeway: Leeway): number => {
  const blocks = layBlocks(flow, (block, column) => shapeParagraph(block, column, leeway), leeway);
  return planPages(blocks, flow.page, leeway).plans.length;
};

type Reason = CountCertainty['reasons'][number];

/** Each uncertain rule alone. */
const SINGLE: readonly (readonly [Reason, Leeway])[] = [
  ['last-line-leading', { ...NONE, leadAtPageEnd: true }],
  ['table-borders', { ...NONE, extraBorders: 1 }],
  ['line-width', { ...NONE, widthFactor: PESSIMISTIC.widthFactor }],
  ['line-width', OPTIMISTIC],
];

/**
 * Rule L70: the count is sure when the pessimistic and the optimistic layout come to it too.
 * `nominal` is the layout of the same flow.
 */
export const countCertainty = (flow: Flow, nominal: PageList): CountCertainty => {
  const pages = nominal.pages.length;
  const least = countWith(flow, OPTIMISTIC);
  const most = countWith(flow, PESSIMISTIC);
  if (least === pages && most === pages) {
    return { pages, sure: true, min: pages, max: pages, reasons: [] };
  }
  const reasons = new Set<Reason>();
  const counts = [pages, least, most];
  for (const [reason, leeway] of SINGLE) {
    const count = countWith(flow, leeway);
    counts.push(count);
    if (count !== pages) reasons.add(reason);
  }
  // Only together do they make a difference: then each has its share.
  if (reasons.size === 0) for (const [reason] of SINGLE) reasons.add(reason);
  return {
    pages,
    sure: false,
    min: Math.min(...counts),
    max: Math.max(...counts),
    reasons: [...reasons],
  };
};
