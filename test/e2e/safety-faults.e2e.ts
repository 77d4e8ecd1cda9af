/** What breaks under a person's hands, in the real program: nothing acknowledged is lost. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
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
import type { ElectronApplication } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { killWindows } from '../faults/killed-window';
import { windowRows } from '../faults/window-rows';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { lookAtBothSizes } from './look-at';
import {
  askMain,
  createProposal,
  enter,
  field,
  goToList,
  saved,
  say,
  writeParagraphs,
} from './person';
import { paragraphs, sentence } from './prose';

const TITLE = 'Hồ sơ giữa lúc hỏng hóc';
const SMALL = { width: 1366, height: 768 };
const faultRowTrials = windowRows.find(({ id }) => id === 'T-04')?.reduced ?? 0;

let work: string;
let running: LaunchedApp | null = null;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'bdx-faults-'));
});

afterEach(async () => {
  await running?.kill();
  running = null;
  try {
    execFileSync('umount', ['-l', join(work, 'small')], { stdio: 'ignore' });
  } catch {
    // Was not mounted. Lazily: processes of a killed program may still be on their way out.
  }
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

const start = async (userDataDir = work): Promise<LaunchedApp> => {
  running = await launchApp({ userDataDir, size: SMALL });
  return running;
};

it('T-04: has text and caret back after the window was killed while somebody typed', async () => {
  const outcome = await killWindows(faultRowTrials, 20_261_124);
  process.stderr.write(`T-04: slowest return ${outcome.most['slowest return, ms']} ms\n`);
  expect(outcome.examples).toEqual([]);
  expect(outcome.trials).toBe(faultRowTrials);
});

it('has the same place of the same proposal after kill -9, with no question', async () => {
  const first = await start();
  await createProposal(first.page, { title: TITLE });
  await writeParagraphs(first.page, 'iv', paragraphs(0, 12));
  await writeParagraphs(first.page, 'vii', [sentence(30)]);
  await saved(first.page);
  const top = (app: LaunchedApp): Promise<number> =>
    app.page
      .locator('[data-section="vii"]')
      .evaluate((section) => Math.round(section.getBoundingClientRect().top));
  const before = await top(first);
  // The place is kept a moment after the last move.
  await first.page.waitForTimeout(1500);
  await first.kill('SIGKILL');

  const again = await start();
  await again.page.locator('[data-section="vii"]').waitFor();
  await expect
    .poll(() => again.page.evaluate(() => document.activeElement?.getAttribute('data-editor')))
    .toBe('vii');
  await expect.poll(async () => Math.abs((await top(again)) - before)).toBeLessThan(40);
  await again.page.keyboard.type('!');
  await expect.poll(() => field(again.page, 'vii').textContent()).toBe(`${sentence(30)}!`);
  expect(await again.page.getByRole('dialog').count()).toBe(0);
});

/** Until not one more byte fits. */
const fill = (file: string): void => {
  for (const size of [1 << 20, 1 << 16, 4096, 1]) {
    const piece = Buffer.alloc(size, 1);
    for (let at = 0; at < 4096; at += 1) {
      try {
        appendFileSync(file, piece);
      } catch {
        break;
      }
    }
  }
};

const mountSmall = (): string | null => {
  const folder = join(work, 'small');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return null;
  }
};

it('says at once that the disk is full, types on, and saves by itself when there is room', async ({
  skip,
}) => {
  const small = mountSmall();
  if (small === null) return skip('only root can make a small disk');
  const userDataDir = join(small, 'du-lieu');
  mkdirSync(userDataDir);
  const { page } = await start(userDataDir);
  await createProposal(page, { title: TITLE });
  await writeParagraphs(page, 'ii', [sentence(1)]);
  await saved(page);
  const filler = join(small, 'phim.mkv');
  fill(filler);
  await enter(page, 'iv');
  await page.keyboard.insertText(paragraphs(0, 40).join(' '));
  const failed = page.locator('[data-save="failed"]');
  // Room taken beforehand lets some more through; then it is said.
  for (let word = 0; word < 60 && (await failed.count()) === 0; word += 1) {
    await page.keyboard.insertText(` từ ${word}.`);
    await page.waitForTimeout(500);
  }
  await failed.waitFor();
  await page.getByText(say('save.failedTitle')).waitFor();
  await page.keyboard.insertText(' Chữ gõ khi đĩa đầy.');
  expect(await field(page, 'iv').textContent()).toContain('Chữ gõ khi đĩa đầy.');
  await screenshot(page, 'an-toan-10-dia-day-1366');
  rmSync(filler);
  await page.locator('[data-save="saved"]').waitFor({ timeout: 8000 });
  await running?.kill('SIGKILL');
  const again = await start(userDataDir);
  await expect.poll(() => field(again.page, 'iv').textContent()).toContain('Chữ gõ khi đĩa đầy.');
  expect(await field(again.page, 'ii').textContent()).toBe(sentence(1));
});

/** From now on every write of the main process is refused as the system refuses it. */
const refuseWrites = (app: ElectronApplication, code: string): Promise<void> =>
  app.evaluate((_electron, errorCode) => {
    const fs = process.getBuiltinModule('node:fs');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const { writeSync } = fs;
    Object.assign(globalThis, {
      allowWrites: () => {
        Object.assign(fs, { writeSync });
        syncBuiltinESMExports();
      },
    });
    Object.assign(fs, {
      writeSync: () => {
        throw Object.assign(new Error(errorCode), { code: errorCode, errno: -1, syscall: 'write' });
      },
    });
    syncBuiltinESMExports();
  }, code);

const allowWrites = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { allowWrites: () => void }).allowWrites());

const REFUSALS: readonly [code: string, words: RegExp, english: boolean][] = [
  ['ENOSPC', /Ổ đĩa đã đầy.*xoá bớt tệp/su, false],
  ['EROFS', /Không có quyền ghi.*cấp quyền ghi/su, false],
  ['EBUSY', /chương trình khác đang giữ.*đóng bản chương trình kia/su, false],
  ['EIO', /Ổ đĩa báo lỗi.*kiểm tra ổ đĩa/su, true],
];

it.each(REFUSALS)(
  'says within moments what keeps words from the disk (%s), and saves by itself afterwards',
  async (...row) => {
    const [code, words, inEnglishAndDark] = row;
    const { app, page } = await start();
    await createProposal(page, { title: TITLE });
    await writeParagraphs(page, 'ii', [sentence(1)]);
    await saved(page);
    await refuseWrites(app, code);
    const typed = performance.now();
    await page.keyboard.insertText(' Chữ gõ khi đĩa từ chối.');
    await page.locator('[data-save="failed"]').waitFor();
    const told = performance.now() - typed;
    const bar = page.getByRole('region', { name: say('save.failedTitle') });
    expect(await bar.textContent()).toMatch(words);
    await page.keyboard.insertText(' Và gõ tiếp.');
    expect(await field(page, 'ii').textContent()).toContain('Và gõ tiếp.');
    await screenshot(page, `an-toan-13-${code.toLowerCase()}-1366`);
    if (inEnglishAndDark) {
      await askMain(page, 'preferences.set', { theme: 'dark', language: 'en' });
      await page.getByText('Not saved').first().waitFor();
      await screenshot(page, `an-toan-13-${code.toLowerCase()}-1366-en-toi`);
    }
    const allowed = performance.now();
    await allowWrites(app);
    await page.locator('[data-save="saved"]').waitFor({ timeout: 10_000 });
    const back = performance.now() - allowed;
    process.stderr.write(
      `${code}: told after ${told | 0} ms, saved ${back | 0} ms after it ended\n`,
    );
    await running?.kill('SIGKILL');
    const again = await start();
    await expect.poll(() => field(again.page, 'ii').textContent()).toContain('Và gõ tiếp.');
  },
);

const HARMS: readonly [name: string, harm: (file: string) => void][] = [
  [
    'hong',
    (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 100, bytes.length);
      writeFileSync(file, bytes);
    },
  ],
  ['rong', (file) => writeFileSync(file, '')],
];

it.each(HARMS)(
  'says what it found in a broken file (%s), and brings the words back',
  async (...row) => {
    const [name, harm] = row;
    const first = await start();
    await createProposal(first.page, { title: TITLE });
    await writeParagraphs(first.page, 'ii', [sentence(7)]);
    await saved(first.page);
    await first.close();
    const file = join(work, 'data', 'ban-de-xuat.db');
    for (const companion of ['-wal', '-shm']) rmSync(`${file}${companion}`, { force: true });
    harm(file);

    const { page } = await start();
    const alert = page.getByRole('alert').first();
    await alert.getByRole('heading', { name: say('recovery.plan') }).waitFor();
    await alert.getByText(say('recovery.missingNone')).waitFor();
    await screenshot(page, `an-toan-11-phuc-hoi-${name}-1366`);
    await alert.getByRole('button', { name: say('recovery.recover') }).click();
    await page.getByText(TITLE).first().waitFor();
    await page.getByText(say('backups.healedTitle')).waitFor();
    if ((await page.locator('[data-section="ii"]').count()) === 0) {
      await page.getByText(TITLE).first().click();
    }
    await expect.poll(() => field(page, 'ii').textContent()).toBe(sentence(7));
    await screenshot(page, `an-toan-12-da-phuc-hoi-${name}-1366`);
    // The broken file is kept as it was.
    expect(existsSync(join(work, 'data', 'de-rieng'))).toBe(true);
    expect(readdirSync(join(work, 'data', 'de-rieng')).length).toBeGreaterThan(0);
  },
);

it('names a damaged proposal in the list, and goes on with the others', async () => {
  const first = await start();
  await createProposal(first.page, { title: TITLE });
  await writeParagraphs(first.page, 'ii', [sentence(7)]);
  await saved(first.page);
  const lost = 'Hồ sơ nằm đúng chỗ đĩa hỏng';
  await goToList(first.page);
  await createProposal(first.page, { title: lost });
  await saved(first.page);
  await first.close();
  const data = join(work, 'data');
  const file = join(data, 'ban-de-xuat.db');
  const bytes = readFileSync(file);
  // One bit of its title; and nothing is left that could mend it.
  for (let at = bytes.indexOf(lost); at >= 0; at = bytes.indexOf(lost, at + 1)) {
    bytes[at] = (bytes[at] ?? 0) ^ 0x20;
  }
  writeFileSync(file, bytes);
  for (const name of ['nhat-ky', 'sao-luu'])
    rmSync(join(data, name), { recursive: true, force: true });

  const again = await start();
  const { page } = again;
  await goToList(page);
  await page.getByText(say('home.damaged')).waitFor();
  await lookAtBothSizes(again, 'an-toan-14-mot-ho-so-hong');
  await page.getByText('hồ sơ nằm đúng chỗ đĩa hỏng').first().click();
  await page
    .getByText(/Dữ liệu trên ổ đĩa bị hỏng ở/)
    .first()
    .waitFor();
  await lookAtBothSizes(again, 'an-toan-15-mo-ho-so-hong');
  await goToList(page);
  await page.getByText(TITLE).first().click();
  await expect.poll(() => field(page, 'ii').textContent()).toBe(sentence(7));
});
