import { describe, expect, it } from 'vitest';
import { renameFile } from '../../../electron/store/journal/sync-files';

const failing = (times: number, code: string) => {
  let calls = 0;
  return {
    calls: () => calls,
    rename: () => {
      calls += 1;
      if (calls <= times) throw Object.assign(new Error(code), { code });
    },
  };
};

describe('renaming on Windows', () => {
  it.each([0, 1, 5, 7])('outlasts a scanner that holds the file %i times', (times) => {
    const disk = failing(times, 'EPERM');
    let waited = 0;
    renameFile('a', 'b', { platform: 'win32', rename: disk.rename, wait: (ms) => (waited += ms) });
    expect(disk.calls()).toBe(times + 1);
    expect(waited).toBeLessThan(700);
  });

  it('gives up where somebody keeps it, and at once where waiting does not help', () => {
    const kept = failing(99, 'EBUSY');
    const wait = () => undefined;
    expect(() => renameFile('a', 'b', { platform: 'win32', rename: kept.rename, wait })).toThrow(
      'EBUSY',
    );
    expect(kept.calls()).toBe(8);
    const full = failing(99, 'ENOSPC');
    expect(() => renameFile('a', 'b', { platform: 'win32', rename: full.rename, wait })).toThrow(
      'ENOSPC',
    );
    expect(full.calls()).toBe(1);
    const linux = failing(99, 'EPERM');
    expect(() => renameFile('a', 'b', { platform: 'linux', rename: linux.rename, wait })).toThrow(
      'EPERM',
    );
    expect(linux.calls()).toBe(1);
  });
});
