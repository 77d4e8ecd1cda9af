import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Checker } from '../backups/start-checker';
import { freeBytes } from '../ballast';
import { failureOf, failures, storeFailure } from '../failures';
import type { SessionOptions } from '../open-session';
import {
  listWantedContents,
  type WantedContent,
  wantedContents,
} from '../queries/attachment-chunks';
import { readSecondPlace } from '../second-place';
import type { ReadSession } from '../session';
import type { StoreResult } from '../store';
import type { AttachmentTransfer } from '../store-attachments';
import type { DamagedRow } from '../store-health';
import { copyPieces, hasCopy, NewCopy, sweepUnfinishedCopies, writeCopy } from './blob-copies';
import { BlobFile, isBrokenFile } from './blob-file';
import { type ContentKind, contentTitle, damagedContent, Refused } from './refused';

/** Room that a transfer leaves on the disk. */
const MARGIN = 16 * 1024 * 1024;
const MB = 1024 * 1024;

export interface ContentAccess {
  readonly options: Pick<SessionOptions, 'Database' | 'paths'>;
  session(): StoreResult<ReadSession>;
}

/** Which content, how long it is, and what a person calls it. */
export interface Content {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly kind: ContentKind;
}

export interface TakenContent {
  readonly sha256: string;
  readonly bytes: number;
}

export interface TakeOptions extends AttachmentTransfer {
  /** Throws when the first piece shows that the content is not wanted. */
  readonly checkFirst?: (first: Uint8Array) => void;
  readonly most: number;
}

const cancelled = () => storeFailure('cancelled', 'Đã dừng theo yêu cầu.');

const tooLarge = () =>
  storeFailure(
    'too-large',
    'Tài liệu gửi kèm lớn hơn 200 MB.',
    'Hãy nén hoặc tách tài liệu thành nhiều tệp nhỏ hơn.',
  );

const noRoom = (free: number, needed: number) =>
  storeFailure(
    'store-full',
    `Ổ đĩa chỉ còn trống ${Math.floor(free / MB)} MB, mà cần ${Math.ceil(needed / MB)} MB vì mỗi tài liệu được giữ thành hai bản.`,
    'Hãy xoá bớt tệp trên ổ đĩa này rồi thử lại. Chưa có gì được thêm vào.',
  );

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const inTurns = async (steps: Iterable<unknown>): Promise<void> => {
  for (const _step of steps) await pause();
};

/**
 * The bytes of attachments and kept files. Each content lies on the disk twice before anything may
 * speak of it: in pieces in a database of its own, and as a plain file beside the backups, named by
 * its hash. Whichever of the two is damaged is made again from the other.
 */
export class Contents {
  readonly #core: ContentAccess;
  readonly #checker: Checker;
  #file: BlobFile | null = null;
  #transfers = 0;
  /** Contents of which one copy was seen to be missing or damaged. */
  readonly #suspects = new Set<string>();
  readonly #lost = new Map<string, WantedContent>();
  readonly #mended: DamagedRow[] = [];
  /** Where the round of checks has got to; null: at the beginning. */
  #after: string | null = null;
  #looked = false;
  #isClosed = false;

  constructor(core: ContentAccess, checker: Checker) {
    this.#core = core;
    this.#checker = checker;
  }

  /** While `work` runs nothing is swept: its contents have no row yet that speaks of them. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#transfers += 1;
    try {
      return await work();
    } finally {
      this.#transfers -= 1;
    }
  }

  /** Throws when two copies of so many bytes would fill the disk. */
  needRoom(bytes: number): void {
    const free = freeBytes(this.#core.options.paths.folder);
    const needed = 2 * bytes + MARGIN;
    if (free !== null && free < needed) throw new Refused(noRoom(free, needed));
  }

  /**
   * Takes bytes in, twice, both synced, one read back. To be called under `hold`, which lasts until a
   * row speaks of the content. Rejects; then nothing is left but what `sweep` removes.
   */
  async take(
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: TakeOptions,
  ): Promise<TakenContent> {
    const { backups } = this.#core.options.paths;
    const blobs = this.#blobs();
    const hash = createHash('sha256');
    const copy = await NewCopy.begin(backups);
    let blob: number | null = null;
    let bytes = 0;
    let number = 0;
    try {
      for await (const piece of pieces) {
        if (options.signal?.aborted) throw new Refused(cancelled());
        if (number === 0) options.checkFirst?.(piece);
        bytes += piece.length;
        if (bytes > options.most) throw new Refused(tooLarge());
        blob ??= blobs.begin();
        blobs.append(blob, number, piece);
        hash.update(piece);
        await copy.write(piece);
        number += 1;
        options.onProgress?.(bytes);
        await pause();
      }
      const sha256 = hash.digest('hex');
      if (blob !== null) {
        await copy.place(sha256);
        if (!(await this.#isCopyWhole(backups, sha256, bytes))) throw new Refused(notKept());
        blobs.complete(blob, sha256, bytes);
      }
      return { sha256, bytes };
    } catch (error) {
      if (blob !== null) await dropQuietly(blobs, blob);
      throw error;
    } finally {
      await copy.drop();
    }
  }

  /** True when both copies are there; of the bytes themselves nothing is said. */
  has({ sha256, bytes }: TakenContent): boolean {
    return this.#blobs().has(sha256) && hasCopy(this.#core.options.paths.backups, sha256, bytes);
  }

  /**
   * The pieces, from the copy as soon as one of the file itself is damaged. None is looked at before
   * its turn: a first look at all of 200 MB would hold everything else up. Throws at the end when
   * the whole is not what its hash says: nobody may use the pieces before.
   */
  *pieces({ sha256, bytes, name, kind }: Content): Generator<Uint8Array> {
    const hash = createHash('sha256');
    let done = 0;
    for (const piece of this.#ownPieces(sha256)) {
      if (piece === null) break;
      done += piece.length;
      hash.update(piece);
      yield piece;
    }
    if (done < bytes) {
      this.#suspects.add(sha256);
      for (const piece of copyPieces(this.#core.options.paths.backups, sha256, done)) {
        done += piece.length;
        hash.update(piece);
        yield piece;
      }
    }
    if (done === bytes && hash.digest('hex') === sha256) return;
    this.#suspects.add(sha256);
    throw new Refused(damagedContent(kind, name));
  }

  /** Copies contents that have no copy in a folder of backups yet. Rejects. */
  async copyMissing(backups: string): Promise<void> {
    for (const { sha256, bytes } of this.#wanted()) {
      if (hasCopy(backups, sha256, bytes)) continue;
      if (await writeCopy(backups, sha256, this.#ownPieces(sha256))) continue;
      const { backups: own } = this.#core.options.paths;
      if (backups !== own) await writeCopy(backups, sha256, copyPieces(own, sha256));
    }
  }

  /** null while something comes in: what it brings is not known yet to anybody. */
  wantedNow(): ReadonlySet<string> | null {
    const session = this.#core.session();
    return session.ok && this.#transfers === 0 ? wantedContents(session.value.db) : null;
  }

  /** Removes bytes that neither words nor journal speak of any more. Rejects. */
  async sweep(journal: Iterable<string>): Promise<void> {
    const wanted = this.wantedNow();
    if (wanted === null || !existsSync(this.#core.options.paths.attachments)) return;
    sweepUnfinishedCopies(this.#core.options.paths.backups);
    await inTurns(this.#blobs().sweep(new Set([...wanted, ...journal])));
  }

  /** Something is known to be wrong, or nobody has looked yet: not to be put off. */
  get isSuspicious(): boolean {
    return !this.#looked || this.#suspects.size > 0;
  }

  /**
   * Looks at both copies of the next content and mends the one that is damaged. First those that are
   * known to be in trouble, then all of them. True at the end of a round. Rejects.
   */
  async mendNext(): Promise<boolean> {
    const wanted = this.#wanted();
    if (!this.#looked) this.#lookForMissing(wanted);
    this.#looked = true;
    const next =
      wanted.find(({ sha256 }) => this.#suspects.has(sha256)) ??
      wanted.find(({ sha256 }) => this.#after === null || sha256 > this.#after);
    if (next === undefined) {
      this.#after = null;
      return true;
    }
    if (!this.#suspects.delete(next.sha256)) this.#after = next.sha256;
    await this.hold(() => this.#mend(next));
    return false;
  }

  /** Looks at both copies of all contents at once, as `mendNext` does at leisure. Rejects. */
  async mendAll(): Promise<void> {
    for (const content of this.#wanted()) {
      this.#suspects.delete(content.sha256);
      await this.hold(() => this.#mend(content));
    }
  }

  /** Contents of which no sound copy was found, and those that were mended. */
  report(): { readonly damaged: readonly DamagedRow[]; readonly mended: readonly DamagedRow[] } {
    return { damaged: [...this.#lost.values()].map(rowOf), mended: this.#mended };
  }

  /** After the words were replaced as a whole: they may speak of contents that the file gave up. */
  lookAgain(): void {
    this.#looked = false;
  }

  close(): void {
    this.#isClosed = true;
    this.#file?.close();
    this.#file = null;
  }

  #wanted(): readonly WantedContent[] {
    const session = this.#core.session();
    return session.ok ? listWantedContents(session.value.db) : [];
  }

  #lookForMissing(wanted: readonly WantedContent[]): void {
    for (const content of wanted) if (!this.has(content)) this.#suspects.add(content.sha256);
  }

  async #mend(content: WantedContent): Promise<void> {
    const { sha256, bytes } = content;
    const { backups, folder } = this.#core.options.paths;
    const isOwnWhole = await isWhole(this.#ownPieces(sha256), sha256);
    const isCopyWhole = await this.#isCopyWhole(backups, sha256, bytes);
    if (isOwnWhole && isCopyWhole) {
      this.#lost.delete(sha256);
      return;
    }
    const second = readSecondPlace(folder);
    const isMended = isOwnWhole
      ? await writeCopy(backups, sha256, this.#ownPieces(sha256))
      : (isCopyWhole && (await this.#refill(content, backups))) ||
        (second !== null && (await this.#refill(content, second)));
    if (isMended) {
      this.#lost.delete(sha256);
      this.#mended.push(rowOf(content));
    } else this.#lost.set(sha256, content);
  }

  /** Takes a content in again from a copy; false when that one is not what it should be. */
  async #refill({ sha256, bytes }: WantedContent, from: string): Promise<boolean> {
    if (!hasCopy(from, sha256, bytes)) return false;
    const taken = await this.take(copyPieces(from, sha256), { most: bytes });
    return taken.sha256 === sha256;
  }

  /** Small ones here; large ones beside this thread, where a whole file takes no time of a window. */
  async #isCopyWhole(backups: string, sha256: string, bytes: number): Promise<boolean> {
    if (!hasCopy(backups, sha256, bytes)) return false;
    if (bytes <= 4 * MB) return isWhole(copyPieces(backups, sha256), sha256);
    const { damaged } = await this.#checker.run('contents', { backups, contents: [sha256] });
    return damaged.length === 0;
  }

  /** Pieces of the file; null at the end where it is damaged or cannot be read. */
  *#ownPieces(sha256: string): Generator<Uint8Array | null> {
    // Looking must not make a file: who only reads would then take the empty one for the whole.
    if (!existsSync(this.#core.options.paths.attachments)) {
      yield null;
      return;
    }
    try {
      yield* this.#blobs().pieces(sha256);
    } catch (error) {
      if (failureOf(error) === null) throw error;
      if (isBrokenFile(error)) this.#beginAnew();
      yield null;
    }
  }

  /** The file is beyond repair: a new one is filled from the copies, one content after another. */
  #beginAnew(): void {
    const { Database, paths } = this.#core.options;
    this.#file = this.#blobs().reopen(Database, paths.attachments);
    this.#lookForMissing(this.#wanted());
  }

  #blobs(): BlobFile {
    // A transfer that is still going on must not open what was closed under it.
    if (this.#isClosed) throw new Refused(failures.closed());
    const { Database, paths } = this.#core.options;
    this.#file ??= BlobFile.open(Database, paths.attachments);
    return this.#file;
  }
}

const notKept = () =>
  storeFailure(
    'store-io',
    'Bản thứ hai của tài liệu đọc lại không khớp nên tài liệu chưa được thêm vào.',
    'Hãy kiểm tra ổ đĩa rồi thử lại.',
  );

const rowOf = ({ kind, sha256, name, proposalId }: WantedContent): DamagedRow => ({
  table: kind === 'attachment' ? 'attachments' : 'kept_files',
  key: sha256,
  name: contentTitle(kind, name),
  proposalId,
});

const isWhole = async (pieces: Iterable<Uint8Array | null>, sha256: string): Promise<boolean> => {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    if (piece === null) return false;
    hash.update(piece);
    await pause();
  }
  return hash.digest('hex') === sha256;
};

const dropQuietly = async (blobs: BlobFile, blob: number): Promise<void> => {
  try {
    await inTurns(blobs.remove(blob));
  } catch (error) {
    // Swept up at the next backup.
    if (failureOf(error) === null) throw error;
  }
};
