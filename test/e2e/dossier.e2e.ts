/** From finished text to a dossier that was handed in, through all six steps of the window. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { tellOneStory } from './one-story';
import { wordsOfPdf } from './paper';
import { answerSaveDialogs, createProposal, enter, goToList, saved, say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-dossier-'));
const userDataDir = join(work, 'dữ liệu');
const target = join(work, 'đã ghi');
const TITLE = 'Nghiên cứu giám sát chất lượng đúc áp lực tại Hải Phòng';
const SECOND = 'Áp dụng ISO 9001 cho xưởng cơ khí chính xác';
const THIRD = 'Đào tạo chuyên gia năng suất chất lượng';

let running: LaunchedApp;
beforeAll(async () => {
  mkdirSync(target);
  running = await launchApp({ userDataDir, size: { width: 1366, height: 768 } });
});
afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

tellOneStory();

const step = (name: string) => running.page.locator(`[data-step="${name}"]`);
const panel = (name: string) => running.page.locator(`[data-panel="${name}"]`);
const button = (key: string) => running.page.getByRole('button', { name: say(key), exact: true });
const fill = (name: string, text: string) =>
  running.page.locator(`[data-field="${name}"]`).first().fill(text);
const showStep = async (name: string): Promise<void> => {
  await step(name).click();
  await panel(name).waitFor();
};
const picture = async (name: string): Promise<void> => {
  await running.page.locator('[data-sheet="1"]').first().waitFor();
  await screenshot(running.page, name);
};

it('opens the dossier of a proposal with the papers the call wants', async () => {
  const { page } = running;
  for (const title of [THIRD, SECOND, TITLE]) {
    await createProposal(page, { title });
    await enter(page, 'i');
    await page.keyboard.type(title);
    await saved(page);
    if (title !== TITLE) await goToList(page);
  }
  await page.locator('[data-action="dossier"]').click();
  await panel('write').waitFor();
  await page.locator('[data-paper="cover-letter"]').waitFor();
  expect(await page.locator('[data-paper^="proposal:"]').count()).toBe(1);
  await button('dossier.editData').click();
  await fill('organisation.name', 'Công ty TNHH Thử nghiệm Đình Vũ');
  await fill('signer.position', 'Giám đốc');
  await fill('signer.name', 'Trần Văn Bình');
  await screenshot(page, 'dossier-01-thong-tin-1366');
  await button('common.save').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await picture('dossier-02-soan-1366');
});

it('puts three proposals in one dossier, in the order of the keyboard', async () => {
  const { page } = running;
  await button('dossier.editProposals').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(SECOND).click();
  await dialog.getByLabel(THIRD).click();
  await dialog.locator('[data-priority]').nth(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await dialog.locator('[data-priority]').first().textContent()).toContain(THIRD);
  await screenshot(page, 'dossier-03-thu-tu-1366');
  await button('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.locator('[data-paper^="proposal:"]').count()).toBe(3);
  await page.locator('[data-paper="summary-table"]').click();
  await picture('dossier-04-bang-tong-hop-1366');
});

it('checks, and writes drafts that say so', async () => {
  const { app, page } = running;
  await showStep('check');
  await picture('dossier-05-kiem-tra-1366');
  const draft = join(target, 'nháp.pdf');
  await answerSaveDialogs(app, [draft]);
  await page.locator('[data-paper="cover-letter"]').click();
  await page.locator('[data-view="cover-letter"]').getByRole('button', { name: 'PDF' }).click();
  await expect.poll(() => existsSync(draft)).toBe(true);
  expect(readFileSync(draft).includes('/Watermark')).toBe(true);
});

it('freezes with a code, and the watermark is gone', async () => {
  const { app, page } = running;
  await showStep('sign');
  await button('dossier.freeze').click();
  const dialog = page.getByRole('dialog');
  await fill('actor', 'Nguyễn Thị Hường');
  await dialog.getByLabel(say('dossier.freezeAnyway')).click();
  await dialog.getByRole('button', { name: say('dossier.freeze') }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  const code = await page.locator('[data-frozen]').getAttribute('data-frozen');
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  // Each paper as PDF and as DOCX, beside the backups before the dialog said so.
  const kept = readdirSync(join(userDataDir, 'data', 'sao-luu', 'tai-lieu'));
  expect(kept.filter((name) => name.endsWith('.bin')).length).toBeGreaterThan(10);
  const frozen = join(target, 'khoá.pdf');
  await answerSaveDialogs(app, [frozen]);
  await page.locator('[data-view="cover-letter"]').getByRole('button', { name: 'PDF' }).click();
  await expect.poll(() => existsSync(frozen)).toBe(true);
  const bytes = readFileSync(frozen);
  expect([bytes.includes('/Watermark'), bytes.includes('/Footer')]).toEqual([false, true]);
  expect(wordsOfPdf(frozen).length).toBeGreaterThan(20);
  await button('dossier.enterSigned').click();
  await expect.poll(() => step('sign').getAttribute('data-done')).toBe('true');
  await picture('dossier-06-trinh-ky-1366');
});

it('goes on to seal, delivery with its receipt, and outcome', async () => {
  const { page } = running;
  await showStep('seal');
  await button('dossier.enterSealed').click();
  await expect.poll(() => step('seal').getAttribute('data-done')).toBe('true');
  await picture('dossier-07-dong-dau-1366');
  await showStep('deliver');
  await fill('method', 'Giao trực tiếp tại 240 Văn Cao');
  await button('dossier.enterDelivery').click();
  await page.locator('[data-deliveries]').waitFor();
  await fill('receiver', 'Phạm Thu Hà');
  await fill('receiptNumber', '57/BN');
  await button('dossier.enterReceipt').click();
  await page.locator('[data-receipt]').getByText('57/BN').waitFor();
  await page.locator('[data-paper="envelope-label"]').click();
  await picture('dossier-08-giao-nop-1366');
  await showStep('follow');
  await page.locator('[data-field="outcome"]').selectOption('selected');
  await button('dossier.enterOutcome').click();
  await expect.poll(() => step('follow').getAttribute('data-done')).toBe('true');
  await picture('dossier-09-theo-doi-1366');
});

it('keeps a whole register and shows everything on the board', async () => {
  const { page } = running;
  await button('dossier.register').click();
  await page.locator('[data-chain="intact"]').waitFor();
  for (const kind of ['freeze', 'export', 'signed', 'sealed', 'delivery', 'receipt', 'outcome']) {
    expect(await page.locator(`[data-register="${kind}"]`).count()).toBeGreaterThan(0);
  }
  await screenshot(page, 'dossier-10-so-theo-doi-1366');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: say('dossier.toBoard') }).click();
  await page.locator('[data-board]').first().waitFor();
  expect(await page.locator('[data-board]').count()).toBe(1);
  await screenshot(page, 'dossier-11-bang-theo-doi-1366');
});

it('shows every step on a large screen too', async () => {
  const { userDataDir: kept } = running;
  await running.close();
  running = await launchApp({ userDataDir: kept, size: { width: 1920, height: 1080 } });
  const { page } = running;
  await page.getByRole('link', { name: say('nav.board'), exact: true }).click();
  await page.locator('[data-board] a').first().click();
  for (const name of ['write', 'check', 'sign', 'seal', 'deliver', 'follow']) {
    await showStep(name);
    await picture(`dossier-${name}-1920`);
  }
  await page.getByRole('link', { name: say('dossier.toBoard') }).click();
  await page.locator('[data-board]').first().waitFor();
});

it('says that signed papers no longer match, and asks why before it opens them', async () => {
  const { page } = running;
  await page.locator('[data-board] a').first().click();
  await panel('follow').waitFor();
  await showStep('write');
  await panel('write').getByRole('link', { name: TITLE }).click();
  await enter(page, 'i');
  await page.keyboard.type(' sửa');
  await saved(page);
  await page.locator('[data-action="dossier"]').click();
  await page.locator('[data-changed]').waitFor();
  expect(await page.locator('[data-mismatch="cover-letter"]').count()).toBe(1);
  await screenshot(page, 'dossier-12-khong-con-khop-1366');
  await button('dossier.unfreezeDots').first().click();
  await fill('reason', 'Sở yêu cầu sửa tên nhiệm vụ');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('dossier.unfreeze'), exact: true })
    .click();
  await page.locator('[data-frozen="false"]').waitFor();
  expect(await step('sign').getAttribute('data-done')).toBe('false');
});
