/** A data folder that may only be read: everything is there to read and export, nothing is touched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANNOT_FORBID, forbidWriting } from '../helpers/forbid-writing';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { folderFacts } from './folder-facts';
import { lookAtBothSizes } from './look-at';
import { takeAllAlong, WORDS_OF_II, writeSome } from './look-only-window';
import { askMain, field, goToList, pagesCounted, saved, say, writeParagraphs } from './person';
import { sentence } from './prose';

const TITLE = 'Giảm phế phẩm ở tổ ép nhựa';
const SMALL = { width: 1366, height: 768 };

const work = mkdtempSync(join(tmpdir(), 'bdx-khong-ghi-'));
const userDataDir = join(work, 'máy');
const data = join(userDataDir, 'data');

let running: LaunchedApp | undefined;
let before: Record<string, string>;
let allow: (() => void) | null = null;

const program = (): LaunchedApp => {
  if (running === undefined) throw new Error('the program was not started');
  return running;
};

const words = (page: Page) => page.locator('[data-look-only]');

beforeAll(async () => {
  const first = await launchApp({ userDataDir, size: SMALL });
  await writeSome(first.page, TITLE);
  // As after a power cut: the newest words are in the log and the journal, not in the file.
  await first.kill();
  allow = forbidWriting(data);
  if (allow === null) return;
  before = folderFacts(data);
  running = await launchApp({ userDataDir, size: SMALL });
});

afterAll(async () => {
  await running?.close();
  allow?.();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

const openOne = async (page: Page): Promise<void> => {
  await goToList(page);
  await page.getByRole('link', { name: TITLE }).click();
  await page.locator('[data-section="ii"]').waitFor();
};

it('shows the list at once, says calmly where nothing may be written and how to mend it', async ({
  skip,
}) => {
  if (allow === null) return skip(CANNOT_FORBID);
  const { page } = program();
  const bar = words(page);
  await bar.getByText(say('lookOnly.title'), { exact: true }).waitFor();
  await bar.getByText(say('lookOnly.notWritable').replace('{{folder}}', data)).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await goToList(page);
  await page.getByRole('link', { name: TITLE }).waitFor();
  expect(await page.getByRole('button', { name: say('home.new') }).count()).toBe(0);
  await lookAtBothSizes(program(), 'khong-ghi-01-danh-sach');
});

it('shows every word, though the newest were in the log only, and finds them', async ({ skip }) => {
  if (allow === null) return skip(CANNOT_FORBID);
  const { page } = program();
  await openOne(page);
  expect(await field(page, 'ii').textContent()).toBe(WORDS_OF_II);
  expect(await pagesCounted(page)).toBeGreaterThan(0.5);
  await page.getByText(say('lookOnly.status'), { exact: true }).waitFor();
  await lookAtBothSizes(program(), 'khong-ghi-02-xem');
  const found = await askMain(page, 'search.find', { query: 'phe pham' });
  expect(found.ok && found.value.length).toBeGreaterThan(0);
  const list = await askMain(page, 'proposals.list', { trashed: false });
  const id = list.ok ? (list.value[0]?.id ?? '') : '';
  expect(
    await askMain(page, 'proposals.saveSection', { id, section: 'i', value: 'x' }),
  ).toMatchObject({ ok: false, error: { code: 'store-read-only' } });
});

it('exports PDF, DOCX and the file for another computer to another place', async ({ skip }) => {
  if (allow === null) return skip(CANNOT_FORBID);
  const { app, page } = program();
  await openOne(page);
  await takeAllAlong({ app, page }, work);
});

it('says it in English too, and asking again too early does no harm', async ({ skip }) => {
  if (allow === null) return skip(CANNOT_FORBID);
  const { page } = program();
  await askMain(page, 'preferences.set', { theme: 'dark', language: 'en' });
  await words(page).getByText('may not be written').waitFor();
  await screenshot(page, 'khong-ghi-03-xem-1366-en-toi');
  await askMain(page, 'preferences.set', { theme: 'light', language: 'vi' });
  await words(page)
    .getByRole('button', { name: say('recovery.retry') })
    .click();
  await words(page).getByText(say('lookOnly.title'), { exact: true }).waitFor();
  expect(folderFacts(data)).toEqual(before);
});

it('opens for writing when the cause is gone and the person asks again', async ({ skip }) => {
  if (allow === null) return skip(CANNOT_FORBID);
  const { page } = program();
  allow();
  allow = () => undefined;
  await words(page)
    .getByRole('button', { name: say('recovery.retry') })
    .click();
  await words(page).waitFor({ state: 'detached' });
  await openOne(page);
  expect(await field(page, 'ii').textContent()).toBe(WORDS_OF_II);
  await writeParagraphs(page, 'v', [sentence(5)]);
  await page.keyboard.press('Control+s');
  await saved(page);
  await screenshot(page, 'khong-ghi-04-ghi-lai-duoc-1366');
});
