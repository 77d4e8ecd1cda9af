/** Closing, crashing and being switched off: what was typed is there afterwards, or was spoken about. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import {
  answerMessageBoxes,
  askedBoxes,
  createProposal,
  field,
  goToList,
  saved,
  say,
  writeParagraphs,
} from './person';
import { sentence } from './prose';

const TITLE = 'Hồ sơ đang viết dở';

let work: string;
let running: LaunchedApp;

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'bdx-closing-'));
  running = await launchApp({ userDataDir: work, size: { width: 1366, height: 768 } });
  await createProposal(running.page, { title: TITLE });
});

afterEach(async () => {
  await running.kill();
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
});

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const hasEnded = (app: ElectronApplication): Promise<void> =>
  new Promise((resolve) => {
    if (app.process().exitCode !== null) resolve();
    else app.process().once('exit', () => resolve());
  });

const openAgain = async (): Promise<void> => {
  running = await launchApp({ userDataDir: work });
  const { page } = running;
  await page.getByText(TITLE).first().waitFor();
  if ((await page.locator('[data-section="i"]').count()) === 0) {
    await page.getByText(TITLE).first().click();
  }
  await page.locator('[data-section="ii"]').waitFor();
};

/** From now on the disk is full: every write of the main process is refused as Linux refuses it. */
const fillDisk = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const fs = process.getBuiltinModule('node:fs');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    if ('emptyDisk' in globalThis) return;
    const { writeSync } = fs;
    Object.assign(globalThis, {
      emptyDisk: () => {
        Object.assign(fs, { writeSync });
        syncBuiltinESMExports();
      },
    });
    Object.assign(fs, {
      writeSync: () => {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', errno: -28 });
      },
    });
    syncBuiltinESMExports();
  });

const emptyDisk = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as { emptyDisk: () => void }).emptyDisk());

it('saves the last letter before the window goes', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'ii', [sentence(1)]);
  // At once: autosave has not had its turn.
  await closeWindow(app);
  await hasEnded(app);
  await openAgain();
  expect(await field(running.page, 'ii').textContent()).toBe(sentence(1));
});

it('saves the last letter when the system asks programs to end', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'ii', [sentence(2)]);
  app.process().kill('SIGTERM');
  await hasEnded(app);
  await openAgain();
  expect(await field(running.page, 'ii').textContent()).toBe(sentence(2));
});

it('comes back to the same place', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'vi', [sentence(3)]);
  await saved(page);
  await closeWindow(app);
  await hasEnded(app);
  running = await launchApp({ userDataDir: work });
  await running.page.locator('[data-section="vi"]').waitFor();
  await expect
    .poll(() => running.page.evaluate(() => document.activeElement?.getAttribute('data-editor')))
    .toBe('vi');
});

it('stays open when the last words cannot be saved, until the person decides', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'ii', [sentence(4)]);
  await saved(page);
  await fillDisk(app);
  await page.keyboard.insertText(' Chữ chưa ghi được.');
  await page.locator('[data-save="failed"]').waitFor();
  await page.getByText(say('save.failedTitle')).waitFor();
  await closeWindow(app);
  const closeAnyway = page.getByRole('button', { name: say('save.closeAnyway') });
  await closeAnyway.waitFor();
  await screenshot(page, '30-chua-ghi-duoc-1366');
  expect(await field(page, 'ii').textContent()).toContain('Chữ chưa ghi được.');

  // The disk has room again: it saves by itself, and the next try to close goes through.
  await emptyDisk(app);
  await page
    .getByRole('button', { name: say('save.saveNow') })
    .first()
    .click();
  await saved(page);
  await closeWindow(app);
  await hasEnded(app);
  await openAgain();
  expect(await field(running.page, 'ii').textContent()).toContain('Chữ chưa ghi được.');
});

it('closes without the last words when the person says so', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'ii', [sentence(5)]);
  await saved(page);
  await fillDisk(app);
  await page.keyboard.insertText(' Bỏ đi được.');
  await page.locator('[data-save="failed"]').waitFor();
  await closeWindow(app);
  await page.getByRole('button', { name: say('save.closeAnyway') }).click();
  await hasEnded(app);
  await openAgain();
  expect(await field(running.page, 'ii').textContent()).toBe(sentence(5));
});

it('asks in the place of a window that does not answer', async () => {
  const { app, page } = running;
  await answerMessageBoxes(app, 1);
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 50);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await closeWindow(app);
  const ended = hasEnded(app);
  await expect
    .poll(() => askedBoxes(app).catch(() => ['gone']), { timeout: 15_000 })
    .not.toEqual([]);
  await ended;
});

it('brings the window back after a crash, with everything that was saved', async () => {
  const { app, page } = running;
  await writeParagraphs(page, 'iii', [sentence(6)]);
  await saved(page);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect
    .poll(
      () =>
        app.evaluate(({ BrowserWindow }) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          // Asked in the moment of the crash, the page never answers.
          const soon = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500));
          const text: Promise<string> | undefined = contents?.executeJavaScript(
            `document.querySelector('[data-section="iii"] [data-field="text"]')?.textContent ?? ''`,
          );
          return Promise.race([text ?? soon, soon]);
        }),
      { timeout: 15_000 },
    )
    .toBe(sentence(6));
});

it('asks before it loads a window for ever that crashes at once', async () => {
  const { app } = running;
  await answerMessageBoxes(app, 1);
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on('did-start-loading', () =>
      setTimeout(() => contents.isDestroyed() || contents.forcefullyCrashRenderer(), 50),
    );
    contents?.forcefullyCrashRenderer();
  });
  await hasEnded(app);
});

it('forgets nothing of an empty list either', async () => {
  const { app, page } = running;
  await goToList(page);
  await page.getByText(TITLE).first().waitFor();
  await closeWindow(app);
  await hasEnded(app);
  await openAgain();
});
