import type { Ack } from '../../shared/ipc';
import type { Style } from '../../shared/model';
import type { StoreResult } from './store';

/** One kept version of a proposal. Versions are numbered from 1 and never change. */
export interface Revision {
  readonly number: number;
  readonly at: string;
  /** Sequence of the last change it holds. */
  readonly seq: number;
  /** `milestone` and `frozen` are kept for ever. */
  readonly kind: 'auto' | 'milestone' | 'frozen' | 'restored' | 'imported';
  /** A milestone's name, '' otherwise. */
  readonly name: string;
  /** SHA-256 of the words, hex. */
  readonly sha256: string;
  /** Characters of all answers, so that a list can show growth. */
  readonly size: number;
  /** False: thinned out; only its place in the chain is left. */
  readonly kept: boolean;
}

export interface RevisionContent {
  readonly title: string;
  readonly organisationId: string | null;
  readonly style: Style;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface RevisionStore {
  /** Newest first. */
  listRevisions(proposalId: string): StoreResult<readonly Revision[]>;
  readRevision(proposalId: string, number: number): StoreResult<RevisionContent>;
  /** Keeps the present words under a name, for ever. */
  markMilestone(proposalId: string, name: string): StoreResult<Revision>;
  /** Keeps the present words as frozen, for ever. */
  freezeRevision(proposalId: string, name: string): StoreResult<Revision>;
  /** Brings an old version back as the newest; the words before it become a version too. */
  restoreRevision(proposalId: string, number: number): StoreResult<Ack>;
}
