/** Data of a newer program: looked at, printed and taken along in the real window; never touched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { folderFacts } from './folder-facts';
import { takeAllAlong, WORDS_OF_II, writeSome } from './look-only-window';
import { askMain, enter, field, goToList, pagesCounted, say } from './person';

const TITLE = 'Hồ sơ của bản mới hơn';
const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

const work = mkdtempSync(join(tmpdir(), 'bdx-newer-'));
const userDataDir = join(work, 'máy cũ');
const data = join(userDataDir, 'data');

let running: LaunchedApp;
let before: Record<string, string>;

beforeAll(async () => {
  const first = await launchApp({ userDataDir, size: SMALL });
  await writeSome(first.page, TITLE);
  await first.close();
  // What a later program may do: a higher number, a column and a table that this one has never seen.
  const database = new Database(join(data, 'ban-de-xuat.db'));
  database.exec("ALTER TABLE proposals ADD COLUMN mood TEXT; UPDATE proposals SET mood = 'vui'");
  database.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT');
  database.pragma('user_version = 999999');
  database.close();
  before = folderFacts(data);
  running = await launchApp({ userDataDir, size: SMALL });
});

afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

const openOne = async (): Promise<void> => {
  const { page } = running;
  if ((await page.locator('[data-section="ii"]').count()) > 0) return;
  await page.getByRole('link', { name: TITLE }).click();
  await page.locator('[data-section="ii"]').waitFor();
};

it('says calmly that it is for looking and exporting, and offers nothing that changes', async () => {
  const { page } = running;
  await page.locator('[data-look-only]').getByText(say('lookOnly.title')).waitFor();
  const places = page.getByRole('navigation').getByRole('link');
  expect(await places.allTextContents()).toEqual([say('nav.proposals'), say('nav.settings')]);
  await goToList(page);
  await page.getByRole('link', { name: TITLE }).waitFor();
  for (const key of ['home.new', 'home.import']) {
    expect(await page.getByRole('button', { name: say(key) }).count()).toBe(0);
  }
  await page.getByRole('button', { name: TITLE }).or(page.locator('tbody button')).first().click();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual([
    say('home.open'),
    say('home.transfer'),
  ]);
  await screenshot(page, 'ban-moi-01-danh-sach-1366');
  await page.keyboard.press('Escape');
});

it('shows the words and the pages, and takes no key', async () => {
  const { page } = running;
  await openOne();
  expect(await field(page, 'ii').textContent()).toBe(WORDS_OF_II);
  expect(await pagesCounted(page)).toBeGreaterThan(0.5);
  await page.getByText(say('lookOnly.status'), { exact: true }).waitFor();
  await enter(page, 'ii');
  await page.keyboard.insertText('KHÔNG ĐƯỢC VÀO');
  await page.keyboard.press('Control+s');
  expect(await field(page, 'ii').textContent()).toBe(WORDS_OF_II);
  await screenshot(page, 'ban-moi-02-xem-1366');
  await page.getByRole('button', { name: say('workspace.history'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-version]').first().waitFor();
  expect(await dialog.getByRole('button', { name: say('history.restore') }).count()).toBe(0);
  expect(await dialog.getByLabel(say('history.markName')).count()).toBe(0);
  await dialog.getByRole('button', { name: say('common.close'), exact: true }).click();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill('tạo hồ sơ');
  expect(await palette.getByRole('option', { name: say('home.new') }).count()).toBe(0);
  await page.keyboard.press('Escape');
});

it('exports PDF and DOCX, and the file for another computer', async () => {
  const { app, page } = running;
  await openOne();
  await takeAllAlong({ app, page }, work);
  await screenshot(page, 'ban-moi-03-ket-xuat-1366');
});

it('refuses every change that is asked for past the window', async () => {
  const { page } = running;
  const list = await askMain(page, 'proposals.list', { trashed: false });
  const id = list.ok ? (list.value[0]?.id ?? '') : '';
  const answers = [
    await askMain(page, 'proposals.create', {
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title: 'x',
      organisationId: null,
    }),
    await askMain(page, 'proposals.rename', { id, title: 'x' }),
    await askMain(page, 'proposals.trash', { id }),
    await askMain(page, 'proposals.saveSection', { id, section: 'i', value: 'x' }),
    await askMain(page, 'history.mark', { id, name: 'x' }),
    await askMain(page, 'backups.make', undefined),
    await askMain(page, 'organisations.save', {
      name: 'x',
      address: 'x',
      contact: { name: '', position: '', phone: '', email: '' },
      isDefault: false,
    }),
  ];
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'store-read-only' } });
  }
});

it('looks right when large, dark and in English, and asks again without harm', async () => {
  const { app, page } = running;
  await openOne();
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, LARGE);
  await askMain(page, 'preferences.set', { theme: 'dark', language: 'en' });
  await page.getByText('View and export only').waitFor();
  await screenshot(page, 'ban-moi-04-xem-1920-en-toi');
  await askMain(page, 'preferences.set', { theme: 'light', language: 'vi' });
  await page
    .locator('[data-look-only]')
    .getByRole('button', { name: say('recovery.retry') })
    .click();
  await page.locator('[data-look-only]').getByText(say('lookOnly.title')).waitFor();
  await openOne();
  expect(await field(page, 'ii').textContent()).toBe(WORDS_OF_II);
});

it('has not touched a byte of the folder', async () => {
  await running.close();
  expect(folderFacts(data)).toEqual(before);
});
