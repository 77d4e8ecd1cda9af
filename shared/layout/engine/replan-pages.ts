import type { PageGeometry } from '../../model';
import type { Leeway } from '../leeway';
import type { LaidBlock } from '../paginate/laid-block';
import type { PagePlan, PageStart } from '../paginate/page-plan';
import { planPage, startOf } from '../paginate/plan-page';
import { MOST_PAGES, type PagePlans, textHeight } from '../paginate/plan-pages';
import { sameLaid } from './same-laid';

/** What a layout leaves behind for the next one. */
export interface Planned extends PagePlans {
  readonly blocks: readonly LaidBlock[];
}

/** How many blocks at both ends are as they were. */
const unchangedEnds = (
  old: readonly LaidBlock[],
  blocks: readonly LaidBlock[],
): { before: number; after: number } => {
  const shorter = Math.min(old.length, blocks.length);
  const isSame = (a: number, b: number): boolean => {
    const was = old[a];
    const is = blocks[b];
    return was !== undefined && is !== undefined && sameLaid(was, is);
  };
  let before = 0;
  while (before < shorter && isSame(before, before)) before += 1;
  let after = 0;
  while (after < shorter - before && isSame(old.length - 1 - after, blocks.length - 1 - after)) {
    after += 1;
  }
  return { before, after };
};

const sameStart = (a: PageStart, b: PageStart, shift: number): boolean =>
  a.block + shift === b.block &&
  a.line === b.line &&
  a.isForced === b.isForced &&
  (a.cellLines === b.cellLines ||
    (a.cellLines !== null &&
      b.cellLines !== null &&
      a.cellLines.length === b.cellLines.length &&
      a.cellLines.every((lines, at) => lines === b.cellLines?.[at])));

const shiftStart = (start: PageStart, shift: number): PageStart => ({
  ...start,
  block: start.block + shift,
});

const shiftPlan = (plan: PagePlan, shift: number): PagePlan =>
  shift === 0
    ? plan
    : {
        ...plan,
        start: shiftStart(plan.start, shift),
        next: plan.next === null ? null : shiftStart(plan.next, shift),
        lookedTo: plan.lookedTo + shift,
      };

/**
 * Plans again from the first page that a change can have touched until a page starts as an old one
 * did before blocks that are all as they were; from there on the old pages stand. Gives exactly
 * what planning from the first page would give.
 */
export const replanPages = (
  old: Planned,
  blocks: readonly LaidBlock[],
  page: PageGeometry,
  leeway: Leeway,
): Planned => {
  const { before, after } = unchangedEnds(old.blocks, blocks);
  if (before === blocks.length && before === old.blocks.length) return { ...old, blocks };
  const shift = blocks.length - old.blocks.length;
  const firstUnchanged = blocks.length - after;
  const height = textHeight(page);
  const touched = old.plans.findIndex(({ lookedTo }) => lookedTo >= before);
  const plans = old.plans.slice(0, touched === -1 ? old.plans.length : touched);
  let next: PageStart | null =
    touched === -1
      ? (old.plans.at(-1)?.next ?? null)
      : (old.plans[touched]?.start ?? startOf(0, true));
  let candidate = Math.max(0, touched);
  while (next !== null && plans.length < MOST_PAGES) {
    const start: PageStart = next;
    if (start.block >= firstUnchanged) {
      while ((old.plans[candidate]?.start.block ?? Infinity) + shift < start.block) candidate += 1;
      for (let at = candidate; at < old.plans.length; at += 1) {
        const plan = old.plans[at];
        if (plan === undefined || plan.start.block + shift > start.block) break;
        if (sameStart(plan.start, start, shift)) {
          return withOldEnd(old, plans, at, shift, blocks, page, leeway);
        }
      }
    }
    const plan = planPage(blocks, start, height, leeway);
    plans.push(plan);
    next = plan.next;
  }
  return { blocks, plans, isCut: next !== null };
};

const withOldEnd = (
  old: Planned,
  plans: PagePlan[],
  from: number,
  shift: number,
  blocks: readonly LaidBlock[],
  page: PageGeometry,
  leeway: Leeway,
): Planned => {
  for (let at = from; at < old.plans.length && plans.length < MOST_PAGES; at += 1) {
    const plan = old.plans[at];
    if (plan !== undefined) plans.push(shiftPlan(plan, shift));
  }
  // Pages that the cap cut off before come back when the text grows shorter.
  let next = plans.at(-1)?.next ?? null;
  while (next !== null && plans.length < MOST_PAGES) {
    const plan: PagePlan = planPage(blocks, next, textHeight(page), leeway);
    plans.push(plan);
    next = plan.next;
  }
  return { blocks, plans, isCut: next !== null };
};
