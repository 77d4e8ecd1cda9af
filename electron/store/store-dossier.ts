import type { Ack } from '../../shared/ipc';
import type { StoreResult } from './store';

/** One line of the register: what was done with a proposal, by whom. */
export interface RegisterEntry {
  readonly id: number;
  readonly at: string;
  /** 'freeze', 'unfreeze', 'export', 'print', 'sign', 'delivery' … */
  readonly kind: string;
  readonly proposalId: string;
  /** As typed in the settings. */
  readonly actor: string;
  readonly detail: unknown;
}

export interface DossierStore {
  /** What belongs to a proposal beside its sections, by name: 'compliance', 'dossier', 'follow-up' … */
  readParts(proposalId: string): StoreResult<Readonly<Record<string, unknown>>>;
  savePart(proposalId: string, part: string, value: unknown): StoreResult<Ack>;

  /** The register only grows and is chained; it outlives erased proposals. */
  enterRegister(entry: Omit<RegisterEntry, 'id' | 'at'>): StoreResult<RegisterEntry>;
  /** Newest first; of all proposals without an id. */
  listRegister(proposalId?: string): StoreResult<readonly RegisterEntry[]>;
  /** Ids of entries whose place in the chain does not fit; empty: nothing was altered. */
  checkRegister(): StoreResult<readonly number[]>;

  /** Settings that are a person's words: organisation's deadlines, name for the register … */
  readSetting(key: string): StoreResult<unknown>;
  saveSetting(key: string, value: unknown): StoreResult<Ack>;
}
