import { civilDateOf, vietnamWallClock } from '../../../shared/base';
import type { CheckOutcome, Finding, PaperPlan, PaperWords, PlanKind } from '../../../shared/model';
import { checkAgainstLibrary, checkDossier, checkProposal } from '../../../shared/rules';
import { type DossierRequest, paperFlow, papersOf } from '../../../shared/templates';
import { createPlanPageCounter } from '../../export';
import type { Store } from '../../store';
import { deadlineSettingsOf } from '../library-handlers';
import type { Services } from '../services';
import { type DossierState, isSame } from './dossier-state';

/** What the checks say of each proposal, as it is now. */
export const outcomesOf = (
  services: Services,
  store: Store,
  { call, members }: DossierState,
): CheckOutcome[] => {
  const { references, staleFacts, calendar } = services.library;
  const known = { references, staleFacts, calendar, settings: deadlineSettingsOf(store) };
  const now = services.now().toISOString();
  return members.map(({ dossierProposal: { id, proposal }, template, pageList }) => ({
    proposal: id,
    findings: [
      ...checkAgainstLibrary(proposal, template, call, known, now),
      ...(pageList === null ? [] : checkProposal(proposal, template, pageList)),
    ],
  }));
};

const countPages = createPlanPageCounter();

export const requestOf = (
  services: Services,
  { call, members, part }: DossierState,
  outcomes: readonly CheckOutcome[],
): DossierRequest => {
  const clock = vietnamWallClock(services.now().toISOString());
  return {
    call,
    papers: services.dossiers.papers,
    proposals: members.map(({ dossierProposal }) => dossierProposal),
    dossier: part.data,
    outcomes,
    checkedOn: clock === null ? null : civilDateOf(clock.day),
    pagesOf: countPages,
  };
};

export interface DossierPapers {
  /** As the proposals and the entries are now. */
  readonly live: readonly PaperPlan[];
  /** The papers that count: those frozen, else the live ones. */
  readonly plans: readonly PaperPlan[];
  readonly outcomes: readonly CheckOutcome[];
  readonly findings: readonly Finding[];
  /** Papers the person leaves out. */
  readonly left: readonly PaperPlan[];
}

export const dossierPapers = (
  services: Services,
  store: Store,
  state: DossierState,
): DossierPapers => {
  const outcomes = outcomesOf(services, store, state);
  const request = requestOf(services, state, outcomes);
  const live = papersOf(request);
  const { frozen, part } = state;
  const all =
    part.data.without.length === 0
      ? live
      : papersOf({ ...request, dossier: { ...part.data, without: [] } });
  return {
    live,
    plans: frozen?.plans ?? live,
    outcomes,
    findings: checkDossier({ ...request, ...(frozen === null ? {} : { plans: frozen.plans }) }),
    left: all.filter(({ id }) => part.data.without.includes(id)),
  };
};

/** Papers whose words follow the day or the machine, not the proposals: they never stop to fit. */
const DATED: ReadonlySet<PlanKind> = new Set(['check-report', 'attachment']);

/** Whether a frozen paper still says what the dossier says now: as printed, in the form it was frozen in. */
export const stillFits = (frozen: PaperPlan, live: readonly PaperPlan[]): boolean => {
  if (DATED.has(frozen.kind)) return true;
  const now = live.find(({ id }) => id === frozen.id);
  if (now === undefined || now.source.kind !== frozen.source.kind) return false;
  if (frozen.source.kind === 'paper' && now.source.kind === 'paper') {
    // Not the words that could be printed but those that are: a label names no task.
    const { paper, words } = frozen.source;
    const printed = (said: PaperWords): unknown =>
      paperFlow({ ...frozen, source: { kind: 'paper', paper, words: said } });
    return isSame(printed(now.source.words), printed(words));
  }
  if (frozen.source.kind === 'proposal' && now.source.kind === 'proposal') {
    const [before, after] = [frozen.source.proposal, now.source.proposal];
    return isSame([after.style, after.values], [before.style, before.values]);
  }
  return true;
};
