import type { StoreResult } from './store';

/** A file that the program made and may never lose: a frozen paper, a signed one. */
export interface KeptFile {
  readonly proposalId: string;
  readonly sha256: string;
  /** What a person knows it by; no path. */
  readonly name: string;
  readonly bytes: number;
  readonly at: string;
}

export interface KeptFileStore {
  /** Keeps bytes for a proposal; `ok` means two synced copies of them. The same bytes again: nothing new. */
  keepFile(proposalId: string, name: string, bytes: Uint8Array): Promise<StoreResult<KeptFile>>;
  /** By name. */
  listKeptFiles(proposalId: string): StoreResult<readonly KeptFile[]>;
  /** The bytes of that hash, whoever keeps them, or a failure: other bytes are never handed out. */
  readKeptFile(sha256: string): StoreResult<Uint8Array>;
}
