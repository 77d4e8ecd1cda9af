import type { CountCertainty, Flow, PageList } from '../model';
import {
  EXACT_HEIGHTS,
  EXTRA_BORDERS,
  FEWER_BORDERS,
  LEAD_AT_PAGE_END,
  type Leeway,
  LIBREOFFICE_7,
  NARROW,
  NONE,
  OPTIMISTIC,
  PESSIMISTIC,
  WHOLE_ROWS,
  WIDE,
} from './leeway';
import { planFlow } from './plan-flow';

type Reason = CountCertainty['reasons'][number];

/** Each uncertain rule alone, and the reason a person is given for it. */
const REASONS: readonly (readonly [Reason, Leeway])[] = [
  ['last-line-leading', LEAD_AT_PAGE_END],
  ['last-line-leading', EXACT_HEIGHTS],
  ['table-borders', EXTRA_BORDERS],
  ['table-borders', FEWER_BORDERS],
  ['table-rows', WHOLE_ROWS],
  ['line-width', WIDE],
  ['line-width', NARROW],
  ['line-width', LIBREOFFICE_7],
];

/** Rule L70. `countWith` gives the pages of one flow under a leeway. */
export const certaintyOf = (countWith: (leeway: Leeway) => number): CountCertainty => {
  const pages = countWith(NONE);
  const counts = [PESSIMISTIC, OPTIMISTIC, EXACT_HEIGHTS, LIBREOFFICE_7].map(countWith);
  if (counts.every((count) => count === pages)) {
    return { pages, sure: true, min: pages, max: pages, reasons: [] };
  }
  const reasons = new Set<Reason>();
  for (const [reason, leeway] of REASONS) {
    const count = countWith(leeway);
    counts.push(count);
    if (count !== pages) reasons.add(reason);
  }
  // Only together do they make a difference: then each has its share.
  if (reasons.size === 0) for (const [reason] of REASONS) reasons.add(reason);
  return {
    pages,
    sure: false,
    min: Math.min(pages, ...counts),
    max: Math.max(pages, ...counts),
    reasons: [...reasons],
  };
};

/** How far another program can come to another count. `nominal` is the layout of the same flow. */
export const countCertainty = (flow: Flow, nominal: PageList): CountCertainty =>
  certaintyOf((leeway) =>
    leeway === NONE ? nominal.pages.length : planFlow(flow, leeway).plans.length,
  );
