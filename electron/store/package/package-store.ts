import { createHash } from 'node:crypto';
import { err, ok } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { MOST_BYTES } from '../attachments/attachment-store';
import type { Contents } from '../attachments/contents';
import { Refused } from '../attachments/refused';
import type { Backups } from '../backup-store';
import { entryPayload } from '../change';
import { failureOf, storeFailure } from '../failures';
import { MOST_PAYLOAD } from '../journal/journal-record';
import type { StoreResult } from '../store';
import type { PackageOptions, PackageStore } from '../store-packages';
import { type ImportWork, planImport } from './plan-import';
import { openRandomAccess, type RandomAccess } from './random-access';
import { MOST_PACKAGE_BYTES, NewerPackage, type ReadPackage, readPackage } from './read-package';
import { isSealed, unseal } from './seal';
import { type PackageAccess, writePackage } from './write-package';
import { BadPackage } from './zip-reader';

const UNTOUCHED = 'Chưa có gì được nhập vào chương trình.';

const sealed = (): IpcFailure =>
  storeFailure(
    'package-sealed',
    'Tệp này được khoá bằng mật khẩu.',
    'Hãy nhập mật khẩu mà người gửi đã đặt.',
  );
const wrongPassphrase = (): IpcFailure =>
  storeFailure(
    'package-passphrase',
    `Mật khẩu không đúng, hoặc tệp đã bị thay đổi. ${UNTOUCHED}`,
    'Hãy kiểm tra bộ gõ và phím Caps Lock rồi nhập lại; nếu vẫn không được, hãy xin lại tệp.',
  );
const damaged = (): IpcFailure =>
  storeFailure(
    'package-damaged',
    `Tệp này không phải tệp chuyển của Bản Đề Xuất, hoặc đã bị hỏng trên đường đi. ${UNTOUCHED}`,
    'Hãy xin người gửi chép lại tệp, rồi so cỡ tệp ở hai bên.',
  );
const newer = (): IpcFailure =>
  storeFailure(
    'package-newer',
    `Tệp này do phiên bản mới hơn của chương trình tạo ra. ${UNTOUCHED}`,
    'Hãy cập nhật chương trình rồi nhập lại.',
  );
const tooLarge = (): IpcFailure =>
  storeFailure(
    'too-large',
    `Tệp này lớn hơn mức chương trình nhận. ${UNTOUCHED}`,
    'Hãy chuyển từng bản đề xuất một, hoặc bớt tài liệu gửi kèm.',
  );

const refusalOf = (error: unknown): IpcFailure => {
  if (error instanceof NewerPackage) return newer();
  // A directory that points beyond the file, or text that is no UTF-8.
  if (error instanceof BadPackage || error instanceof RangeError || error instanceof TypeError) {
    return damaged();
  }
  if (error instanceof Refused) return error.failure;
  const failure = failureOf(error);
  if (failure === null) throw error;
  return failure;
};

/** Opens the file, under its passphrase where it has one. */
const openPackage = async (
  path: string,
  { passphrase }: PackageOptions,
): Promise<StoreResult<RandomAccess>> => {
  const file = openRandomAccess(path);
  const head = file.read(0, Math.min(8, file.size));
  if (!isSealed(head)) return ok(file);
  const plain = passphrase === undefined ? null : await unseal(file, passphrase);
  if (plain !== null) return ok(plain);
  file.close();
  return err(passphrase === undefined ? sealed() : wrongPassphrase());
};

const withPackage = async <T>(
  path: string,
  options: PackageOptions,
  work: (read: ReadPackage) => Promise<StoreResult<T>>,
): Promise<StoreResult<T>> => {
  let file: RandomAccess | null = null;
  try {
    const opened = await openPackage(path, options);
    if (!opened.ok) return opened;
    file = opened.value;
    if (file.size > MOST_PACKAGE_BYTES) return err(tooLarge());
    return await work(readPackage(file));
  } catch (error) {
    return err(refusalOf(error));
  } finally {
    file?.close();
  }
};

const tooLargeForJournal = (change: ImportWork['change']): boolean =>
  change !== null && entryPayload({ seq: 0, at: '', change }).length > MOST_PAYLOAD;

/** Transfer of proposals as one file. */
export const makePackageStore = (
  core: PackageAccess,
  contents: Contents,
  backups: Pick<Backups, 'backupNow'>,
): PackageStore => {
  const planOf = (read: ReadPackage): StoreResult<ImportWork> =>
    core.read((session) => planImport(session, read, core.newId));

  const bringIn = async (
    read: ReadPackage,
    { signal }: PackageOptions,
  ): Promise<StoreResult<ImportWork['plan']>> => {
    const before = planOf(read);
    if (!before.ok) return before;
    if (before.value.change === null) return ok(before.value.plan);
    const backup = await backups.backupNow('import');
    if (!backup.ok) return backup;
    return contents.hold(() => takeAndEnter(read, before.value, signal));
  };

  const takeAndEnter = async (
    read: ReadPackage,
    before: ImportWork,
    signal: AbortSignal | undefined,
  ): Promise<StoreResult<ImportWork['plan']>> => {
    const missing = before.contents.filter((content) => !contents.has(content));
    contents.needRoom(missing.reduce((sum, { bytes }) => sum + bytes, 0));
    for (const { sha256 } of missing) {
      if (signal?.aborted) return err(storeFailure('cancelled', 'Đã dừng theo yêu cầu.'));
      const taken = await contents.take(read.content(sha256), {
        most: MOST_BYTES,
        ...(signal === undefined ? {} : { signal }),
      });
      // What came in under another hash than it was announced by is swept up.
      if (taken.sha256 !== sha256) return err(damaged());
    }
    // Saving went on meanwhile: compare once more, then bring in without a pause between.
    const work = planOf(read);
    if (!work.ok) return work;
    if (work.value.change === null) return ok(work.value.plan);
    if (tooLargeForJournal(work.value.change)) return err(tooLarge());
    const done = core.commit(work.value.change, 'withdraw');
    return done.ok ? ok(work.value.plan) : done;
  };

  const check = (path: string, options: PackageOptions): Promise<StoreResult<undefined>> =>
    withPackage(path, options, async ({ manifest, content }) => {
      for (const { role, sha256 } of manifest.files) {
        if (role !== 'attachment') continue;
        const hash = createHash('sha256');
        for await (const piece of content(sha256)) hash.update(piece);
        if (hash.digest('hex') !== sha256) return err(damaged());
      }
      return ok(undefined);
    });

  return {
    writePackage: (ids, path, options = {}) =>
      writePackage(core, contents, ids, path, options, (written) => check(written, options)),
    inspectPackage: (path, options = {}) =>
      withPackage(path, options, (read) => {
        const work = planOf(read);
        return Promise.resolve(work.ok ? ok(work.value.plan) : work);
      }),
    importPackage: (path, options = {}) =>
      withPackage(path, options, (read) => bringIn(read, options)),
  };
};
