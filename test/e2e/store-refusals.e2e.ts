/** A data file that cannot be opened: said plainly, never an empty start, never a byte changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp, screenshot } from '../helpers/launch-electron';
import { askMain, createProposal, saved, say, writeParagraphs } from './person';
import { sentence } from './prose';

const work = mkdtempSync(join(tmpdir(), 'bdx-refusals-'));
const whole = join(work, 'whole');
const TITLE = 'Hồ sơ đã có';
const FILE = 'ban-de-xuat.db';

beforeAll(async () => {
  const running = await launchApp({ userDataDir: whole });
  await createProposal(running.page, { title: TITLE });
  await writeParagraphs(running.page, 'ii', [sentence(3)]);
  await saved(running.page);
  await running.close();
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A copy of the data with its file changed by `harm`. */
const harmed = (name: string, harm: (file: string) => void): string => {
  const userDataDir = join(work, name);
  mkdirSync(userDataDir);
  cpSync(join(whole, 'data'), join(userDataDir, 'data'), { recursive: true });
  harm(join(userDataDir, 'data', FILE));
  return userDataDir;
};

const withDatabase = (file: string, change: (database: Database.Database) => void): void => {
  const database = new Database(file);
  change(database);
  database.close();
};

const hashOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

const KINDS: readonly [kind: string, words: RegExp, harm: (file: string) => void][] = [
  ['empty-file', /0 byte/u, (file) => writeFileSync(file, '')],
  [
    'foreign-file',
    /hỏng|không phải/u,
    (file) => writeFileSync(file, 'Đây là một bức thư.'.repeat(200)),
  ],
  [
    'foreign-database',
    /không phải/u,
    (file) => {
      rmSync(file);
      withDatabase(file, (database) => database.exec('CREATE TABLE t (a)'));
    },
  ],
  [
    // One whose words lie in tables of other names: this program cannot even show them.
    'newer-file',
    /phiên bản mới hơn/u,
    (file) =>
      withDatabase(file, (database) => {
        database.exec('ALTER TABLE proposals RENAME TO drafts');
        database.pragma('user_version = 999999');
      }),
  ],
  [
    'damaged-file',
    /hỏng/u,
    (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 100, bytes.length);
      writeFileSync(file, bytes);
    },
  ],
];

it.each(KINDS)('says what is wrong with a file of kind %s and leaves it alone', async (...row) => {
  const [kind, words, harm] = row;
  const userDataDir = harmed(kind, harm);
  const file = join(userDataDir, 'data', FILE);
  const before = hashOf(file);
  const running = await launchApp({ userDataDir, size: { width: 1366, height: 768 } });
  try {
    const alert = running.page.getByRole('alert').first();
    await alert.getByText(say('recovery.title')).waitFor();
    expect(await alert.textContent()).toMatch(words);
    expect(await alert.textContent()).toContain(file);
    await screenshot(running.page, `20-phuc-hoi-${kind}-1366`);
    // Asking again changes nothing.
    await alert.getByRole('button', { name: say('recovery.retry') }).click();
    await alert.getByText(say('recovery.title')).waitFor();
    const answer = await askMain(running.page, 'proposals.create', {
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title: 'x',
      organisationId: null,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'store-closed' } });
  } finally {
    await running.close();
  }
  expect(hashOf(file)).toBe(before);
});

it('goes on when the file is put right', async () => {
  const userDataDir = harmed('put-right', (file) => writeFileSync(file, ''));
  const data = join(userDataDir, 'data');
  const running = await launchApp({ userDataDir });
  try {
    await running.page.getByText(say('recovery.title')).waitFor();
    rmSync(data, { recursive: true });
    cpSync(join(whole, 'data'), data, { recursive: true });
    await running.page.getByRole('button', { name: say('recovery.retry') }).click();
    await running.page.getByText(TITLE).first().waitFor();
  } finally {
    await running.close();
  }
});

it('lets a second start only bring the first window to the front', async () => {
  const userDataDir = harmed('twice', () => undefined);
  const running = await launchApp({ userDataDir });
  try {
    await running.page.getByText(TITLE).first().waitFor();
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    // The first program goes on feeding its search index meanwhile.
    const files = () =>
      readdirSync(join(userDataDir, 'data'))
        .filter((name) => !name.startsWith('tim-kiem'))
        .sort();
    const before = files();
    const second = spawn(process.env['BDX_ELECTRON'] ?? '', [
      process.env['BDX_APP_DIR'] ?? '',
      `--user-data-dir=${userDataDir}`,
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]);
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    const windows = await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    );
    expect(windows).toEqual([false]);
    expect(files()).toEqual(before);
    expect(existsSync(join(userDataDir, 'data', FILE))).toBe(true);
    await running.page.getByText(TITLE).first().waitFor();
  } finally {
    await running.close();
  }
});
