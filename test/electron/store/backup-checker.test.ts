import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { build } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { startChecker } from '../../../electron/store/backups/start-checker';
import { SteadySync } from '../../../electron/store/backups/steady-sync';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const root = join(import.meta.dirname, '../../..');
const CHECKER = join(root, 'node_modules/.cache/backup-checker-test.mjs');

/** The thread as the build makes it: everything in one file, the native module outside. */
beforeAll(async () => {
  await build({
    input: join(root, 'electron/store/backups/backup-checker.ts'),
    platform: 'node',
    external: ['better-sqlite3', /^node:/],
    logLevel: 'warn',
    output: { file: CHECKER, format: 'esm', codeSplitting: false },
  });
});

/** How often this thread comes round while `work` goes on. */
const turnsDuring = async <T>(work: Promise<T>): Promise<{ value: T; turns: number }> => {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const done = await work.finally(() => {
    isDone = true;
  });
  return { value: done, turns };
};

const filledCopy = async (): Promise<string> => {
  const folder = newFolder();
  const store = openTestStore(folder);
  const text = 'nâng cao năng suất chất lượng '.repeat(2000);
  for (let turn = 0; turn < 150; turn += 1) {
    value(store.createProposal(newProposal(`Đề tài ${turn}`, { muc1: `${turn} ${text}` })));
  }
  const { name } = value(await store.backupNow());
  store.close();
  return join(folder, 'sao-luu', name);
};

describe('S48 the check of a backup', () => {
  it('finds beside this thread what it finds in it, and does not hold it up', async () => {
    const path = await filledCopy();
    const beside = startChecker(Database, { file: CHECKER });
    const here = startChecker(Database, { file: join(root, 'no-such-thread.js') });
    const expected = await turnsDuring(here.run('verify', path));
    const got = await turnsDuring(beside.run('verify', path));
    expect(got.value).toEqual(expected.value);
    expect(got.value).toMatchObject({ proposals: 150 });
    // In this thread there is one turn for some rows or a megabyte; beside it this thread is free.
    expect(got.turns).toBeGreaterThan(4 * expected.turns);
    expect(await beside.run('hash', path)).toBe(expected.value?.sha256);
  });

  it('is prepared by syncs beside this thread that never fail the backup', async () => {
    const path = join(newFolder(), 'tep');
    const sync = new SteadySync(path);
    sync.nudge();
    await sync.end();
    writeFileSync(path, 'chữ');
    const other = new SteadySync(path);
    for (let turn = 0; turn < 5; turn += 1) other.nudge();
    await other.end();
    expect(readFileSync(path, 'utf8')).toBe('chữ');
  });

  it('hands errors of disk and database over with their codes', async () => {
    const checker = startChecker(Database, { file: CHECKER });
    await expect(checker.run('hash', join(newFolder(), 'khong-co'))).rejects.toMatchObject({
      code: 'ENOENT',
      syscall: 'open',
    });
    const garbage = join(newFolder(), 'x.db');
    writeFileSync(garbage, 'không phải cơ sở dữ liệu'.repeat(100));
    await expect(checker.run('verify', garbage)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  });

  it('finds a flipped bit in a kept backup, and says so when it is asked', async () => {
    const folder = newFolder();
    const store = openTestStore(folder, { checkerFile: CHECKER });
    value(store.createProposal(newProposal('Đề tài', { muc1: 'chữ của người viết' })));
    const { name } = value(await store.backupNow());
    expect(value(await store.verifyBackup(name))).toMatchObject({ name, proposals: 1, missing: 0 });
    const path = join(folder, 'sao-luu', name);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('chữ của người viết');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await store.verifyBackup(name)).toMatchObject({ error: { code: 'row-damaged' } });
    expect(await store.restoreBackup(name)).toMatchObject({ error: { code: 'not-found' } });
    expect(await store.verifyBackup('khong-co.db')).toMatchObject({ error: { code: 'not-found' } });
  });
});
