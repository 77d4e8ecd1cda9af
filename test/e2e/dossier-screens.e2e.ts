/** The dossier for other eyes and hands: by keyboard alone, in English, in high contrast, in a narrow window. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { dossierOn, example, given, keepProposal, openDossierOf } from './dossier-window';
import { lookAt, violations } from './look-at';
import { tellOneStory } from './one-story';
import { say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-dossier-screens-'));
const STEPS = ['write', 'check', 'sign', 'seal', 'deliver', 'follow'] as const;

let running: LaunchedApp;
let lead: string;
beforeAll(async () => {
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

const hasFocus = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => element === document.activeElement);

/** Tab until the focus is there, as a person without a mouse does; fails when it never comes. */
const tabTo = async (target: Locator): Promise<void> => {
  await target.first().waitFor();
  for (let left = 150; left > 0; left -= 1) {
    if (await hasFocus(target)) return;
    await running.page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
};
const press = async (target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(target);
  await running.page.keyboard.press(key);
};
const type = async (target: Locator, text: string): Promise<void> => {
  await tabTo(target);
  await running.page.keyboard.press('Control+a');
  await running.page.keyboard.insertText(text);
};

it('is gone through from the words to the answer with the keyboard alone', async () => {
  const { page } = running;
  const { step, panel, button, dialog, dialogButton, field, isDone } = dossierOn(page);
  const toStep = async (name: (typeof STEPS)[number]): Promise<void> => {
    await press(step(name));
    await panel(name).waitFor();
  };
  await openDossierOf(page, lead);
  await toStep('write');
  await press(button('dossier.editData'));
  await dialog.waitFor();
  await type(field('signer.position'), 'Giám đốc');
  await type(field('signer.name'), 'Trần Văn Bình');
  await press(dialogButton('common.save'));
  await dialog.waitFor({ state: 'hidden' });
  await toStep('sign');
  await press(button('dossier.freeze'));
  await type(field('actor'), 'Nguyễn Thị Hường');
  await press(dialogButton('dossier.freeze'));
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await press(button('dossier.enterSigned'));
  await expect.poll(() => isDone('sign')).toBe('true');
  // What was pressed is gone; the step has the focus, not the whole window.
  expect(await page.evaluate(() => document.activeElement?.closest('[data-panel]') !== null)).toBe(
    true,
  );
  await press(panel('sign').locator('[data-next] button'));
  await panel('seal').waitFor();
  await press(button('dossier.enterSealed'));
  await expect.poll(() => isDone('seal')).toBe('true');
  await toStep('deliver');
  await type(field('method'), 'Giao trực tiếp');
  await press(button('dossier.enterDelivery'));
  await expect.poll(() => isDone('deliver')).toBe('true');
  await type(field('receiver'), 'Phạm Thu Hà');
  await press(button('dossier.enterReceipt'));
  await page.locator('[data-receipt]').waitFor();
  await toStep('follow');
  await tabTo(field('outcome'));
  await page.keyboard.press('End');
  await press(button('dossier.enterOutcome'));
  await expect.poll(() => isDone('follow')).toBe('true');
});

const through = async (name: string, without: readonly string[] = []): Promise<void> => {
  const { page } = running;
  const { showStep } = dossierOn(page);
  for (const one of STEPS) {
    await showStep(one);
    await page.locator('[data-sheet="1"]').first().waitFor();
    await lookAt(page, `${name}-${one}`);
    expect(await violations(page, without)).toEqual([]);
  }
};

it('can be read in high contrast', async () => {
  const { page } = running;
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  // The colours are the system's there; the checker reads those of the page.
  await through('tuong-phan-cao', ['color-contrast']);
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
});

it('can be read in the dark', async () => {
  const { page } = running;
  await given(page, 'preferences.set', { theme: 'dark' });
  await through('toi');
  await given(page, 'preferences.set', { theme: 'light' });
});

it('can be used in a narrow window, part below part', async () => {
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setMinimumSize(400, 400);
    window?.setContentSize(860, 640);
  });
  await page.waitForFunction(() => innerWidth === 860);
  await through('hep');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768),
  );
  await page.waitForFunction(() => innerWidth === 1366);
});

it('can be read in English', async () => {
  const { page } = running;
  await given(page, 'preferences.set', { language: 'en' });
  await page.getByText('Follow up').first().waitFor();
  await through('tieng-anh');
  const commands = ['Write all…', 'Register'];
  for (const [index, name] of commands.entries()) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await lookAt(page, `tieng-anh-hop-${index + 1}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await given(page, 'preferences.set', { language: 'vi' });
  await page.getByText(say('dossier.step_follow')).first().waitFor();
});
