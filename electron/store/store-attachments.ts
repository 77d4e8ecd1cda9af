import type { Ack } from '../../shared/ipc';
import type { StoreResult } from './store';

/** "Tài liệu gửi kèm": a file kept with a proposal. */
export interface Attachment {
  readonly id: string;
  readonly proposalId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly at: string;
}

export interface AttachmentTransfer {
  /** Aborting leaves nothing behind; the answer is `cancelled`. */
  readonly signal?: AbortSignal;
  /** Called with the bytes done so far, about once a megabyte. */
  readonly onProgress?: (bytes: number) => void;
}

export interface AttachmentStore {
  /** In the order they were added. */
  listAttachments(proposalId: string): StoreResult<readonly Attachment[]>;
  /**
   * Takes in a file of up to 200 MB piece by piece; other work goes on meanwhile. `too-large`;
   * `invalid-value` when it is no PDF, picture or Office document.
   */
  addAttachment(
    proposalId: string,
    path: string,
    transfer?: AttachmentTransfer,
  ): Promise<StoreResult<Attachment>>;
  removeAttachment(id: string): StoreResult<Ack>;
  /** Writes the file to `path`, whole or not at all, every piece checked against its hash. */
  copyAttachment(
    id: string,
    path: string,
    transfer?: AttachmentTransfer,
  ): Promise<StoreResult<undefined>>;
}
