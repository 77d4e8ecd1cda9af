/** What keeps words from being lost, as a person uses it: versions, backups, files, attachments. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { tellOneStory } from './one-story';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  createProposal,
  enter,
  field,
  goToList,
  saved,
  say,
  writeParagraphs,
} from './person';
import { sentence } from './prose';

const TITLE = 'Hồ sơ được giữ kỹ';
const MILESTONE = 'Bản gửi trưởng phòng xem';
const PASSPHRASE = 'mật khẩu của phòng Chất lượng';
const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

const work = mkdtempSync(join(tmpdir(), 'bdx-safety-'));
const stick = join(work, 'USB của phòng');
const parcel = join(work, 'Chuyển máy.bdx');
const pdf = join(work, 'Báo giá thiết bị.pdf');
const copy = join(work, 'Báo giá lấy ra.pdf');

let running: LaunchedApp;

beforeAll(async () => {
  mkdirSync(stick);
  writeFileSync(pdf, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 7)]));
  running = await launchApp({ userDataDir: join(work, 'máy một'), size: SMALL });
  await createProposal(running.page, { title: TITLE });
});

afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

tellOneStory();

const press = (name: string, exact = true): Promise<void> =>
  running.page.getByRole('button', { name, exact }).first().click();

const openOne = async (): Promise<void> => {
  const { page } = running;
  await goToList(page);
  await page.getByText(TITLE).first().click();
  await page.locator('[data-section="ii"]').waitFor();
};

const goToBackups = (): Promise<void> =>
  running.page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav.backups'), exact: true })
    .click();

const closeDialog = async (): Promise<void> => {
  const dialog = running.page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('common.close'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

const digest = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

it('keeps a version at Ghi and shows by words what changed since', async () => {
  const { page } = running;
  await writeParagraphs(page, 'ii', ['Dây chuyền đúc áp lực có tỷ lệ phế phẩm cao.', sentence(4)]);
  await page.keyboard.press('Control+s');
  await saved(page);
  await field(page, 'ii').press('Control+Home');
  for (let word = 0; word < 5; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.insertText('Máy ép nhựa ');
  await saved(page);

  await press(say('workspace.history'));
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-version]').first().click();
  await dialog.locator('[data-compared="ii"] del').first().waitFor();
  const gone = await dialog.locator('[data-compared="ii"] del').allTextContents();
  const come = await dialog.locator('[data-compared="ii"] ins').allTextContents();
  expect(gone.join(' ')).toContain('Dây chuyền');
  expect(come.join(' ')).toContain('Máy ép nhựa');
  expect(await dialog.locator('[data-compared="iii"]').count()).toBe(0);
  await screenshot(page, 'an-toan-01-lich-su-1366');
});

it('gives a version a name of its own', async () => {
  const { page } = running;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('history.markName')).fill(MILESTONE);
  await press(say('history.markNow'));
  await dialog.locator('[data-version]').filter({ hasText: MILESTONE }).waitFor();
});

it('brings an old version back as the newest and loses none', async () => {
  const { page } = running;
  const dialog = page.getByRole('dialog').first();
  const versions = await dialog.locator('[data-version]').count();
  await dialog.locator('[data-version]').last().click();
  await press(say('history.restore'));
  await press(say('history.restoreConfirm'));
  await page.locator('[data-section="ii"]').waitFor();
  await expect.poll(() => field(page, 'ii').textContent()).not.toContain('Máy ép nhựa');
  await press(say('workspace.history'));
  await expect
    .poll(() => page.getByRole('dialog').locator('[data-version]').count())
    .toBeGreaterThan(versions);
  await page
    .getByRole('dialog')
    .locator('[data-version]')
    .filter({ hasText: MILESTONE })
    .first()
    .click();
  await page.getByRole('dialog').locator('ins, del').first().waitFor();
  await screenshot(page, 'an-toan-02-so-voi-moc-1366');
  await press(say('history.restore'));
  await press(say('history.restoreConfirm'));
  await expect.poll(() => field(page, 'ii').textContent()).toContain('Máy ép nhựa');
});

it('takes a file in and gives it out byte for byte', async () => {
  const { app, page } = running;
  await press(say('workspace.attached'));
  await answerOpenDialogs(app, [pdf]);
  await press(say('attached.add'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Báo giá thiết bị.pdf').first().waitFor();
  await screenshot(page, 'an-toan-03-tai-lieu-1366');
  await answerSaveDialogs(app, [copy]);
  await dialog.getByRole('button', { name: say('attached.saveAs') }).click();
  await expect.poll(() => existsSync(copy)).toBe(true);
  expect(digest(copy)).toBe(digest(pdf));
  await closeDialog();
});

it('makes a proven backup when asked, and says so in the status bar', async () => {
  const { page } = running;
  await goToBackups();
  await press(say('backups.make'));
  await page.getByText(say('backups.made')).first().waitFor();
  await press(say('backups.check'));
  await page.getByText(say('backups.checkedFine')).waitFor();
  await openOne();
  await expect
    .poll(() => page.locator('[data-backup]').textContent())
    .toMatch(/^Sao lưu: hôm nay \d\d:\d\d, đã kiểm chứng$/u);
});

it('puts every copy into a second place, and tells within moments when that is gone', async () => {
  const { app, page } = running;
  await goToBackups();
  await answerOpenDialogs(app, [stick]);
  await press(say('backups.choose'));
  await page.getByText(say('backups.secondFine')).waitFor();
  // The place is known before the first copy lies in it.
  await expect.poll(() => readdirSync(stick).some((name) => name.endsWith('.db'))).toBe(true);
  await page.getByText(say('backups.making')).waitFor({ state: 'hidden' });
  await screenshot(page, 'an-toan-04-sao-luu-1366');
  await openOne();
  renameSync(stick, `${stick} đã rút`);
  await page.locator('[data-backup="trouble"]').waitFor({ timeout: 3000 });
  await page.getByText('Hãy cắm lại USB').first().waitFor();
  await screenshot(page, 'an-toan-05-mat-noi-thu-hai-1366');
  renameSync(`${stick} đã rút`, stick);
  await page.locator('[data-backup="fine"]').waitFor({ timeout: 3000 });
});

it('looks at a copy of each place again and shows in the table what it found', async () => {
  const { page } = running;
  await goToBackups();
  for (const place of ['own', 'second']) {
    const row = page.locator(`[data-backup-place="${place}"]`).first();
    await row.getByRole('button', { name: 'Kiểm chứng bản sao lưu', exact: false }).click();
    await row
      .locator('[data-last-check]')
      .getByText(/nguyên vẹn, [\d.]+ dòng$/u)
      .waitFor();
  }
  // A bit of the oldest copy on the stick turns: it is said, and stays said.
  const copies = readdirSync(stick).filter((name) => name.endsWith('.db'));
  const spoilt = join(stick, copies[0] ?? '');
  const bytes = readFileSync(spoilt);
  const at = bytes.indexOf(TITLE);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(spoilt, bytes);
  const last = page.locator('[data-backup-place="second"]').last();
  await last.getByRole('button', { name: 'Kiểm chứng bản sao lưu', exact: false }).click();
  await last.locator('[data-last-check]').getByText('Đã hỏng').waitFor();
  await screenshot(page, 'an-toan-04b-kiem-chung-1366');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(spoilt, bytes);
});

it('goes back to a backup as a whole and keeps the present aside', async () => {
  const { page } = running;
  await openOne();
  await enter(page, 'ii');
  await page.keyboard.insertText(' Câu viết sau bản sao lưu.');
  await saved(page);
  await goToBackups();
  await page.getByRole('button', { name: 'Phục hồi bản sao lưu', exact: false }).last().click();
  await press(say('backups.restoreConfirm'));
  await page.getByText('Đã phục hồi dữ liệu về lúc').waitFor();
  await openOne();
  expect(await field(page, 'ii').textContent()).not.toContain('Câu viết sau bản sao lưu.');
  const aside = join(work, 'máy một', 'data', 'de-rieng');
  expect(readdirSync(aside).length).toBeGreaterThan(0);
});

it('writes one sealed file for another computer', async () => {
  const { app, page } = running;
  await answerSaveDialogs(app, [parcel]);
  await goToBackups();
  await press(say('home.transfer'));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(TITLE).check();
  await dialog.getByLabel(say('transfer.seal')).check();
  await dialog.getByLabel(say('transfer.passphrase'), { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel(say('transfer.repeat')).fill(PASSPHRASE);
  await screenshot(page, 'an-toan-06-chuyen-ra-tep-1366');
  await press(say('transfer.write'));
  await dialog.waitFor({ state: 'hidden' });
  expect(existsSync(parcel)).toBe(true);
  expect(readFileSync(parcel).includes(Buffer.from(TITLE))).toBe(false);
});

it('opens that file with the program on the other computer, after showing what it brings', async () => {
  await running.close();
  running = await launchApp({
    userDataDir: join(work, 'máy hai'),
    size: LARGE,
    extraArgs: [parcel],
  });
  const { page } = running;
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('transfer.sealed')).waitFor();
  await dialog.getByLabel(say('transfer.passphrase')).fill('không phải mật khẩu');
  await press(say('transfer.unlock'));
  await dialog.getByText('Mật khẩu không đúng').first().waitFor();
  await dialog.getByLabel(say('transfer.passphrase')).fill(PASSPHRASE);
  await press(say('transfer.unlock'));
  await dialog.locator('[data-action="new"]').filter({ hasText: TITLE }).waitFor();
  await screenshot(page, 'an-toan-07-nhap-1920');
  await press(say('transfer.import'));
  await dialog.waitFor({ state: 'hidden' });
  await openOne();
  await press(say('workspace.history'));
  await page
    .getByRole('dialog')
    .locator('[data-version]')
    .filter({ hasText: MILESTONE })
    .first()
    .click();
  await screenshot(page, 'an-toan-08-lich-su-may-hai-1920');
  await closeDialog();
  await press(say('workspace.attached'));
  await page.getByRole('dialog').getByText('Báo giá thiết bị.pdf').first().waitFor();
  await closeDialog();
  await goToBackups();
  await screenshot(page, 'an-toan-09-sao-luu-1920');
});
