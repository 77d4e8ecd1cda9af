/** The whole dossier as files, and pictures of signature and seal on its papers. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { dossierOn, example, keepProposal, openDossierOf } from './dossier-window';
import { sealPicture, signaturePicture } from './ink-picture';
import { lookAt, violations } from './look-at';
import { tellOneStory } from './one-story';
import { pagesOfPdf, wordsOfPdf } from './paper';
import { answerOpenDialogs, answerSaveDialogs, say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-dossier-export-'));
const folderNamed = (name: string): string => {
  mkdirSync(join(work, name), { recursive: true });
  return join(work, name);
};
/** All files below, by their names from there. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

let running: LaunchedApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = running;
  await openDossierOf(page, await keepProposal(page, example));
  const { showStep, button, field, dialog, dialogButton } = dossierOn(page);
  await showStep('write');
  await button('dossier.editData').click();
  await field('signer.position').fill('Giám đốc');
  await field('signer.name').fill('Trần Văn Bình');
  await field('recipient.email').fill('chicuctdc@haiphong.example');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
});
afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

tellOneStory();

const look = async (name: string): Promise<void> => {
  await lookAt(running.page, `bo-ho-so-${name}`);
  expect(await violations(running.page)).toEqual([]);
};

it('stops between two papers and leaves nothing behind', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton } = dossierOn(page);
  const folder = folderNamed('dừng');
  await button('dossier.writeAll').click();
  await look('ghi-ca-bo-lua-chon');
  await answerOpenDialogs(app, [folder]);
  // As fast as a person could at best: with the first word of how far it is.
  await page.evaluate(() => {
    const stop = window.api?.on('dossier.progress', () => {
      stop?.();
      document.querySelector<HTMLElement>('[data-writing] button')?.click();
    });
  });
  await dialogButton('dossier.chooseFolder').click();
  await dialogButton('dossier.chooseFolder').waitFor();
  await expect.poll(() => page.locator('[data-writing]').count()).toBe(0);
  expect(await page.locator('[data-written]').count()).toBe(0);
  expect(filesBelow(folder)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it('writes papers, one bound PDF with its contents page, and the e-mail package', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton, field, showStep } = dossierOn(page);
  await showStep('sign');
  await button('dossier.freeze').click();
  await field('actor').fill('Nguyễn Thị Hường');
  await dialogButton('dossier.freeze').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  const folder = folderNamed('cả bộ');
  await button('dossier.writeAll').click();
  await dialog.getByLabel(say('dossier.writeEmail')).click();
  await page.locator('[data-email="subject"]').waitFor();
  await look('ghi-ca-bo-thu');
  await answerOpenDialogs(app, [folder]);
  await dialogButton('dossier.chooseFolder').click();
  await page.locator('[data-written]').waitFor({ timeout: 60_000 });
  await look('ghi-ca-bo-ket-qua');
  const files = filesBelow(folder);
  expect(String(files.length)).toBe(
    await page.locator('[data-written]').getAttribute('data-written'),
  );
  expect(files.filter((name) => name.includes('BẢN NHÁP'))).toEqual([]);
  const bound = files.find((name) => name.endsWith('Cả bộ hồ sơ.pdf')) ?? '';
  const single = files.filter((name) => /\/0[1-4] .*\.pdf$/.test(name));
  const words = wordsOfPdf(join(folder, bound));
  expect(words).toMatch(/mục lục/i);
  const enclosed = single.filter((name) => pagesOfPdf(join(folder, name)) > 0).slice(0, 3);
  expect(pagesOfPdf(join(folder, bound))).toBe(
    1 + enclosed.reduce((sum, name) => sum + pagesOfPdf(join(folder, name)), 0),
  );
  const packed = files.filter((name) => name.includes('Gói gửi thư điện tử/'));
  expect(packed.some((name) => name.endsWith('.docx'))).toBe(true);
  expect(packed.some((name) => name.endsWith('.pdf'))).toBe(true);
});

it('copies the words of the message, and shows the folder', async () => {
  const { app, page } = running;
  const { dialog, dialogButton } = dossierOn(page);
  for (const part of ['to', 'subject', 'body'] as const) {
    const shown = page.locator(`[data-email="${part}"]`);
    const text = (await shown.locator('> *').nth(1).textContent()) ?? '';
    expect(text.length).toBeGreaterThan(10);
    await shown.getByRole('button').click();
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
  }
  expect(await page.locator('[data-email="to"]').textContent()).toContain(
    'chicuctdc@haiphong.example',
  );
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path: string) => Object.assign(globalThis, { shownFolder: path });
  });
  await dialogButton('dossier.openFolder').click();
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'shownFolder') as unknown))
    .toMatch(/Hồ sơ [0-9A-Z]{4}-[0-9A-Z]{4}/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it('packs the e-mail into one ZIP file when asked', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton } = dossierOn(page);
  const folder = folderNamed('nén');
  await button('dossier.writeAll').click();
  await dialog.getByLabel(say('dossier.writeSeparate')).click();
  await dialog.getByLabel(say('dossier.writeBound')).click();
  await dialog.getByLabel(say('dossier.writeEmail')).click();
  await dialog.getByLabel(say('dossier.emailZip')).click();
  await answerOpenDialogs(app, [folder]);
  await dialogButton('dossier.chooseFolder').click();
  await page.locator('[data-written="1"]').waitFor({ timeout: 60_000 });
  const [zip = ''] = filesBelow(folder);
  const listed = execFileSync('unzip', ['-l', join(folder, zip)], { encoding: 'utf8' });
  expect(listed).toContain('.docx');
  expect(listed).toContain('.pdf');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

const pictureBox = (kind: string) =>
  running.page.locator(`[data-real-size] [data-picture="${kind}"]`).boundingBox();

it('shows pictures of signature and seal in their place in real size, with the warning', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton, field } = dossierOn(page);
  const [signature, seal] = [join(work, 'chữ ký.png'), join(work, 'con dấu.png')];
  writeFileSync(signature, signaturePicture());
  writeFileSync(seal, sealPicture());
  await button('dossier.picturesDots').click();
  await page.locator('[data-picture-warning]').waitFor();
  await look('anh-chua-co');
  await answerOpenDialogs(app, [signature, seal]);
  await dialogButton('dossier.choose_signature').click();
  await page.locator('[data-kept="signature"]').waitFor();
  await dialogButton('dossier.choose_seal').click();
  await page.locator('[data-kept="seal"]').waitFor();
  await page.locator('[data-real-size] [data-picture="seal"]').waitFor();
  await page.locator('[data-picture-warning]').waitFor();
  await field('seal.diameter').fill('40');
  await expect
    .poll(async () => Math.round((await pictureBox('seal'))?.width ?? 0))
    .toBe(Math.round((40 / 25.4) * 96));
  const [ink, ring] = [await pictureBox('signature'), await pictureBox('seal')];
  // A third of the signature, on its left, lies under the seal.
  const covered = (ring?.x ?? 0) + (ring?.width ?? 0) - (ink?.x ?? 0);
  expect(covered / (ink?.width ?? 1)).toBeCloseTo(1 / 3, 1);
  await page.locator('[data-real-size]').scrollIntoViewIfNeeded();
  await look('anh-co');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

const picturesIn = (file: string): number =>
  execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => /^\s*\d+\s+\d+\s+image\s/.test(line)).length;

it('puts pictures only into the export that asks for them', async () => {
  const { app, page } = running;
  const { showPaper } = dossierOn(page);
  await showPaper('cover-letter');
  const view = page.locator('[data-view="cover-letter"]');
  const [plain, inked] = [join(work, 'thường.pdf'), join(work, 'có ảnh.pdf')];
  await answerSaveDialogs(app, [plain, inked]);
  await view.getByRole('button', { name: 'PDF' }).click();
  await expect.poll(() => existsSync(plain)).toBe(true);
  expect(picturesIn(plain)).toBe(0);
  await view.getByLabel(say('dossier.withPictures')).click();
  await view.locator('[data-picture="seal"]').waitFor();
  await view.locator('[data-picture-warning]').waitFor();
  await view.locator('[data-picture="seal"]').scrollIntoViewIfNeeded();
  await look('anh-tren-giay');
  await view.getByRole('button', { name: 'PDF' }).click();
  await expect.poll(() => existsSync(inked)).toBe(true);
  expect(picturesIn(inked)).toBe(2);
});

it('takes pictures away again', async () => {
  const { page } = running;
  const { button, dialog, dialogButton } = dossierOn(page);
  await button('dossier.picturesDots').click();
  await dialogButton('dossier.remove_seal').click();
  await dialogButton('dossier.remove_signature').click();
  await expect.poll(() => page.locator('[data-kept="none"]').count()).toBe(2);
  expect(await page.locator('[data-real-size]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.getByLabel(say('dossier.withPictures')).count()).toBe(0);
});
