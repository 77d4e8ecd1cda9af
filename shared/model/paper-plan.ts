import type { DossierDocument } from './dossier-requirement';
import type { Finding } from './finding';
import type { Paper, PaperKind, PaperWords } from './paper';
import type { Proposal } from './proposal';
import type { Template } from './template';

/** A proposal of a dossier, with its form. */
export interface DossierProposal {
  readonly id: string;
  readonly proposal: Proposal;
  readonly template: Template;
  /** Pages of its paper, where they have been counted. */
  readonly pages: number | null;
}

export type PlanKind = PaperKind | 'proposal-form' | 'attachment';

/** What a paper says that other papers of the dossier say, too. Amounts in whole đồng. */
export interface PaperFacts {
  readonly organisation: string;
  readonly tasks: readonly TaskFacts[];
  /** Left out where the paper does not say it. */
  readonly signer?: string;
  readonly recipient?: string;
  /** What the enterprise brings in. */
  readonly committed?: number | null;
}

export interface TaskFacts {
  readonly proposal: string;
  readonly title: string;
  readonly organisation: string;
  readonly total: number | null;
  readonly state: number | null;
  readonly matching: number | null;
}

export type PaperSource =
  | { readonly kind: 'paper'; readonly paper: Paper; readonly words: PaperWords }
  | { readonly kind: 'proposal'; readonly proposal: Proposal; readonly template: Template }
  /** The person brings it. */
  | { readonly kind: 'outside' };

/** One paper of a dossier. Plain data: it is kept, sent to workers and drawn later unchanged. */
export interface PaperPlan {
  /** 'cover-letter', 'proposal:<id>', 'commitment:<id>', 'attachment:<document id>' … */
  readonly id: string;
  readonly kind: PlanKind;
  readonly title: string;
  /** What the call says of it; null where the call does not name it. */
  readonly demand: DossierDocument | null;
  /** `always`: the call wants it; `conditional`: under `condition`; `ours`: the program's advice. */
  readonly required: 'always' | 'conditional' | 'ours';
  readonly condition: string;
  readonly originals: number;
  readonly copies: number;
  /** False: the call does not say how many. */
  readonly countKnown: boolean;
  readonly media: DossierDocument['media'];
  /** Ids of the proposals it is about. */
  readonly proposals: readonly string[];
  /** True: goes into the envelope; false: for the proposer's own use. */
  readonly enclosed: boolean;
  readonly facts: PaperFacts;
  readonly source: PaperSource;
}

export type PrintablePlan = PaperPlan & {
  readonly source: Exclude<PaperSource, { kind: 'outside' }>;
};

export const isPrintable = (plan: PaperPlan): plan is PrintablePlan =>
  plan.source.kind !== 'outside';

/** What a check report lists. */
export interface CheckOutcome {
  readonly proposal: string;
  readonly findings: readonly Finding[];
}
