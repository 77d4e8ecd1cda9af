import type { Result } from '../../shared/base';
import type { Ack, ExportRecord, IpcFailure, ProposalRecord, StoreState } from '../../shared/ipc';
import type { OrganisationProfile, Style } from '../../shared/model';
import type { AttachmentStore } from './store-attachments';
import type { BackupStore } from './store-backups';
import type { DossierStore } from './store-dossier';
import type { KeptFileStore } from './store-files';
import type { Healing, RecoveryPlan, ScrubReport } from './store-health';
import type { LibraryStore } from './store-library';
import type { PackageStore } from './store-packages';
import type { RevisionStore } from './store-revisions';

/**
 * What the rest of the main process may do with the stored words. Every answer is a value; a
 * failure carries a code of the contract. All calls are synchronous unless they say otherwise:
 * when one returns `ok`, the change is on the disk twice (database and journal).
 */
export type StoreResult<T> = Result<T, IpcFailure>;

/** A row of the list. What only call and template know (titles, limits) the caller adds. */
export interface ProposalListing {
  readonly id: string;
  readonly title: string;
  readonly callId: string;
  readonly templateId: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly trashedAt: string | null;
  /** Last count the window reported. */
  readonly pages: number | null;
  /** Ids of sections that hold an answer; a blank document or an empty amount is none. */
  readonly answered: readonly string[];
  /** Its row does not match its hash and cannot be mended: the title is a name for it, no more. */
  readonly damaged?: true;
}

export interface NewProposal {
  readonly callId: string;
  readonly templateId: string;
  readonly title: string;
  readonly organisationId: string | null;
  /** The template's own style. */
  readonly style: Style;
  /** Answers to begin with, from the organisation's profile for instance. */
  readonly values: Readonly<Record<string, unknown>>;
}

export type ProposalView = ProposalRecord['view'];

export interface ReadableStore {
  /** Newest change first. */
  listProposals(filter: { readonly trashed: boolean }): StoreResult<readonly ProposalListing[]>;
  openProposal(id: string): StoreResult<ProposalRecord>;
  /** The default one first, then by name. */
  listOrganisations(): StoreResult<readonly OrganisationProfile[]>;
  /** Newest first. */
  listExports(proposalId: string): StoreResult<readonly ExportRecord[]>;
  readExport(exportId: number): StoreResult<ExportRecord>;
}

export interface WritableStore extends ReadableStore {
  createProposal(input: NewProposal): StoreResult<ProposalRecord>;
  renameProposal(id: string, title: string): StoreResult<Ack>;
  /** A copy with `title` and the attachments, its own history and no exports. */
  duplicateProposal(id: string, title: string): StoreResult<ProposalRecord>;
  trashProposal(id: string): StoreResult<Ack>;
  restoreProposal(id: string): StoreResult<Ack>;
  /** For ever. Only what lies in the trash can be erased (`invalid-value` otherwise). */
  eraseProposal(id: string): StoreResult<Ack>;
  /** `value` is any JSON; the caller has checked it against the template. */
  saveSection(id: string, section: string, value: unknown): StoreResult<Ack>;
  saveStyle(id: string, style: Style): StoreResult<Ack>;
  setOrganisation(id: string, organisationId: string | null): StoreResult<Ack>;
  /** Caret, scroll and page count: kept, but neither numbered nor journaled. */
  saveView(id: string, view: ProposalView, pages: number | null): StoreResult<undefined>;

  /** Without `id` a new one. Making one the default takes that from the others. */
  saveOrganisation(
    profile: Omit<OrganisationProfile, 'id'> & { readonly id?: string | undefined },
  ): StoreResult<OrganisationProfile>;
  /** Proposals keep the words they took over. */
  removeOrganisation(id: string): StoreResult<Ack>;

  /** Enters a finished file into the register, which only grows. */
  registerExport(entry: Omit<ExportRecord, 'id' | 'at'>): StoreResult<ExportRecord>;
}

export interface Store
  extends WritableStore,
    RevisionStore,
    BackupStore,
    LibraryStore,
    DossierStore,
    AttachmentStore,
    KeptFileStore,
    PackageStore {
  readonly file: string;
  /** What was put right while opening; null when there was nothing. */
  readonly healed: Healing | null;
  /** `ready`, or what stopped the last write. */
  state(): StoreState;
  /** Tries again what could not be written. Answers the state after it. */
  retry(): StoreState;
  /** Reads some rows, compares their hashes and mends what backup and journal can mend. */
  scrub(rows: number): ScrubReport;
  /** Reads both copies of every attachment and kept file and makes a damaged one again from the other. */
  scrubContents(): Promise<StoreResult<ScrubReport>>;
  /** Regular duties that are due: retry, mark, checkpoint, backup, scrub. Timers call it by themselves. */
  tick(): Promise<void>;
  /** To be awaited before `close` when there is time: a last backup if much was written. */
  finish(): Promise<void>;
  /** Checkpoints and lets go of the file. Safe to call twice. */
  close(): void;
}

export interface StoreOptions {
  /** Folder of the person's data; made when it is not there. */
  readonly folder: string;
  /** ISO 8601 in UTC, milliseconds included: `new Date().toISOString()`. */
  readonly now: () => string;
  /** `crypto.randomUUID`. */
  readonly newId: () => string;
  readonly appVersion: string;
  /** Told when a write fails and, with null, when writing works again. */
  readonly onTrouble?: (state: StoreState | null) => void;
  /** Run the regular duties every second. Tests call `tick` themselves. */
  readonly timers?: boolean;
  /** Milliseconds that only count forward; the process's own by default. */
  readonly uptime?: () => number;
  /** Bytes of one journal file, taken beforehand; 1 MiB by default. */
  readonly journalReserve?: number;
  /** The built thread for checks of whole files; the one beside the program by default. */
  readonly checkerFile?: string;
}

/** The store did not open; nothing was changed. */
export interface StoreNotOpened {
  readonly state: StoreState;
  /** What `recoverStore` would do; null when there is nothing to recover from. */
  readonly recovery: RecoveryPlan | null;
}
