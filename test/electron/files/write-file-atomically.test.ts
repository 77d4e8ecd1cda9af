import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../electron/files';
import { type FilePort, nodeFiles } from '../../../electron/files/file-port';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bdx-files-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const words = (text: string): Uint8Array => new TextEncoder().encode(text);
const large = (): Uint8Array => new Uint8Array(3_000_000).map((_, index) => (index * 31) % 251);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** Real files, but `name` fails with `code` the first `times` times. */
const failing = (name: keyof FilePort, code: string, times: number): FilePort => {
  let left = times;
  const real = nodeFiles[name] as (...args: unknown[]) => unknown;
  const broken = (...args: unknown[]): unknown => {
    if (left > 0) {
      left -= 1;
      return Promise.reject(systemError(code));
    }
    return real(...args);
  };
  return { ...nodeFiles, [name]: broken } as FilePort;
};

/** Real files, but handles opened from the `from`-th on fail in `method`. */
const failingHandle = (method: 'write' | 'sync' | 'close', code: string, from = 0): FilePort => {
  let opened = 0;
  const open = async (...args: Parameters<FilePort['open']>) => {
    const handle = await nodeFiles.open(...args);
    opened += 1;
    if (opened <= from) return handle;
    return new Proxy(handle, {
      get: (target, key) => {
        if (key === method) {
          return async () => {
            if (method === 'close') await target.close();
            throw systemError(code);
          };
        }
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { ...nodeFiles, open } as FilePort;
};

const isRoot = process.getuid?.() === 0;

describe('a file is written whole', () => {
  test.each([0, 1, 65_536, 3_000_000])('%i bytes', async (size) => {
    const target = join(folder, 'Bản đề xuất.pdf');
    const bytes = large().slice(0, size);
    const written = await writeFileAtomically(target, bytes);
    expect(written).toEqual({
      ok: true,
      value: { path: target, bytes: size, sha256: sha256(bytes) },
    });
    expect(sha256(readFileSync(target))).toBe(sha256(bytes));
    expect(readdirSync(folder)).toEqual(['Bản đề xuất.pdf']);
  });

  test('an old file is replaced and its permissions stay', async () => {
    const target = join(folder, 'a.pdf');
    writeFileSync(target, 'cũ, và dài hơn nhiều so với nội dung mới');
    chmodSync(target, 0o640);
    expect((await writeFileAtomically(target, words('mới'))).ok).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('mới');
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  test('a link is followed and stays a link', async () => {
    const real = join(folder, 'thật.pdf');
    const link = join(folder, 'liên kết.pdf');
    writeFileSync(real, 'cũ');
    symlinkSync(real, link);
    const written = await writeFileAtomically(link, words('mới'));
    expect(written.ok && written.value.path).toBe(real);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toBe('mới');
  });

  test('two writers at once: one of them wins whole', async () => {
    const target = join(folder, 'a.pdf');
    const versions = Array.from({ length: 12 }, (_, index) => large().map((byte) => byte ^ index));
    const results = await Promise.all(versions.map((bytes) => writeFileAtomically(target, bytes)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(versions.map(sha256)).toContain(sha256(readFileSync(target)));
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });
});

describe('what a failure leaves: the old file, and nothing of ours', () => {
  const steps: [string, FilePort, string][] = [
    ['open', failing('open', 'ENOSPC', 1), 'disk-full'],
    ['write', failingHandle('write', 'ENOSPC'), 'disk-full'],
    ['sync', failingHandle('sync', 'EIO'), 'export-failed'],
    ['close', failingHandle('close', 'EDQUOT'), 'disk-full'],
    ['read back', failingHandle('close', 'EIO', 1), 'export-failed'],
    ['rename', failing('rename', 'EACCES', 1), 'target-forbidden'],
    ['rename, text busy', failing('rename', 'ETXTBSY', 1), 'target-busy'],
    ['permission', failing('access', 'EACCES', 1), 'target-forbidden'],
    ['read-only disk', failing('open', 'EROFS', 1), 'target-forbidden'],
  ];
  test.each(steps)('%s', async (_, files, code) => {
    const target = join(folder, 'a.pdf');
    writeFileSync(target, 'cũ');
    const result = await writeFileAtomically(target, words('mới'), { files, platform: 'linux' });
    expect(result).toMatchObject({ ok: false, error: { code, where: target } });
    expect(!result.ok && result.error.hint).toMatch(/^Hãy .*\.$/u);
    expect(!result.ok && result.error.message).toMatch(/a\.pdf.*\.$/u);
    expect(readFileSync(target, 'utf8')).toBe('cũ');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('bytes that come back different are refused', async () => {
    let opened = 0;
    const open = (...args: Parameters<FilePort['open']>) => {
      opened += 1;
      if (opened === 2) writeFileSync(String(args[0]), 'hỏng');
      return nodeFiles.open(...args);
    };
    const files = { ...nodeFiles, open } as FilePort;
    const result = await writeFileAtomically(join(folder, 'a.pdf'), words('mới'), { files });
    expect(result).toMatchObject({ ok: false, error: { code: 'export-failed' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that cannot be synced is said, since a power cut could undo the write', async () => {
    const files = failingHandle('sync', 'EIO', 2);
    const result = await writeFileAtomically(join(folder, 'a.pdf'), words('mới'), {
      files,
      platform: 'linux',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'export-failed' } });
    expect(!result.ok && result.error.message).toContain('không xác nhận');
  });

  test('a folder that knows no sync is no failure', async () => {
    const files = failingHandle('sync', 'EINVAL', 2);
    const around = { files, platform: 'linux' } as const;
    expect((await writeFileAtomically(join(folder, 'a.pdf'), words('mới'), around)).ok).toBe(true);
  });

  test('a bug is thrown, not dressed as a failure', async () => {
    const files = { ...nodeFiles, realpath: () => Promise.reject(new TypeError('bug')) };
    await expect(
      writeFileAtomically(join(folder, 'a'), words('x'), { files: files as unknown as FilePort }),
    ).rejects.toThrow('bug');
  });
});

describe('a file held open on Windows', () => {
  const windows = (times: number, code = 'EPERM') => {
    const waits: number[] = [];
    return {
      waits,
      files: failing('rename', code, times),
      platform: 'win32',
      wait: (milliseconds: number) => Promise.resolve(waits.push(milliseconds)),
    } as const;
  };

  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s for a moment is waited for', async (code) => {
    const target = join(folder, 'a.docx');
    writeFileSync(target, 'cũ');
    const around = windows(6, code);
    expect((await writeFileAtomically(target, words('mới'), around)).ok).toBe(true);
    expect(around.waits).toEqual([5, 10, 20, 40, 80, 160]);
    expect(readFileSync(target, 'utf8')).toBe('mới');
  });

  test('held for good: target-busy after two seconds, the old file stands', async () => {
    const target = join(folder, 'a.docx');
    writeFileSync(target, 'cũ');
    const around = windows(Number.POSITIVE_INFINITY);
    const result = await writeFileAtomically(target, words('mới'), around);
    expect(result).toMatchObject({ ok: false, error: { code: 'target-busy' } });
    expect(!result.ok && result.error.hint).toContain('Word');
    expect(around.waits.reduce((sum, each) => sum + each, 0)).toBe(2000);
    expect(readFileSync(target, 'utf8')).toBe('cũ');
    expect(readdirSync(folder)).toEqual(['a.docx']);
  });

  test('a new file that may not be renamed is forbidden, not busy', async () => {
    const result = await writeFileAtomically(join(folder, 'a.docx'), words('mới'), windows(99));
    expect(result).toMatchObject({ ok: false, error: { code: 'target-forbidden' } });
  });

  test.each(['con.pdf', 'NUL', 'a?.pdf', 'a.', 'COM¹.docx'])('%s is no name', async (name) => {
    const result = await writeFileAtomically(join(folder, name), words('x'), windows(0));
    expect(result).toMatchObject({ ok: false, error: { code: 'target-name' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('places that do not exist or do not let us', () => {
  test.each<[string, () => string, string]>([
    ['a folder that is not there', () => join(folder, 'không có', 'a.pdf'), 'target-missing'],
    ['a folder that is a file', () => join(folder, 'tệp', 'a.pdf'), 'target-missing'],
    ['a link to nothing', () => join(folder, 'đứt.pdf'), 'target-missing'],
    ['a folder of that name', () => join(folder, 'thư mục'), 'target-name'],
    ['a name too long', () => join(folder, `${'ộ'.repeat(100)}.pdf`), 'target-name'],
    ['a null byte', () => join(folder, 'a\0b.pdf'), 'target-name'],
  ])('%s', async (_, target, code) => {
    writeFileSync(join(folder, 'tệp'), 'x');
    mkdirSync(join(folder, 'thư mục'));
    symlinkSync(join(folder, 'đi đâu'), join(folder, 'đứt.pdf'));
    const before = readdirSync(folder);
    const result = await writeFileAtomically(target(), words('x'));
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(readdirSync(folder)).toEqual(before);
  });

  test.skipIf(isRoot)('a folder without permission', async () => {
    chmodSync(folder, 0o500);
    const result = await writeFileAtomically(join(folder, 'a.pdf'), words('x'));
    chmodSync(folder, 0o700);
    expect(result).toMatchObject({ ok: false, error: { code: 'target-forbidden' } });
  });
});

test('temporary files of an interrupted write go after an hour; files of others stay', async () => {
  const old = join(folder, '.bdx-0123456789abcdef.tmp');
  const fresh = join(folder, '.bdx-fedcba9876543210.tmp');
  const foreign = join(folder, '.bdx-notes.tmp');
  for (const path of [old, fresh, foreign]) writeFileSync(path, 'x');
  const twoHoursAgo = new Date(Date.now() - 7_200_000);
  utimesSync(old, twoHoursAgo, twoHoursAgo);
  utimesSync(foreign, twoHoursAgo, twoHoursAgo);
  await writeFileAtomically(join(folder, 'a.pdf'), words('x'));
  expect(readdirSync(folder).sort()).toEqual(
    ['.bdx-fedcba9876543210.tmp', '.bdx-notes.tmp', 'a.pdf'].sort(),
  );
});

/** Mounting needs root; where we are not, the injected ENOSPC above stands for it. */
const mountSmallDisk = (at: string): boolean => {
  if (!isRoot || process.platform !== 'linux') return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

test('a disk that is really full', async (context) => {
  const disk = join(folder, 'đĩa');
  mkdirSync(disk);
  if (!mountSmallDisk(disk)) return context.skip();
  try {
    const target = join(disk, 'a.pdf');
    expect((await writeFileAtomically(target, words('cũ'))).ok).toBe(true);
    const result = await writeFileAtomically(target, large());
    expect(result).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(readFileSync(target, 'utf8')).toBe('cũ');
    expect(readdirSync(disk)).toEqual(['a.pdf']);
    expect((await writeFileAtomically(target, words('mới'))).ok).toBe(true);
  } finally {
    execFileSync('umount', [disk]);
  }
});
