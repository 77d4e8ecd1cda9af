import { type DossierProposal, isPrintable, type PaperPlan, type PaperWords } from '../../model';
import type { DossierRequest } from './dossier-request';
import { twoDigits } from './task-words';

type Entry = Record<string, string>;

const countsOf = ({ originals, copies }: PaperPlan): string =>
  [
    ...(originals > 0 ? [`${twoDigits(originals)} bản chính`] : []),
    ...(copies > 0 ? [`${twoDigits(copies)} bản sao`] : []),
  ].join(', ');

type CountPages = NonNullable<DossierRequest['pagesOf']>;

const pagesOf = (
  plan: PaperPlan,
  proposals: readonly DossierProposal[],
  count: CountPages | undefined,
): string => {
  const pages =
    plan.kind === 'proposal-form'
      ? proposals.find(({ id }) => plan.proposals.includes(id))?.pages
      : isPrintable(plan)
        ? count?.(plan)
        : null;
  return pages === null || pages === undefined ? '' : twoDigits(pages);
};

const withEnds = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry, at) => ({ ...entry, end: at === entries.length - 1 ? '.' : ';' }));

/** Forms and commitments of several tasks in one line of a letter, where their counts agree. */
const grouped = (plans: readonly PaperPlan[]): Entry[] => {
  const entries: Entry[] = [];
  const done = new Set<PaperPlan>();
  for (const plan of plans) {
    if (done.has(plan)) continue;
    const alike =
      plan.kind === 'attachment'
        ? [plan]
        : plans.filter((one) => one.kind === plan.kind && countsOf(one) === countsOf(plan));
    for (const one of alike) done.add(one);
    const title = plan.title.replace(/ \d+$/u, '');
    entries.push(
      alike.length === 1
        ? { title: plan.title, counts: countsOf(plan) }
        : {
            title: `${twoDigits(alike.length)} ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
            counts: `mỗi văn bản ${countsOf(plan)}`,
          },
    );
  }
  return entries;
};

/**
 * What lies in the envelope: `enclosures` paper by paper, `enclosed` as a letter lists it. Counts and
 * pages as far as they are known.
 */
export const enclosureWords = (
  plans: readonly PaperPlan[],
  proposals: readonly DossierProposal[],
  count?: CountPages,
): PaperWords => ({
  fields: { 'enclosures.count': twoDigits(plans.length) },
  lists: {
    enclosures: plans.map((plan, at) => ({
      n: String(at + 1),
      title: plan.title,
      originals: twoDigits(plan.originals),
      copies: plan.copies === 0 ? '0' : twoDigits(plan.copies),
      pages: pagesOf(plan, proposals, count),
    })),
    enclosed: withEnds(grouped(plans)),
  },
});
