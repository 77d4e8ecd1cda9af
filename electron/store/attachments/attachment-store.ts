import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { placeFile } from '../create-database';
import { storeFailure } from '../failures';
import { tryRemoveFile } from '../journal/sync-files';
import { intactProposal } from '../proposal-store';
import { attachmentIdsOf } from '../queries/attachment-chunks';
import { type AttachmentRow, tables } from '../queries/tables';
import type { StoreResult } from '../store';
import type { StoreAccess } from '../store-access';
import type { Attachment, AttachmentStore, AttachmentTransfer } from '../store-attachments';
import { CHUNK } from './blob-file';
import type { Contents, TakenContent } from './contents';
import { mediaTypeOf } from './media-type';
import { damagedContent, Refused, refusalOf } from './refused';

export const MOST_BYTES = 200 * 1024 * 1024;

const attachmentOf = (row: AttachmentRow): Attachment => ({
  id: row.id,
  proposalId: row.proposal_id,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  at: row.at,
});

const notFound = (): IpcFailure =>
  storeFailure(
    'not-found',
    'Không tìm thấy tài liệu gửi kèm này.',
    'Có thể tài liệu đã bị gỡ. Hãy mở lại danh sách tài liệu gửi kèm.',
  );

const tooLarge = (): IpcFailure =>
  storeFailure(
    'too-large',
    'Tài liệu gửi kèm lớn hơn 200 MB.',
    'Hãy nén hoặc tách tài liệu thành nhiều tệp nhỏ hơn.',
  );

const wrongKind = (name: string): IpcFailure =>
  storeFailure(
    'invalid-value',
    `Tệp “${name}” không phải PDF, ảnh, Word hay Excel, hoặc là tệp rỗng.`,
    'Hãy chọn tệp PDF, PNG, JPEG, TIFF, WEBP, DOCX hoặc XLSX.',
    name,
  );

const cancelled = (): IpcFailure => storeFailure('cancelled', 'Đã dừng theo yêu cầu.');

/** Attachments of proposals: names in the database, bytes among the contents. */
export class Attachments implements AttachmentStore {
  readonly #core: StoreAccess;
  readonly #contents: Contents;

  constructor(core: StoreAccess, contents: Contents) {
    this.#core = core;
    this.#contents = contents;
  }

  readonly listAttachments = (proposalId: string): StoreResult<readonly Attachment[]> =>
    this.#core.read((session) => {
      const proposal = intactProposal(session, proposalId);
      if (!proposal.ok) return proposal;
      const attachments: Attachment[] = [];
      for (const id of attachmentIdsOf(session.db, proposalId)) {
        const found = session.rows.find(tables.attachments, id);
        if (found?.intact !== true) {
          return err(damagedContent('attachment', found?.row.name ?? id));
        }
        attachments.push(attachmentOf(found.row));
      }
      return ok(attachments);
    });

  readonly addAttachment = (
    proposalId: string,
    path: string,
    transfer: AttachmentTransfer = {},
  ): Promise<StoreResult<Attachment>> => {
    const proposal = this.#core.read((session) => intactProposal(session, proposalId));
    if (!proposal.ok) return Promise.resolve(proposal);
    const name = basename(path).normalize('NFC');
    return this.#contents.hold(async () => {
      try {
        const taken = await this.#takeIn(path, name, transfer);
        return this.#enter(proposalId, name, taken);
      } catch (error) {
        return err(refusalOf(error));
      }
    });
  };

  readonly removeAttachment = (id: string) => {
    const found = this.#core.read((session) => ok(session.rows.find(tables.attachments, id)));
    if (!found.ok) return found;
    if (found.value === null) return err(notFound());
    return this.#core.commit({ kind: 'attachment-gone', id }, 'withdraw');
  };

  readonly copyAttachment = async (
    id: string,
    path: string,
    transfer: AttachmentTransfer = {},
  ): Promise<StoreResult<undefined>> => {
    const found = this.#core.read((session) => ok(session.rows.find(tables.attachments, id)));
    if (!found.ok) return found;
    if (found.value === null) return err(notFound());
    const { row } = found.value;
    const temporary = `${path}.dang-ghi`;
    try {
      const file = await open(temporary, 'w', 0o600);
      try {
        let done = 0;
        for (const piece of this.#contents.pieces({ ...row, kind: 'attachment' })) {
          if (transfer.signal?.aborted) throw new Refused(cancelled());
          await file.writeFile(piece);
          done += piece.length;
          transfer.onProgress?.(done);
        }
        // Here the disk may take its time; in `placeFile` there is little left to sync.
        await file.sync();
      } finally {
        await file.close();
      }
      placeFile(temporary, path);
      return ok(undefined);
    } catch (error) {
      tryRemoveFile(temporary);
      return err(refusalOf(error));
    }
  };

  async #takeIn(path: string, name: string, transfer: AttachmentTransfer): Promise<Taken> {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new Refused(tooLarge());
    this.#contents.needRoom(size);
    let mediaType: string | null = null;
    const taken = await this.#contents.take(readPieces(path), {
      ...transfer,
      most: MOST_BYTES,
      checkFirst: (first) => {
        mediaType = mediaTypeOf(name, first);
        if (mediaType === null) throw new Refused(wrongKind(name));
      },
    });
    if (mediaType === null) throw new Refused(wrongKind(name));
    return { ...taken, mediaType };
  }

  #enter(proposalId: string, name: string, taken: Taken): StoreResult<Attachment> {
    const id = this.#core.newId();
    const { mediaType, bytes, sha256 } = taken;
    const done = this.#core.commit(
      { kind: 'attachment', id, proposalId, name, mediaType, bytes, sha256 },
      'withdraw',
    );
    return done.ok
      ? ok({ id, proposalId, name, mediaType, bytes, sha256, at: done.value.savedAt })
      : done;
  }
}

interface Taken extends TakenContent {
  readonly mediaType: string;
}

/** Pieces of one chunk each, the last one shorter. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(CHUNK);
      let filled = 0;
      while (filled < CHUNK) {
        const { bytesRead } = await file.read(piece, filled, CHUNK - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield piece.subarray(0, filled);
      if (filled < CHUNK) return;
    }
  } finally {
    await file.close();
  }
}
