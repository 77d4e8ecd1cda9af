import type {
  DossierDocument,
  DossierProposal,
  PaperFacts,
  PaperKind,
  PaperPlan,
  PaperWords,
  PlanKind,
} from '../../model';
import { checkWords } from './check-words';
import { commitmentOf, commitmentWords, committedAmount } from './commitment-words';
import { type DossierRequest, inPriority } from './dossier-request';
import { dossierWords } from './dossier-words';
import { enclosureWords } from './enclosure-words';
import { listedAttachments, listsCommitment } from './listed-attachments';
import { taskFacts } from './task-facts';
import { taskWords } from './task-words';

type Draft = Omit<
  PaperPlan,
  'originals' | 'copies' | 'countKnown' | 'media' | 'facts' | 'condition'
> & {
  readonly media?: PaperPlan['media'];
  readonly condition?: string;
};

/** Papers that print titles and sums of tasks. */
const TELLING: ReadonlySet<PlanKind> = new Set([
  'cover-letter',
  'summary-table',
  'proposal-form',
  'commitment',
]);
/** Papers that print who signs for the organisation, and who receives them. */
const SIGNED: ReadonlySet<PlanKind> = new Set(['cover-letter', 'summary-table', 'commitment']);
const ADDRESSED: ReadonlySet<PlanKind> = new Set([
  'commitment',
  'delivery-note',
  'receipt',
  'envelope-label',
]);

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
      facts: this.factsOf(draft),
    };
  }

  private factsOf({ kind, proposals }: Draft): PaperFacts {
    const { dossier } = this.request;
    const own = this.proposals.filter(({ id }) => proposals.includes(id));
    const [first] = own;
    return {
      organisation: dossier.organisation.name,
      tasks: TELLING.has(kind) ? own.map(taskFacts) : [],
      ...(SIGNED.has(kind) ? { signer: dossier.signer.name } : {}),
      ...(ADDRESSED.has(kind) ? { recipient: dossier.recipient.name } : {}),
      ...(kind === 'commitment' && first !== undefined
        ? { committed: committedAmount(first, dossier) }
        : {}),
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
  private numbered(title: string, of: DossierProposal, count: number): string {
    return count > 1 ? `${title} ${this.proposals.indexOf(of) + 1}` : title;
  }

  private isKept(id: string): boolean {
    return !this.request.dossier.without.includes(id);
  }

  forms(): PaperPlan[] {
    const demand = this.demandOf('proposal-form');
    return this.proposals.map((of) => {
      const title = demand?.title ?? 'Bản đề xuất nhiệm vụ';
      return this.finish({
        id: `proposal:${of.id}`,
        kind: 'proposal-form',
        title: this.numbered(title, of, this.proposals.length),
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
    const committing = this.proposals.filter(
      (of) =>
        this.isKept(`commitment:${of.id}`) &&
        (demand !== null ||
          dossier.modelPoint.includes(of.id) ||
          listsCommitment(of) ||
          commitmentOf(dossier, of.id) !== undefined),
    );
    return committing.flatMap((of) => {
      const isModel = dossier.modelPoint.includes(of.id);
      const wanted = demand?.required ?? (listsCommitment(of) ? 'conditional' : 'ours');
      return this.paper(
        'commitment',
        {
          id: `commitment:${of.id}`,
          title: this.numbered(
            'Văn bản nhu cầu và cam kết của doanh nghiệp',
            of,
            committing.length,
          ),
          demand,
          required: isModel ? 'always' : wanted,
          proposals: [of.id],
          enclosed: true,
        },
        commitmentWords(of, dossier, call.programme),
      );
    });
  }

  /** A paper that the person brings. */
  private outside(
    more: Pick<Draft, 'id' | 'title' | 'demand' | 'required' | 'proposals'>,
  ): PaperPlan {
    return this.finish({
      ...more,
      kind: 'attachment',
      enclosed: true,
      source: { kind: 'outside' },
    });
  }

  /** Named by the call, or by a proposal as its enclosures. */
  attachments(committed: ReadonlySet<string>): PaperPlan[] {
    const demands = (this.request.call.dossier?.documents ?? []).filter(
      ({ kind }) => kind === 'attachment',
    );
    const conditional = demands.find(({ required }) => required === 'conditional') ?? null;
    const all = this.proposals.map(({ id }) => id);
    return [
      ...demands
        .filter(({ required }) => required === 'always')
        .map((demand) =>
          this.outside({
            id: `attachment:${demand.id}`,
            title: demand.title,
            demand,
            required: 'always',
            proposals: all,
          }),
        ),
      ...listedAttachments(this.proposals, committed).map(({ title, first, proposals }) =>
        this.outside({
          id: `attachment:${first.proposal}:${first.place}`,
          title,
          demand: conditional,
          required: 'conditional',
          proposals,
        }),
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
  const commitments = made.commitments();
  const committed = new Set(commitments.flatMap(({ proposals }) => proposals));
  const enclosed = [
    ...[...made.summary(), ...made.forms()].filter(keeps),
    ...commitments,
    ...made.attachments(committed).filter(keeps),
  ];
  const letter = made.letter(enclosureWords(enclosed, made.proposals)).filter(keeps);
  const all = enclosureWords([...letter, ...enclosed], made.proposals, request.pagesOf);
  return [...letter, ...enclosed, ...[...made.handing(all), ...made.report()].filter(keeps)];
};
