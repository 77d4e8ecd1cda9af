import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { placeFile } from '../create-database';
import { failureOf, failures, storeFailure } from '../failures';
import { tryRemoveFile } from '../journal/sync-files';
import type { SessionOptions } from '../open-session';
import { intactProposal } from '../proposal-store';
import { attachmentIdsOf, wantedContents } from '../queries/attachment-chunks';
import { type AttachmentRow, tables } from '../queries/tables';
import type { ReadSession } from '../session';
import type { StoreResult } from '../store';
import type { StoreAccess } from '../store-access';
import type { Attachment, AttachmentStore, AttachmentTransfer } from '../store-attachments';
import { hasCopy, readCopy, writeCopy } from './blob-copies';
import { BlobFile, CHUNK } from './blob-file';
import { mediaTypeOf } from './media-type';

const MOST_BYTES = 200 * 1024 * 1024;

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

const damagedAttachment = (name: string): IpcFailure =>
  failures.damaged([`tài liệu gửi kèm “${name}”`]);

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Refused extends Error {
  readonly failure: IpcFailure;
  constructor(failure: IpcFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

const toFailure = (error: unknown): IpcFailure => {
  if (error instanceof Refused) return error.failure;
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failure;
};

/** What this part needs beside the words; `session` is asked for only by backups. */
export interface AttachmentAccess extends StoreAccess {
  readonly options: Pick<SessionOptions, 'Database' | 'paths'>;
  session(): StoreResult<ReadSession>;
}

/** Attachments of proposals: names in the database, bytes in their own file, copies by the backups. */
export class Attachments implements AttachmentStore {
  readonly #core: AttachmentAccess;
  #file: BlobFile | null = null;
  #transfers = 0;

  constructor(core: AttachmentAccess) {
    this.#core = core;
  }

  readonly listAttachments = (proposalId: string): StoreResult<readonly Attachment[]> =>
    this.#core.read((session) => {
      const proposal = intactProposal(session, proposalId);
      if (!proposal.ok) return proposal;
      const attachments: Attachment[] = [];
      for (const id of attachmentIdsOf(session.db, proposalId)) {
        const found = session.rows.find(tables.attachments, id);
        if (found?.intact !== true) return err(damagedAttachment(found?.row.name ?? id));
        attachments.push(attachmentOf(found.row));
      }
      return ok(attachments);
    });

  readonly addAttachment = async (
    proposalId: string,
    path: string,
    transfer: AttachmentTransfer = {},
  ): Promise<StoreResult<Attachment>> => {
    const proposal = this.#core.read((session) => intactProposal(session, proposalId));
    if (!proposal.ok) return proposal;
    const name = basename(path).normalize('NFC');
    this.#transfers += 1;
    try {
      const taken = await this.#takeIn(path, name, transfer);
      return this.#enter(proposalId, name, taken);
    } catch (error) {
      return err(toFailure(error));
    } finally {
      this.#transfers -= 1;
    }
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
      const hash = createHash('sha256');
      try {
        let done = 0;
        for (const piece of this.#wholePieces(row)) {
          if (transfer.signal?.aborted) throw new Refused(cancelled());
          hash.update(piece);
          await file.writeFile(piece);
          done += piece.length;
          transfer.onProgress?.(done);
        }
        // Here the disk may take its time; in `placeFile` there is little left to sync.
        await file.sync();
      } finally {
        await file.close();
      }
      if (hash.digest('hex') !== row.sha256) throw new Refused(damagedAttachment(row.name));
      placeFile(temporary, path);
      return ok(undefined);
    } catch (error) {
      tryRemoveFile(temporary);
      return err(toFailure(error));
    }
  };

  /** Pieces of a content for a package; throws when it cannot be had whole. */
  *contentPieces(content: Content): Generator<Uint8Array> {
    yield* this.#wholePieces(content);
  }

  /** Takes a content out of a package, checked against its hash. Throws. */
  async takeContent(sha256: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.#blobs().has(sha256)) return;
    this.#transfers += 1;
    const taken = await this.#store(pieces, {}, () => undefined).finally(() => {
      this.#transfers -= 1;
    });
    if (taken.sha256 !== sha256) {
      this.#blobs().removeContent(taken.sha256);
      throw new Refused(damagedAttachment(sha256));
    }
  }

  /** Copies contents that have no copy beside the backups yet. Throws. */
  async copyMissing(backups: string): Promise<void> {
    const session = this.#core.session();
    if (!session.ok) return;
    for (const { row } of session.value.rows.findAll(tables.attachments)) {
      if (hasCopy(backups, row.sha256, row.bytes)) continue;
      await writeCopy(backups, row.sha256, this.#blobs().pieces(row.sha256));
    }
  }

  /** Removes bytes that no proposal has any more. Throws. */
  sweep(): void {
    const session = this.#core.session();
    const isThere = existsSync(this.#core.options.paths.attachments);
    if (!session.ok || this.#transfers > 0 || !isThere) return;
    this.#blobs().sweep(wantedContents(session.value.db));
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  #blobs(): BlobFile {
    const { Database, paths } = this.#core.options;
    this.#file ??= BlobFile.open(Database, paths.attachments);
    return this.#file;
  }

  /**
   * The pieces, from the copy beside the backups as soon as one of the file itself is damaged. None
   * is looked at before its turn: a first look at all of 200 MB would hold everything else up.
   */
  *#wholePieces({ sha256, name, bytes }: Content): Generator<Uint8Array> {
    let done = 0;
    for (const piece of this.#blobs().pieces(sha256)) {
      if (piece === null) break;
      done += piece.length;
      yield piece;
    }
    if (done === bytes) return;
    const copy = readCopy(this.#core.options.paths.backups, sha256);
    if (copy?.length !== bytes) throw new Refused(damagedAttachment(name));
    for (; done < bytes; done += CHUNK) yield copy.subarray(done, done + CHUNK);
  }

  async #takeIn(path: string, name: string, transfer: AttachmentTransfer): Promise<Taken> {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new Refused(tooLarge());
    let mediaType: string | null = null;
    const taken = await this.#store(readPieces(path), transfer, (first) => {
      mediaType = mediaTypeOf(name, first);
      if (mediaType === null) throw new Refused(wrongKind(name));
    });
    if (mediaType === null) throw new Refused(wrongKind(name));
    return { ...taken, mediaType };
  }

  async #store(
    pieces: AsyncIterable<Uint8Array>,
    { signal, onProgress }: AttachmentTransfer,
    checkFirst: (first: Uint8Array) => void,
  ): Promise<Omit<Taken, 'mediaType'>> {
    const blobs = this.#blobs();
    const hash = createHash('sha256');
    let blob: number | null = null;
    let number = 0;
    let bytes = 0;
    try {
      for await (const piece of pieces) {
        if (signal?.aborted) throw new Refused(cancelled());
        if (number === 0) checkFirst(piece);
        bytes += piece.length;
        if (bytes > MOST_BYTES) throw new Refused(tooLarge());
        blob ??= blobs.begin();
        blobs.append(blob, number, piece);
        hash.update(piece);
        number += 1;
        onProgress?.(bytes);
        await pause();
      }
      const sha256 = hash.digest('hex');
      if (blob !== null && blobs.has(sha256)) blobs.remove(blob);
      else if (blob !== null) blobs.complete(blob, sha256, bytes);
      return { sha256, bytes };
    } catch (error) {
      if (blob !== null) removeQuietly(blobs, blob);
      throw error;
    }
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

/** Which content, how long it is, and what a person calls it. */
type Content = Pick<AttachmentRow, 'sha256' | 'name' | 'bytes'>;

interface Taken {
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

const removeQuietly = (blobs: BlobFile, blob: number): void => {
  try {
    blobs.remove(blob);
  } catch (error) {
    // Swept up at the next start.
    if (failureOf(error) === null) throw error;
  }
};

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
