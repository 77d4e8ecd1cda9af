import { foldText } from '../../base';
import {
  type Call,
  type CheckOutcome,
  type DossierData,
  type DossierDocument,
  type DossierProposal,
  emptyCommitment,
  type Paper,
  type PaperFacts,
  type PaperKind,
  type PaperPlan,
  type PaperWords,
  type PlanKind,
} from '../../model';
import { checkWords } from './check-words';
import { dossierWords, placeAndDate } from './dossier-words';
import { enclosureWords } from './enclosure-words';
import { taskAttachments, taskFacts } from './task-facts';
import { amountFields, taskWords } from './task-words';

export interface DossierRequest {
  readonly call: Call;
  /** The paper forms of the program. */
  readonly papers: readonly Paper[];
  readonly proposals: readonly DossierProposal[];
  readonly dossier: DossierData;
  /** What the checks found, for the report; left out, there is no report. */
  readonly outcomes?: readonly CheckOutcome[];
  /** ISO day of that check. */
  readonly checkedOn?: string | null;
}

/** By the person's order of priority; those without a place follow as given. */
export const inPriority = (
  proposals: readonly DossierProposal[],
  { priority }: Pick<DossierData, 'priority'>,
): DossierProposal[] => {
  const place = ({ id }: DossierProposal): number => {
    const at = priority.indexOf(id);
    return at === -1 ? priority.length : at;
  };
  return [...proposals].sort((a, b) => place(a) - place(b));
};

type Draft = Omit<
  PaperPlan,
  'originals' | 'copies' | 'countKnown' | 'media' | 'facts' | 'condition'
> & {
  readonly media?: PaperPlan['media'];
  readonly condition?: string;
};

/** Folded words of the title by which a listed paper is known to be a commitment. */
const COMMITMENT = 'cam ket';
const isCommitment = (title: string): boolean => foldText(title).includes(COMMITMENT);

const merge = (...all: readonly PaperWords[]): PaperWords => ({
  fields: Object.assign({}, ...all.map(({ fields }) => fields)) as PaperWords['fields'],
  lists: Object.assign({}, ...all.map(({ lists }) => lists)) as PaperWords['lists'],
});

class DossierPapers {
  readonly proposals: readonly DossierProposal[];
  private readonly request: DossierRequest;
  private readonly words: PaperWords;

  constructor(request: DossierRequest) {
    this.request = request;
    this.proposals = inPriority(request.proposals, request.dossier);
    this.words = merge(
      dossierWords(request.call, request.dossier),
      taskWords(this.proposals, request.dossier),
    );
  }

  demandOf(kind: DossierDocument['kind']): DossierDocument | null {
    return this.request.call.dossier?.documents.find((document) => document.kind === kind) ?? null;
  }

  /** Counts, media and facts that every plan has. */
  finish(draft: Draft): PaperPlan {
    const { call, dossier } = this.request;
    const electronic = this.demandOf('electronic-copy')?.media ?? [];
    const asked = draft.demand?.copies ?? null;
    const own = Object.hasOwn(dossier.counts, draft.id) ? dossier.counts[draft.id] : undefined;
    const media = draft.media ?? draft.demand?.media ?? ['paper'];
    const sends = draft.kind === 'proposal-form' ? electronic : [];
    return {
      ...draft,
      condition: draft.condition ?? draft.demand?.condition ?? '',
      originals: own?.originals ?? asked ?? 1,
      copies: own?.copies ?? 0,
      countKnown: own !== undefined || asked !== null || call.dossier === null || !draft.enclosed,
      media: [...new Set([...media, ...sends])],
      facts: this.factsOf(draft.proposals),
    };
  }

  private factsOf(ids: readonly string[]): PaperFacts {
    return {
      organisation: this.request.dossier.organisation.name,
      tasks: this.proposals.filter(({ id }) => ids.includes(id)).map(taskFacts),
    };
  }

  /** A paper of ours, or nothing where the program has no form for it. */
  paper(
    kind: PaperKind,
    more: Partial<Draft> & Pick<Draft, 'required' | 'enclosed'>,
    words: PaperWords = { fields: {}, lists: {} },
  ): PaperPlan[] {
    const paper = this.request.papers.find((one) => one.kind === kind);
    if (paper === undefined) return [];
    return [
      this.finish({
        id: kind,
        kind,
        title: paper.title,
        demand: null,
        proposals: this.proposals.map(({ id }) => id),
        ...more,
        source: { kind: 'paper', paper, words: merge(this.words, words) },
      }),
    ];
  }

  /** Of several papers of one kind, each carries its task's place in the order of priority. */
  private numbered(title: string, of: DossierProposal): string {
    return this.proposals.length > 1 ? `${title} ${this.proposals.indexOf(of) + 1}` : title;
  }

  forms(): PaperPlan[] {
    const demand = this.demandOf('proposal-form');
    return this.proposals.map((of) => {
      const title = demand?.title ?? 'Bản đề xuất nhiệm vụ';
      return this.finish({
        id: `proposal:${of.id}`,
        kind: 'proposal-form',
        title: this.numbered(title, of),
        demand,
        required: demand?.required ?? 'ours',
        proposals: [of.id],
        enclosed: true,
        source: { kind: 'proposal', proposal: of.proposal, template: of.template },
      });
    });
  }

  /** Wanted by the call, compelling for a model point, named by the proposal or begun by the person. */
  commitments(): PaperPlan[] {
    const { dossier, call } = this.request;
    const demand = this.demandOf('commitment');
    return this.proposals.flatMap((of) => {
      const isModel = dossier.modelPoint.includes(of.id);
      const begun = Object.hasOwn(dossier.commitments, of.id);
      const named = taskAttachments(of).some(isCommitment);
      if (demand === null && !isModel && !begun && !named) return [];
      const own = (begun ? dossier.commitments[of.id] : undefined) ?? emptyCommitment();
      const facts = taskFacts(of);
      const { enterprise } = own;
      const isOther = enterprise.name.trim() !== '';
      const { organisation, signer } = dossier;
      const amount = own.amount ?? facts.matching;
      return this.paper(
        'commitment',
        {
          id: `commitment:${of.id}`,
          title: this.numbered('Văn bản nhu cầu và cam kết của doanh nghiệp', of),
          demand,
          required: isModel ? 'always' : (demand?.required ?? (named ? 'conditional' : 'ours')),
          proposals: [of.id],
          enclosed: true,
        },
        {
          fields: {
            'task.title': facts.title,
            ...amountFields('task.total', facts.total),
            ...amountFields('task.state', facts.state),
            'enterprise.name': isOther ? enterprise.name : organisation.name,
            'enterprise.address': isOther ? enterprise.address : organisation.address,
            'enterprise.taxCode': isOther ? enterprise.taxCode : organisation.taxCode,
            'enterprise.representative': enterprise.representative || (isOther ? '' : signer.name),
            'enterprise.position': enterprise.position || (isOther ? '' : signer.position),
            'enterprise.signs': (
              enterprise.position || (isOther ? '' : signer.position)
            ).toUpperCase(),
            'commitment.need': own.need,
            'commitment.cooperation': own.cooperation,
            'commitment.reception': own.reception,
            ...amountFields('commitment.amount', amount),
            'commitment.placeDate': placeAndDate(organisation.place, own.date),
            programme: call.programme,
          },
          lists: {},
        },
      );
    });
  }

  /** Papers that the person brings: named by the call, or by a proposal as its enclosures. */
  attachments(): PaperPlan[] {
    const outside = (
      id: string,
      title: string,
      demand: DossierDocument | null,
      required: PaperPlan['required'],
      proposals: readonly string[],
    ): PaperPlan =>
      this.finish({
        id,
        kind: 'attachment' satisfies PlanKind,
        title,
        demand,
        required,
        proposals,
        enclosed: true,
        source: { kind: 'outside' },
      });
    const demands = (this.request.call.dossier?.documents ?? []).filter(
      ({ kind }) => kind === 'attachment',
    );
    const { dossier } = this.request;
    // A commitment that the program sets is not brought from elsewhere as well.
    const isOurs = (of: DossierProposal, title: string): boolean =>
      isCommitment(title) &&
      this.commitments().some(
        ({ id, proposals }) => proposals.includes(of.id) && !dossier.without.includes(id),
      );
    const listed = this.proposals.flatMap((of) =>
      taskAttachments(of)
        .map((title, at) => ({ of, title, at }))
        .filter(({ title }) => !isOurs(of, title)),
    );
    const conditional = demands.find(({ required }) => required === 'conditional') ?? null;
    return [
      ...demands
        .filter(({ required }) => required === 'always')
        .map((demand) =>
          outside(
            `attachment:${demand.id}`,
            demand.title,
            demand,
            'always',
            this.proposals.map(({ id }) => id),
          ),
        ),
      // What several proposals name is one paper.
      ...listed
        .filter(({ title }, at) => listed.findIndex((one) => one.title === title) === at)
        .map(({ of, title, at }) =>
          outside(
            `attachment:${of.id}:${at + 1}`,
            title,
            conditional,
            'conditional',
            listed.filter((one) => one.title === title).map((one) => one.of.id),
          ),
        ),
    ];
  }

  letter(enclosures: PaperWords): PaperPlan[] {
    const demand = this.demandOf('cover-letter');
    return this.paper(
      'cover-letter',
      { demand, required: demand?.required ?? 'ours', enclosed: true },
      enclosures,
    );
  }

  summary(): PaperPlan[] {
    const demand = this.demandOf('summary-table');
    if (
      demand === null &&
      this.proposals.length < 2 &&
      this.request.call.dossier?.inPriorityOrder !== true
    ) {
      return [];
    }
    return this.paper('summary-table', {
      demand,
      required: demand?.required ?? 'ours',
      enclosed: true,
    });
  }

  handing(enclosures: PaperWords): PaperPlan[] {
    const ours = { required: 'ours', enclosed: false } as const;
    return [
      ...this.paper('delivery-note', ours, enclosures),
      ...this.paper('receipt', ours, enclosures),
      ...this.paper('envelope-label', ours, enclosures),
    ];
  }

  report(): PaperPlan[] {
    const { outcomes, checkedOn = null } = this.request;
    if (outcomes === undefined) return [];
    return this.paper(
      'check-report',
      { required: 'ours', enclosed: false },
      checkWords(this.proposals, outcomes, checkedOn, {
        organisation: this.request.dossier.organisation.name,
        call: this.request.call.title,
      }),
    );
  }
}

/** The papers of a dossier in the order they lie in. */
export const papersOf = (request: DossierRequest): PaperPlan[] => {
  const made = new DossierPapers(request);
  const keeps = ({ id }: PaperPlan): boolean => !request.dossier.without.includes(id);
  const enclosed = [
    ...made.summary(),
    ...made.forms(),
    ...made.commitments(),
    ...made.attachments(),
  ].filter(keeps);
  const letter = made.letter(enclosureWords(enclosed, made.proposals)).filter(keeps);
  const all = enclosureWords([...letter, ...enclosed], made.proposals);
  return [...letter, ...enclosed, ...[...made.handing(all), ...made.report()].filter(keeps)];
};
