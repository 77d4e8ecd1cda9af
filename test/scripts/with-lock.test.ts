import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scriptUrl } from './load-script';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bdx-lock-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Adds one to the file, with a pause in which another process would read the old number. */
const ADD_ONE = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { withLock } from ${JSON.stringify(scriptUrl('bring-up/with-lock.mjs'))};
  for (let i = 0; i < 3; i += 1) {
    await withLock('test', async () => {
      const n = Number(readFileSync(process.env.COUNT_FILE, 'utf8'));
      await sleep(20);
      writeFileSync(process.env.COUNT_FILE, String(n + 1));
    });
  }`;

const run = (countFile: string): Promise<number | null> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      XDG_CACHE_HOME: home,
      HOME: home,
      LOCALAPPDATA: home,
      COUNT_FILE: countFile,
    };
    const child = spawn(process.execPath, ['--input-type=module', '-e', ADD_ONE], {
      env,
      stdio: 'ignore',
    });
    child.on('close', resolve);
  });

it('lets one process in at a time', async () => {
  const countFile = join(home, 'count');
  writeFileSync(countFile, '0');
  const codes = await Promise.all([run(countFile), run(countFile), run(countFile)]);
  expect(codes).toEqual([0, 0, 0]);
  expect(readFileSync(countFile, 'utf8')).toBe('9');
});

it('takes the lock of a process that is gone', async () => {
  const countFile = join(home, 'count');
  writeFileSync(countFile, '0');
  const lock =
    process.platform === 'win32'
      ? join(home, 'ban-de-xuat/cache/locks/test')
      : join(home, process.platform === 'darwin' ? 'Library/Caches' : '', 'ban-de-xuat/locks/test');
  mkdirSync(lock, { recursive: true });
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.on('close', resolve));
  writeFileSync(join(lock, 'owner'), String(gone.pid));
  expect(await run(countFile)).toBe(0);
  expect(readFileSync(countFile, 'utf8')).toBe('3');
});
