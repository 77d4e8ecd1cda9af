/** The filled-in example goes through all six steps until it lies on the counter and is answered. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { dossierOn, example, keepProposal, openDossierOf } from './dossier-window';
import { lookAt, violations, WORDS_OF_ENGLISH, wordsOnScreen } from './look-at';
import { tellOneStory } from './one-story';
import { answerOpenDialogs, say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-dossier-example-'));
const photo = join(work, 'biên nhận.png');

let running: LaunchedApp;
let lead: string;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../assets/pictures/cua-so.png'), photo);
  running = await launchApp({
    userDataDir: join(work, 'dữ liệu'),
    size: { width: 1366, height: 768 },
  });
  lead = await keepProposal(running.page, example);
});
afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

tellOneStory();

/** Looks at it at both usual sizes, in the words of the window, and as those do who hear it. */
const look = async (name: string): Promise<void> => {
  const { app, page } = running;
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    await page.locator('[data-sheet="1"]').first().waitFor();
    await lookAt(page, `bo-ho-so-${name}`);
  }
  expect(WORDS_OF_ENGLISH.exec(await wordsOnScreen(page))?.[0]).toBeUndefined();
  expect(await violations(page)).toEqual([]);
};

it('1. Soạn: what the papers need beyond the proposal', async () => {
  const { page } = running;
  const { showStep, button, dialog, dialogButton, field } = dossierOn(page);
  await openDossierOf(page, lead);
  await showStep('write');
  await look('1-soan');
  await button('dossier.editData').click();
  await dialog.waitFor();
  await look('1-soan-thong-tin');
  await field('signer.position').fill('Giám đốc');
  await field('signer.name').fill('Trần Văn Bình');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  await button('dossier.editProposals').click();
  await dialog.waitFor();
  await look('1-soan-thu-tu');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it('2. Kiểm tra: what is left to mend', async () => {
  const { showStep } = dossierOn(running.page);
  await showStep('check');
  await look('2-kiem-tra');
});

it('3. Trình ký: frozen, printed after the guide, signed', async () => {
  const { page } = running;
  const { showStep, button, dialog, dialogButton, field, isDone } = dossierOn(page);
  await showStep('sign');
  await look('3-trinh-ky-nhap');
  await button('dossier.freeze').click();
  await field('actor').fill('Nguyễn Thị Hường');
  await look('3-trinh-ky-khoa');
  await dialogButton('dossier.freeze').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await look('3-trinh-ky-da-khoa');
  await button('dossier.signDigitally').click();
  await dialog.waitFor();
  await look('3-trinh-ky-ky-so');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await button('dossier.enterSigned').click();
  await expect.poll(() => isDone('sign')).toBe('true');
  await look('3-trinh-ky-da-ky');
});

it('4. Đóng dấu: after the guide', async () => {
  const { showStep, button, isDone } = dossierOn(running.page);
  await showStep('seal');
  await look('4-dong-dau');
  await button('dossier.enterSealed').click();
  await expect.poll(() => isDone('seal')).toBe('true');
});

it('5. Giao nộp: delivery sheet, envelope, receipt with its photo', async () => {
  const { app, page } = running;
  const { showStep, showPaper, button, field, isDone } = dossierOn(page);
  await showStep('deliver');
  for (const id of ['delivery-note', 'receipt', 'envelope-label']) {
    await showPaper(id);
    await look(`5-giao-nop-${id}`);
  }
  await field('method').fill('Giao trực tiếp tại 240 Văn Cao');
  await button('dossier.enterDelivery').click();
  await expect.poll(() => isDone('deliver')).toBe('true');
  await field('receiver').fill('Phạm Thu Hà');
  await field('receiptNumber').fill('57/BN');
  await answerOpenDialogs(app, [photo]);
  await button('dossier.addPhoto').click();
  await page.getByText(say('dossier.photoAdded')).waitFor();
  await look('5-giao-nop-bien-nhan');
  await button('dossier.enterReceipt').click();
  await page.locator('[data-receipt]').getByText('57/BN').waitFor();
  await app.evaluate(({ shell }) => {
    shell.openPath = (path: string) => {
      Object.assign(globalThis, { openedPath: path });
      return Promise.resolve('');
    };
  });
  await button('dossier.showPhoto').click();
  const opened = (): Promise<unknown> =>
    app.evaluate(() => Reflect.get(globalThis, 'openedPath') as unknown);
  await expect.poll(opened).toMatch(/\.png$/);
  expect(readFileSync(String(await opened())).equals(readFileSync(photo))).toBe(true);
});

it('6. Theo dõi: the answer, the register, the board', async () => {
  const { page } = running;
  const { showStep, button, dialog, field, isDone } = dossierOn(page);
  await showStep('follow');
  await field('outcome').selectOption('selected');
  await field('note').fill('Quyết định phê duyệt danh mục');
  await button('dossier.enterOutcome').click();
  await expect.poll(() => isDone('follow')).toBe('true');
  await look('6-theo-doi');
  await button('dossier.register').click();
  await page.locator('[data-chain="intact"]').waitFor();
  await look('6-so-theo-doi');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});
