/** Digital signatures in the window: signed, checked, changed, signed elsewhere and taken back. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signAnyFile } from '../../electron/sign';
import {
  makeIdentity,
  PASSPHRASE,
  passphrase,
  SIGNER,
  SIGNING_USE,
} from '../electron/sign/make-identity';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { dossierOn, example, keepProposal, openDossierOf } from './dossier-window';
import { lookAt, violations } from './look-at';
import { tellOneStory } from './one-story';
import { answerOpenDialogs, answerSaveDialogs, say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-signing-'));
const at = (name: string): string => join(work, name);
const identity = makeIdentity({ extensions: SIGNING_USE, chain: true });
writeFileSync(at('ky.p12'), identity.p12);
writeFileSync(at('goc.pem'), identity.root);

let running: LaunchedApp;
beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = running;
  await openDossierOf(page, await keepProposal(page, example));
  const { showStep, showPaper, button, dialog, dialogButton, field } = dossierOn(page);
  await showStep('sign');
  await button('dossier.freeze').click();
  await field('actor').fill('Nguyễn Thị Hường');
  await dialogButton('dossier.freeze').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await showPaper('cover-letter');
});
afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

tellOneStory();

const look = async (name: string): Promise<void> => {
  await lookAt(running.page, `ky-so-${name}`);
  expect(await violations(running.page)).toEqual([]);
};

/** Opens the dialog that checks signatures with this file chosen. */
const verify = async (file: string): Promise<string | null> => {
  const { app, page } = running;
  await answerOpenDialogs(app, [file]);
  await dossierOn(page).button('dossier.verify').click();
  const verdict = page.locator('[data-verdict]');
  await verdict.waitFor();
  return verdict.getAttribute('data-verdict');
};
const closeDialog = async (): Promise<void> => {
  await running.page.keyboard.press('Escape');
  await running.page.getByRole('dialog').waitFor({ state: 'hidden' });
};
/** Writes the paper that is shown, by the button with this name, to a file. */
const write = async (button: string, file: string): Promise<void> => {
  const { app, page } = running;
  await answerSaveDialogs(app, [file]);
  await page.locator('[data-view]').getByRole('button', { name: button, exact: true }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
};
const signedWords = (format: string): string =>
  say('dossier.writeSigned').replace('{{format}}', format);

it('refuses a wrong passphrase, forgets it, and keeps the certificate chosen', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton, field } = dossierOn(page);
  await button('dossier.signDigitally').click();
  await answerOpenDialogs(app, [at('ky.p12')]);
  await dialogButton('dossier.chooseCertificate').click();
  await page.locator('[data-certificate]').getByText('ky.p12').waitFor();
  await field('passphrase').fill('sai mật khẩu');
  await dialogButton('dossier.sign').click();
  await dialog
    .locator('[data-refusal="sign-failed"]')
    .getByText('mật khẩu', { exact: false })
    .waitFor();
  expect(await field('passphrase').inputValue()).toBe('');
  expect(await page.locator('[data-certificate]').textContent()).toContain('ky.p12');
  await look('1-sai-mat-khau');
});

it('signs with the right one; other programs call the file valid', async () => {
  const { page } = running;
  const { dialog, dialogButton, field } = dossierOn(page);
  await field('passphrase').fill(PASSPHRASE);
  await field('sign.reason').fill('Phê duyệt đề xuất');
  await dialogButton('dossier.sign').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await page.locator('[data-signed]').getByText(SIGNER, { exact: false }).waitFor();
  await look('2-da-ky');
  await write(signedWords('PDF'), at('đã ký.pdf'));
  const said = execFileSync('pdfsig', ['-nocert', at('đã ký.pdf')], { encoding: 'utf8' });
  expect(said).toContain('Signature is Valid.');
  expect(said).toContain('Total document signed');
  expect(said).toContain(SIGNER);
  execFileSync('qpdf', ['--check', at('đã ký.pdf')]);
});

it('signs the Word file too', async () => {
  const { app, page } = running;
  const { button, dialog, dialogButton, field } = dossierOn(page);
  await button('dossier.signDigitally').click();
  await answerOpenDialogs(app, [at('ky.p12')]);
  await dialogButton('dossier.chooseCertificate').click();
  await page.locator('[data-certificate]').getByText('ky.p12').waitFor();
  await dialog.getByRole('radio', { name: 'DOCX' }).click();
  await field('passphrase').fill(PASSPHRASE);
  await dialogButton('dossier.sign').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await write(signedWords('DOCX'), at('đã ký.docx'));
  expect(await verify(at('đã ký.docx'))).toBe('intact');
  await closeDialog();
});

it('says that the signature is intact, and that trust is unknown until a root is given', async () => {
  const { app, page } = running;
  const { dialogButton, dialog } = dossierOn(page);
  expect(await verify(at('đã ký.pdf'))).toBe('intact');
  await dialog.getByText(say('dossier.verifyIntact')).waitFor();
  expect(await page.locator('[data-trust]').getAttribute('data-trust')).toBe('unknown');
  await look('3-chua-biet-tin-cay');
  await answerOpenDialogs(app, [at('goc.pem')]);
  await dialogButton('dossier.addRoot').click();
  await page.locator('[data-trust="trusted"]').waitFor();
  await dialog.getByText(say('dossier.verifyGood')).waitFor();
  await dialog.getByText('goc.pem', { exact: false }).waitFor();
  await look('4-dang-tin');
  await closeDialog();
});

it('never calls a changed copy intact', async () => {
  const signed = readFileSync(at('đã ký.pdf'));
  const flipped = Buffer.from(signed);
  const middle = Math.floor(signed.length / 3);
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  writeFileSync(at('sửa một bit.pdf'), flipped);
  writeFileSync(at('thêm vào cuối.pdf'), Buffer.concat([signed, Buffer.from('\n% thêm\n')]));
  for (const name of ['sửa một bit.pdf', 'thêm vào cuối.pdf']) {
    expect(await verify(at(name))).toBe('not-intact');
    await running.page.getByRole('dialog').getByText(say('dossier.verifyChanged')).waitFor();
    if (name.startsWith('thêm')) await look('5-da-thay-doi');
    await closeDialog();
  }
});

it('says so of a file without a signature', async () => {
  await write('PDF', at('chưa ký.pdf'));
  await verify(at('chưa ký.pdf'));
  await running.page.getByRole('dialog').getByText(say('dossier.verifyNone')).waitFor();
  await closeDialog();
});

it('takes back a file signed elsewhere, and refuses one that did not grow from the frozen file', async () => {
  const { app, page } = running;
  const { showPaper, button, dialog, dialogButton } = dossierOn(page);
  const [paper] = await page
    .locator('[data-paper^="proposal:"]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-paper') ?? ''));
  await showPaper(paper ?? '');
  await write('PDF', at('phiếu đã khoá.pdf'));
  const elsewhere = await signAnyFile(readFileSync(at('phiếu đã khoá.pdf')), {
    p12: identity.p12,
    passphrase: passphrase(),
    now: Date.now(),
  });
  if (!elsewhere.ok) throw new Error(elsewhere.error.message);
  writeFileSync(at('ký nơi khác.pdf'), elsewhere.value.bytes);
  await button('dossier.signDigitally').click();
  await answerOpenDialogs(app, [at('đã ký.pdf'), at('phiếu đã khoá.pdf'), at('ký nơi khác.pdf')]);
  // Another paper, then the frozen file as it was: neither grew from it by a signature.
  for (const words of ['không được tạo từ tệp đã khoá', 'chưa có chữ ký số']) {
    await dialogButton('dossier.takeBack').click();
    await dialog
      .locator('[data-refusal="sign-failed"]')
      .getByText(words, { exact: false })
      .waitFor();
  }
  await look('6-khong-nhan');
  await dialogButton('dossier.takeBack').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await page.locator('[data-signed]').getByText(SIGNER, { exact: false }).waitFor();
  await write(signedWords('PDF'), at('nhận lại.pdf'));
  expect(readFileSync(at('nhận lại.pdf')).equals(readFileSync(at('ký nơi khác.pdf')))).toBe(true);
});

it('keeps the passphrase nowhere', () => {
  const { status, stdout } = spawnSync('grep', ['-rlaF', '-e', PASSPHRASE, running.userDataDir], {
    encoding: 'utf8',
  });
  // 1: looked everywhere and found nothing.
  expect([status, stdout]).toEqual([1, '']);
});
