import type { StoreResult } from './store';
import type { AttachmentTransfer } from './store-attachments';

/** One file that takes proposals to another machine, with history, attachments, calls and profiles. */
export interface PackageOptions extends AttachmentTransfer {
  /** Without one the file can be read by anybody who has it. */
  readonly passphrase?: string;
}

export interface WrittenPackage {
  readonly bytes: number;
  readonly sha256: string;
  readonly proposals: number;
  readonly revisions: number;
  readonly attachments: number;
  /** Frozen and signed papers. */
  readonly files: number;
}

export interface PlannedProposal {
  readonly id: string;
  readonly title: string;
  /**
   * `new`: not here yet; `same`: here word for word; `update`: goes on from what is here, which
   * becomes a version; `older`: what is here goes on from it, nothing happens; `copy`: both went on
   * from a common state, it comes in as a proposal of its own.
   */
  readonly action: 'new' | 'same' | 'update' | 'older' | 'copy';
  readonly revisions: number;
  readonly attachments: number;
  /** Frozen and signed papers that are not here yet. */
  readonly files: number;
}

/** What importing would do, or has done. */
export interface PackagePlan {
  readonly createdAt: string;
  readonly createdBy: string;
  readonly proposals: readonly PlannedProposal[];
  /** Profiles and library records that are not here yet; those that are stay as they are. */
  readonly organisations: readonly string[];
  readonly records: readonly string[];
  /** Of attachments and kept files together. */
  readonly attachmentBytes: number;
}

export interface PackageStore {
  /** Writes a `.bdx` file, reads it back and compares; only then it gets its name. */
  writePackage(
    proposalIds: readonly string[],
    path: string,
    options?: PackageOptions,
  ): Promise<StoreResult<WrittenPackage>>;
  /**
   * What importing would do; changes nothing. Codes: `package-sealed` (a passphrase is needed),
   * `package-passphrase` (it is wrong, or the file was changed), `package-damaged`,
   * `package-newer`, `too-large`.
   */
  inspectPackage(path: string, options?: PackageOptions): Promise<StoreResult<PackagePlan>>;
  /** Brings everything in at once or nothing. */
  importPackage(path: string, options?: PackageOptions): Promise<StoreResult<PackagePlan>>;
}
