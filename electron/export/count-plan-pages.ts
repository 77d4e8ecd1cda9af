import { layoutFlow } from '../../shared/layout';
import type { PrintablePlan } from '../../shared/model';
import { paperFlow } from '../../shared/templates';

/** Papers remembered: those of a few dossiers, each in a few states. */
const MOST = 200;

/**
 * Counts the pages of a dossier's papers. What was counted is remembered by its words: a dossier is read
 * at each change, and most of its papers stay as they were.
 */
export const createPlanPageCounter = (): ((plan: PrintablePlan) => number) => {
  const known = new Map<string, number>();
  return (plan) => {
    const key = JSON.stringify(plan.source);
    const before = known.get(key);
    if (before !== undefined) return before;
    const pages = layoutFlow(paperFlow(plan)).pages.length;
    const [oldest] = known.keys();
    if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
    known.set(key, pages);
    return pages;
  };
};
