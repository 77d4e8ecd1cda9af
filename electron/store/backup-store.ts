import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok } from '../../shared/base';
import { isBrokenFile } from './attachments/blob-file';
import type { Contents } from './attachments/contents';
import { type BackupFile, listBackupFiles, nextBackupNumber } from './backups/backup-files';
import { keepCheck, lastChecks } from './backups/kept-checks';
import { BackupNotSound, copyBackup, expireBackups, makeBackup } from './backups/make-backup';
import type { Checker } from './backups/start-checker';
import { failureOf, failures, storeFailure } from './failures';
import { folderKind, folderWarning, parseMounts } from './folder-kind';
import { restoreFile } from './restore-file';
import { readSecondPlace, writeSecondPlace } from './second-place';
import type { StoreResult } from './store';
import type { Backup, BackupCheck, BackupState, BackupStore } from './store-backups';
import type { StoreCore } from './store-core';

const MOUNTS = '/proc/self/mounts';

const warningFor = (folder: string): string => {
  const mounts = existsSync(MOUNTS) ? parseMounts(readFileSync(MOUNTS, 'utf8')) : [];
  return folderWarning(folderKind(folder, mounts));
};

export const backupOf = ({ name, at, seq, bytes, sha256, place, reason }: BackupFile): Backup => ({
  name,
  at,
  seq,
  bytes,
  sha256,
  place,
  reason,
});

const noBackup = () =>
  storeFailure(
    'not-found',
    'Bản sao lưu này không còn, hoặc đã bị hỏng từ khi được tạo.',
    'Hãy chọn một bản sao lưu khác.',
  );

const damagedBackup = (name: string) =>
  storeFailure(
    'row-damaged',
    `Bản sao lưu ${name} đã bị hỏng từ khi được tạo.`,
    'Hãy dùng một bản sao lưu khác và kiểm tra ổ đĩa đang giữ nó.',
    name,
  );

/** Said beside the backup, which needs no name there. */
const CHANGED = 'Đã hỏng từ khi được tạo; hãy dùng bản khác và kiểm tra ổ đĩa giữ nó.';

/** '' when all that belongs to it is there. */
const missingWords = ({ contents, missing }: BackupCheck): string =>
  missing === 0 ? '' : `Thiếu hoặc hỏng ${missing} trong ${contents} tài liệu đi cùng bản sao lưu.`;

const isReachable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
};

const TROUBLE = {
  notSound:
    'Bản sao lưu vừa tạo không qua được kiểm tra nên đã bỏ; hãy chạy Kiểm tra dữ liệu để biết chỗ hỏng.',
  second:
    'Không ghi được bản sao lưu vào nơi thứ hai; hãy kiểm tra USB hoặc ổ đĩa đó. Bản sao lưu trên máy này vẫn được tạo.',
} as const;

/** Backups of a store: made one at a time, proven before they get their name, kept by number. */
export class Backups implements BackupStore {
  readonly #core: StoreCore;
  readonly #contents: Contents;
  readonly #checker: Checker;
  readonly #folderWarning: string;
  #running: Promise<StoreResult<Backup>> | null = null;
  #trouble = '';
  /** Sequence of the newest own backup; the folder is not read for every look at it. */
  #newestSeq: number;

  constructor(core: StoreCore, contents: Contents, checker: Checker) {
    this.#core = core;
    this.#contents = contents;
    this.#checker = checker;
    this.#folderWarning = warningFor(core.options.paths.folder);
    this.#newestSeq = listBackupFiles(core.options.paths.backups, 'own')[0]?.seq ?? 0;
  }

  /** Changes that the newest backup does not hold. */
  behind(): number {
    return Math.max(0, this.#core.lastSeq() - this.#newestSeq);
  }

  /** The first backup after erasing was made; the second, after which the journal forgets, was not. */
  isErasingHalfDone(): boolean {
    const [newest, before] = listBackupFiles(this.#core.options.paths.backups, 'own');
    return newest?.reason === 'erase' && before?.reason !== 'erase';
  }

  readonly backupState = (): BackupState => {
    const { paths } = this.#core.options;
    const newest = listBackupFiles(paths.backups, 'own')[0];
    const second = readSecondPlace(paths.folder);
    return {
      newest: newest === undefined ? null : backupOf(newest),
      behind: this.behind(),
      running: this.#running !== null,
      trouble: this.#trouble,
      secondPlace: second === null ? null : { folder: second, reachable: isReachable(second) },
      folderWarning: this.#folderWarning,
    };
  };

  readonly listBackups = (): readonly Backup[] => {
    const lastCheck = lastChecks(this.#core.options.paths.folder);
    return this.#files().map((file) => {
      const last = lastCheck(file);
      return { ...backupOf(file), ...(last === undefined ? {} : { lastCheck: last }) };
    });
  };

  /** While one is being made, whoever asks for another gets that one. */
  readonly backupNow = (reason: Backup['reason'] = 'person'): Promise<StoreResult<Backup>> => {
    this.#running ??= this.#make(reason).finally(() => {
      this.#running = null;
    });
    return this.#running;
  };

  readonly verifyBackup = async (
    name: string,
    place?: Backup['place'],
  ): Promise<StoreResult<BackupCheck>> => {
    const chosen = this.#find(name, place);
    if (chosen === undefined) return err(noBackup());
    const check = await this.#verify(chosen);
    const { folder } = this.#core.options.paths;
    const at = this.#core.now();
    const problem = check.ok ? missingWords(check.value) : CHANGED;
    // That a stick was pulled out meanwhile says nothing about what is on it.
    if (check.ok || check.error.code === 'row-damaged') {
      const rows = check.ok ? check.value.rows : 0;
      keepCheck(folder, chosen, { at, rows, problem }, this.#files());
    }
    return check;
  };

  async #verify(chosen: BackupFile): Promise<StoreResult<BackupCheck>> {
    const { name } = chosen;
    try {
      const verified = await this.#checker.run('verify', chosen.path);
      if (verified === null || verified.sha256 !== chosen.sha256) return err(damagedBackup(name));
      const backups = dirname(chosen.path);
      const { contents, at } = chosen;
      const found = await this.#checker.run('contents', { backups, contents });
      return ok({
        name,
        at,
        rows: verified.rows,
        proposals: verified.proposals,
        contents: contents.length,
        missing: found.missing.length + found.damaged.length,
      });
    } catch (error) {
      // A file that SQLite cannot even open is a damaged backup, not a failing disk.
      if (isBrokenFile(error)) return err(damagedBackup(name));
      return err(this.#failureFor(error));
    }
  }

  readonly restoreBackup = async (
    name: string,
    place?: Backup['place'],
  ): Promise<StoreResult<undefined>> => {
    const chosen = this.#find(name, place);
    if (chosen === undefined || !(await this.#isUnchanged(chosen))) return err(noBackup());
    const newest = this.#files()[0];
    const isSaved =
      this.behind() === 0 && newest !== undefined && (await this.#isUnchanged(newest));
    const before = isSaved ? ok(undefined) : await this.backupNow('restore');
    // A live file that is damaged cannot be backed up; it is kept aside as it is.
    if (!before.ok && before.error.code !== 'row-damaged') return before;
    const restored = restoreFile(this.#core, chosen);
    if (!restored.ok) return restored;
    const after = await this.backupNow('restore');
    return after.ok ? ok(undefined) : after;
  };

  readonly setSecondPlace = (folder: string | null): StoreResult<undefined> => {
    if (folder !== null && !isReachable(folder)) {
      return err(
        storeFailure(
          'target-forbidden',
          'Không ghi được vào thư mục đã chọn làm nơi sao lưu thứ hai.',
          'Hãy kiểm tra USB hoặc ổ đĩa còn cắm và cho phép ghi, hoặc chọn thư mục khác.',
        ),
      );
    }
    try {
      writeSecondPlace(this.#core.options.paths.folder, folder);
      this.#trouble = '';
      return ok(undefined);
    } catch (error) {
      return err(this.#failureFor(error));
    }
  };

  /** Byte for byte what was verified when it was made; not looked at in this thread. */
  async #isUnchanged(backup: BackupFile): Promise<boolean> {
    try {
      return (await this.#checker.run('hash', backup.path)) === backup.sha256;
    } catch (error) {
      if (failureOf(error) === null) throw error;
      return false;
    }
  }

  /** The own one where nobody says which: both places know a copy by the same name. */
  #find(name: string, place: Backup['place'] | undefined): BackupFile | undefined {
    return this.#files().find(
      (file) => file.name === name && (place === undefined || file.place === place),
    );
  }

  #files(): BackupFile[] {
    const { paths } = this.#core.options;
    const second = readSecondPlace(paths.folder);
    return [
      ...listBackupFiles(paths.backups, 'own'),
      ...(second === null ? [] : listBackupFiles(second, 'second')),
    ].sort((a, b) => b.seq - a.seq || b.number - a.number);
  }

  async #make(reason: Backup['reason']): Promise<StoreResult<Backup>> {
    const { Database, paths } = this.#core.options;
    const session = this.#core.session();
    if (!session.ok) return session;
    try {
      const backup = await makeBackup({
        Database,
        checker: this.#checker,
        db: session.value.db,
        folder: paths.backups,
        number: nextBackupNumber(listBackupFiles(paths.backups, 'own')),
        at: this.#core.now(),
        reason,
      });
      this.#trouble = '';
      this.#newestSeq = backup.seq;
      await this.#contents.copyMissing(paths.backups);
      this.#trimJournal();
      const journal = await this.#checker.run('journal', paths.journal);
      expireBackups(paths.backups, 'own', this.#wantedWith(journal));
      await this.#contents.sweep(journal);
      await this.#copyToSecond(backup);
      return ok(backupOf(backup));
    } catch (error) {
      // The file was closed meanwhile, or opened anew after an error of the disk.
      const failure = session.value.db.open ? this.#failureFor(error) : failures.closed();
      this.#trouble = failure.message;
      return err(failure);
    }
  }

  async #copyToSecond(backup: BackupFile): Promise<void> {
    const second = readSecondPlace(this.#core.options.paths.folder);
    if (second === null) return;
    try {
      await copyBackup(this.#checker, backup, second);
      await this.#contents.copyMissing(second);
      expireBackups(second, 'second', this.#wantedWith([]));
    } catch (error) {
      if (!(error instanceof BackupNotSound) && failureOf(error) === null) throw error;
      this.#trouble = TROUBLE.second;
    }
  }

  /** null while something comes in that no row speaks of yet: then nothing is swept. */
  #wantedWith(journal: readonly string[]): ReadonlySet<string> | null {
    const wanted = this.#contents.wantedNow();
    return wanted === null ? null : new Set([...wanted, ...journal]);
  }

  /**
   * The journal reaches back to the backup before the newest, so that either may be lost. A new file
   * is begun with each backup: what is older can go as a whole, erased words among it.
   */
  #trimJournal(): void {
    const [, before] = listBackupFiles(this.#core.options.paths.backups, 'own');
    const session = this.#core.session();
    if (!session.ok) return;
    session.value.rotateJournal();
    if (before !== undefined) session.value.journal.dropUpTo(before.seq);
  }

  #failureFor(error: unknown): ReturnType<typeof failures.io> {
    if (error instanceof BackupNotSound) {
      return storeFailure('row-damaged', TROUBLE.notSound);
    }
    const failure = failureOf(error);
    if (failure === null) throw error;
    return failure;
  }
}
