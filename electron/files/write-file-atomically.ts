import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/base';
import { type FilePort, nodeFiles, systemCode } from './file-port';
import { isRefusedByWindows } from './safe-file-name';
import { sweepTemporaryFiles, temporaryName } from './sweep-temporary-files';
import { unconfirmedFailure, type WriteFailure, writeErrorOf, writeFailure } from './write-failure';

export interface WrittenFile {
  /** Where the bytes really lie: a link given as the target is followed and stays a link. */
  readonly path: string;
  readonly bytes: number;
  /** Of the bytes read back from the disk; 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface WriteSurroundings {
  readonly files?: FilePort;
  readonly platform?: NodeJS.Platform;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Virus scanners, search indexers and preview panes of Windows hold a fresh file for a moment; a
 * writer such as Word holds it for hours. Two seconds tell them apart without a person noticing.
 */
const PAUSES = [5, 10, 20, 40, 80, 160, 320, 640, 725] as const;
const NO_SUCH_CALL = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'];
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

class Refused extends Error {
  readonly failure: WriteFailure;
  constructor(failure: WriteFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The file to replace and the permissions it keeps; a new one gets what the person's umask says. */
const findPlace = async (
  target: string,
  files: FilePort,
): Promise<{ path: string; mode: number; exists: boolean }> => {
  const absolute = resolve(target);
  const link = await files.lstat(absolute).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (link === null) {
    const folder = await files.realpath(dirname(absolute));
    const mode = 0o666 & ~process.umask();
    return { path: join(folder, basename(absolute)), mode, exists: false };
  }
  const path = await files.realpath(absolute);
  const stat = await files.stat(path);
  if (!stat.isFile()) throw new Refused(writeFailure('target-name', target));
  // Renaming over a write-protected file would work on Unix; the protection is a person's wish.
  await files.access(path, constants.W_OK);
  return { path, mode: stat.mode & 0o777, exists: true };
};

const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done);
    if (bytesWritten === 0) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
};

/** USB sticks (FAT, exFAT) keep no permissions and say so; that is not a reason to lose the file. */
const setMode = async (handle: FileHandle, mode: number): Promise<void> => {
  await handle.chmod(mode).catch((error: unknown) => {
    if (!['EPERM', 'ENOSYS', ...NO_SUCH_CALL].includes(systemCode(error))) throw error;
  });
};

const writeTemporary = async (
  path: string,
  bytes: Uint8Array,
  mode: number,
  { files, platform }: Required<WriteSurroundings>,
): Promise<void> => {
  // Windows knows no O_NOFOLLOW; O_EXCL alone already refuses any name that exists.
  const noFollow = platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
  const handle = await files.open(path, flags, 0o600);
  try {
    await writeAll(handle, bytes);
    await setMode(handle, mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Reads back what the disk now holds. */
const verify = async (path: string, target: string, sha256: string, files: FilePort) => {
  const handle = await files.open(path, 'r');
  try {
    if (hashOf(await handle.readFile()) === sha256) return;
  } finally {
    await handle.close();
  }
  throw new Refused(writeFailure('export-failed', target, 'đọc lại không khớp'));
};

const putInPlace = async (
  temporary: string,
  place: { path: string; exists: boolean },
  target: string,
  { files, platform, wait }: Required<WriteSurroundings>,
): Promise<void> => {
  const pauses = platform === 'win32' ? PAUSES : [];
  for (let attempt = 0; ; attempt += 1) {
    try {
      await files.rename(temporary, place.path);
      return;
    } catch (error) {
      const code = systemCode(error);
      const pause = pauses[attempt];
      if (HELD.has(code) && pause !== undefined) {
        await wait(pause);
        continue;
      }
      // We could write beside it and the file itself is not protected: somebody holds it open.
      const held = HELD.has(code) && platform === 'win32' && place.exists;
      throw held ? new Refused(writeFailure('target-busy', target, code)) : error;
    }
  }
};

/**
 * Without this a power cut may bring the old file back. Windows and some network disks have no such
 * call.
 */
const syncFolder = async (
  folder: string,
  target: string,
  { files, platform }: Required<WriteSurroundings>,
): Promise<void> => {
  if (platform === 'win32') return;
  const handle = await files.open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } catch (error) {
    const code = systemCode(error);
    if (!NO_SUCH_CALL.includes(code)) throw new Refused(unconfirmedFailure(target, code));
  } finally {
    await handle.close();
  }
};

const write = async (
  target: string,
  bytes: Uint8Array,
  around: Required<WriteSurroundings>,
): Promise<WrittenFile> => {
  const { files, platform } = around;
  const refused = platform === 'win32' && isRefusedByWindows(basename(target));
  if (refused || target.includes('\0')) {
    throw new Refused(writeFailure('target-name', target));
  }
  const place = await findPlace(target, files);
  const folder = dirname(place.path);
  await sweepTemporaryFiles(folder, new Date(), files);
  const temporary = join(folder, temporaryName(randomBytes(8).toString('hex')));
  const sha256 = hashOf(bytes);
  try {
    await writeTemporary(temporary, bytes, place.mode, around);
    await verify(temporary, target, sha256, files);
    await putInPlace(temporary, place, target, around);
  } catch (error) {
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder, target, around);
  return { path: place.path, bytes: bytes.length, sha256 };
};

/**
 * Puts `bytes` at `target`, whole or not at all: written beside it, synced, read back, renamed. An
 * `ok` means the disk has it. On a failure an old file at `target` is as it was and nothing of ours
 * is left behind; the codes are those of `WriteErrorCode`.
 */
export const writeFileAtomically = async (
  target: string,
  bytes: Uint8Array,
  surroundings: WriteSurroundings = {},
): Promise<Result<WrittenFile, WriteFailure>> => {
  const around = { files: nodeFiles, platform: process.platform, wait: sleep, ...surroundings };
  try {
    return ok(await write(target, bytes, around));
  } catch (error) {
    if (error instanceof Refused) return err(error.failure);
    const code = systemCode(error);
    // Without a system code it is a bug of ours, not of the disk.
    if (code === '') throw error;
    return err(writeFailure(writeErrorOf(code), target, code));
  }
};
