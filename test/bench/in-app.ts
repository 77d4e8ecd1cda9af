/**
 * The program as a person feels it: real Electron, real store, a proposal of five pages open, then one
 * of forty-six, keys typed fast. `npm run bench:app` prints and writes RESULTS-APP.md. Keys are Enter
 * and Backspace in turn, because each of them moves the number in the status bar; between them runs of
 * letters look for tasks that hold the window up.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Proposal } from '../../shared/model';
import { holdReady, type LaunchedApp, launchApp, launchProgram } from '../helpers/launch-electron';
import { readBenchText } from './bench-proposals';
import { appReport, type Typed } from './window/app-report';
import { fillProposal } from './window/fill-proposal';
import { type MemoryUse, memoryOf } from './window/memory-of';
import { readKeys, watchKeys } from './window/watch-keys';

const projectRoot = process.argv[2] ?? '.';
const KEY_PAIRS = 100;
const LINES_OF_LETTERS = 6;
const SENTENCE = 'Doanh nghiệp áp dụng đồng bộ các công cụ cải tiến năng suất, chất lượng. ';
const SETTLE_MS = 4000;
const SIZE = { width: 1366, height: 768 };

const typeAndMeasure = async (page: Page): Promise<Typed> => {
  const editor = page.locator('.rich-text[data-editor="ii"]');
  await editor.locator('p').first().click();
  await page.keyboard.press('End');
  // The first keys warm the code up, as they do on the first line a person writes.
  await page.keyboard.type(SENTENCE, { delay: 20 });
  await page.waitForTimeout(1000);
  await watchKeys(page);
  for (let pair = 0; pair < KEY_PAIRS; pair += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(60);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(60);
  }
  for (let line = 0; line < LINES_OF_LETTERS; line += 1) {
    await page.keyboard.type(SENTENCE, { delay: 15 });
  }
  await page.waitForTimeout(800);
  return { keys: await readKeys(page), sheets: await page.locator('[data-page]').count() };
};

interface Measured {
  readonly typed: Typed;
  /** Before a key was pressed, and after all of them. */
  readonly opened: MemoryUse;
  readonly used: MemoryUse;
}

const measure = async (folder: string, proposal: Proposal): Promise<Measured> => {
  const first = await launchApp({ userDataDir: folder, size: SIZE });
  await fillProposal(first.page, proposal);
  await first.close();
  const running = await launchApp({ userDataDir: folder, size: SIZE });
  await running.page.waitForSelector('.rich-text[data-editor="ii"] p', { timeout: 30_000 });
  await running.page.waitForTimeout(SETTLE_MS);
  const opened = memoryOf(running.app);
  const typed = await typeAndMeasure(running.page);
  const used = memoryOf(running.app);
  await running.close();
  return { typed, opened, used };
};

const bareWindow = (folder: string): Promise<LaunchedApp> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.js"}');
  writeFileSync(
    join(folder, 'main.js'),
    "const {app,BrowserWindow}=require('electron');app.whenReady().then(()=>new BrowserWindow({width:1366,height:768}).loadURL('data:text/html,<title>bare</title>'));",
  );
  return launchProgram(process.env['BDX_ELECTRON'] ?? '', ['-r', holdReady, folder]);
};

const measureBare = async (folder: string): Promise<MemoryUse> => {
  const bare = await bareWindow(folder);
  await bare.page.waitForTimeout(SETTLE_MS);
  const empty = memoryOf(bare.app);
  await bare.close();
  return empty;
};

const work = mkdtempSync(join(tmpdir(), 'bdx-bench-'));
try {
  const example = JSON.parse(
    readFileSync(join(projectRoot, 'assets/examples/de-xuat-mau.json'), 'utf8'),
  ) as Proposal;
  const { five, fifty } = readBenchText(projectRoot, example);
  const load = loadavg()[0] ?? Number.NaN;
  const short = await measure(join(work, 'five'), five);
  const long = await measure(join(work, 'fifty'), fifty);
  const empty = await measureBare(join(work, 'bare'));
  const results = appReport({
    date: new Date().toISOString().slice(0, 10),
    electron: process.env['BDX_ELECTRON_VERSION'] ?? '?',
    machine: `${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
    load: [load, loadavg()[0] ?? Number.NaN],
    five: short.typed,
    fifty: long.typed,
    opened: short.opened,
    used: short.used,
    empty,
  });
  writeFileSync(join(projectRoot, 'test/bench/RESULTS-APP.md'), results);
  process.stdout.write(`${results}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
