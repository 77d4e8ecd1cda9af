import { ok, type Result } from '../../../shared/base';
import type { DossierPaper, DossierRecord, FreezeSummary, IpcFailure } from '../../../shared/ipc';
import {
  currentStep,
  doneSteps,
  type Freeze,
  isPrintable,
  type PaperPlan,
} from '../../../shared/model';
import type { Store } from '../../store';
import type { Services } from '../services';
import { type DossierPapers, dossierPapers, stillFits } from './dossier-plans';
import { type DossierState, isUnchanged, leadOf, readDossier } from './dossier-state';

/** Setting: the name under which a person enters things into the register. */
const PERSON = 'person-name';

export const actorOf = (store: Store): string => {
  const name = store.readSetting(PERSON);
  return name.ok && typeof name.value === 'string' ? name.value : '';
};

export const saveActor = (store: Store, name: string) => store.saveSetting(PERSON, name);

export const summaryOf = ({
  plans: _plans,
  signed: _signed,
  ...freeze
}: Freeze): FreezeSummary => ({
  ...freeze,
});

const pagesOf = async (
  services: Services,
  plan: PaperPlan,
  frozen: Freeze | null,
): Promise<number | null> => {
  const file = frozen?.files.find(({ paper, format }) => paper === plan.id && format === 'pdf');
  if (file !== undefined) return file.pages;
  if (!isPrintable(plan)) return null;
  const laid = await services.dossiers.layPlan(plan);
  return laid.ok ? laid.value.pages.length : null;
};

const noteOf = ({ demand, source }: PaperPlan): string => {
  if (source.kind === 'paper') return source.paper.standing;
  if (source.kind === 'proposal') return source.template.standing;
  return demand?.form.note ?? '';
};

const paperRecord = async (
  services: Services,
  state: DossierState,
  plan: PaperPlan,
  live: readonly PaperPlan[],
): Promise<DossierPaper> => ({
  id: plan.id,
  kind: plan.kind,
  title: plan.title,
  required: plan.required,
  condition: plan.condition,
  originals: plan.originals,
  copies: plan.copies,
  countKnown: plan.countKnown,
  media: [...plan.media],
  note: noteOf(plan),
  proposals: [...plan.proposals],
  enclosed: plan.enclosed,
  printable: isPrintable(plan),
  have: state.part.data.have.includes(plan.id),
  pages: await pagesOf(services, plan, state.frozen),
  fits: state.frozen === null || stillFits(plan, live),
  signed: (state.frozen?.signed ?? []).filter(({ paper }) => paper === plan.id),
});

const candidatesOf = (store: Store, { lead, call, part }: DossierState) => {
  const list = store.listProposals({ trashed: false });
  if (!list.ok) return [];
  return list.value
    .filter(({ id, callId }) => callId === call.id && !part.proposals.includes(id) && id !== lead)
    .filter(({ id }) => leadOf(store, id) === id)
    .map(({ id, title }) => ({ id, title }));
};

const stepsOf = (state: DossierState, { outcomes, findings }: DossierPapers) => {
  const all = [...outcomes.flatMap((outcome) => outcome.findings), ...findings];
  return doneSteps({
    written: !all.some(({ code }) => code === 'section-missing'),
    checked: !all.some(({ severity }) => severity === 'error'),
    frozen: state.frozen !== null,
    individual: state.part.data.organisation.individual,
    digital: (state.frozen?.signed.length ?? 0) > 0,
    course: state.course,
  });
};

export const recordOf = async (
  services: Services,
  store: Store,
  state: DossierState,
): Promise<DossierRecord> => {
  const papers = dossierPapers(services, store, state);
  const { frozen } = state;
  const done = stepsOf(state, papers);
  const errorsOf = (id: string): number =>
    papers.outcomes
      .filter(({ proposal }) => proposal === id)
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'error').length;
  return {
    lead: state.lead,
    call: { id: state.call.id, title: state.call.title },
    proposals: state.members.map(({ record, template, dossierProposal }) => ({
      id: record.id,
      title: record.title,
      pages: dossierProposal.pages,
      pageLimit: template.pageLimit.max,
      errors: errorsOf(record.id),
      changed: frozen !== null && !isUnchanged(store, frozen, record),
    })),
    candidates: candidatesOf(store, state),
    data: state.part.data,
    papers: await Promise.all(
      papers.plans.map((plan) => paperRecord(services, state, plan, papers.live)),
    ),
    left: papers.left.map(({ id, title }) => ({ id, title })),
    findings: [
      ...papers.findings.map((finding) => ({ ...finding, proposal: null })),
      ...papers.outcomes.flatMap(({ proposal, findings }) =>
        findings.map((finding) => ({ ...finding, proposal })),
      ),
    ],
    freeze: frozen === null ? null : summaryOf(frozen),
    past: state.freezes.filter((one) => one !== frozen).map(summaryOf),
    course: state.course,
    done,
    step: currentStep(done),
    actor: actorOf(store),
  };
};

/** The dossier of a proposal as the window gets it. */
export const readRecord = async (
  services: Services,
  store: Store,
  id: string,
): Promise<Result<DossierRecord, IpcFailure>> => {
  const state = await readDossier(services, store, id);
  return state.ok ? ok(await recordOf(services, store, state.value)) : state;
};
