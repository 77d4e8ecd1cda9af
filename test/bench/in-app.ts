/**
 * The program as a person feels it: real Electron, real store, the five-page example open, keys typed
 * fast. `npm run bench:app` prints and writes RESULTS-APP.md. Keys are Enter and Backspace in turn,
 * because each of them moves the number in the status bar; between them runs of letters look for tasks
 * that hold the window up.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Proposal } from '../../shared/model';
import { holdReady, type LaunchedApp, launchApp, launchProgram } from '../helpers/launch-electron';
import { type Sample, sampleOf } from './sample';

const projectRoot = process.argv[2] ?? '.';
const KEY_PAIRS = 100;
const SENTENCE = 'Doanh nghiệp áp dụng đồng bộ các công cụ cải tiến năng suất, chất lượng. ';
const SETTLE_MS = 4000;

interface Measured {
  readonly counted: Sample;
  readonly painted: Sample;
  readonly longest: number;
  readonly longTasks: number;
  readonly redrawn: number;
  readonly pages: number;
}

const fillExample = (page: Page): Promise<string> => {
  const example = JSON.parse(
    readFileSync(join(projectRoot, 'assets/examples/de-xuat-mau.json'), 'utf8'),
  ) as Proposal;
  return page.evaluate(async (proposal) => {
    // allowed: the benchmark fills the store as the window itself would
    const { api } = window;
    if (api === undefined) throw new Error('no preload script');
    const made = await api.call('proposals.create', {
      callId: proposal.call,
      templateId: proposal.template,
      title: 'Đo tốc độ',
      organisationId: null,
    });
    if (!made.ok) throw new Error(made.error.message);
    const { id } = made.value;
    for (const [section, value] of Object.entries(proposal.values)) {
      const saved = await api.call('proposals.saveSection', { id, section, value });
      if (!saved.ok) throw new Error(saved.error.message);
    }
    await api.call('preferences.set', { lastProposalId: id });
    return id;
  }, example);
};

/** Installed in the page: times keys, watches the number, long tasks and pages drawn again. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const meter = document.querySelector('[data-fullness]');
    if (meter === null) throw new Error('no page meter');
    const record = {
      counted: [] as number[],
      painted: [] as number[],
      long: [] as number[],
      drawn: 0,
    };
    Object.assign(window, { benchRecord: record });
    let pressed: number | null = null;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter' || event.key === 'Backspace') pressed = event.timeStamp;
      },
      true,
    );
    let before = meter.textContent;
    new MutationObserver(() => {
      if (meter.textContent === before || pressed === null) return;
      before = meter.textContent;
      const start = pressed;
      pressed = null;
      record.counted.push(performance.now() - start);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => record.painted.push(performance.now() - start);
        port2.postMessage(null);
      });
    }).observe(meter, { subtree: true, childList: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) record.long.push(entry.duration);
    }).observe({ type: 'longtask' });
    const sheets = document.querySelectorAll('[data-page]');
    const touched = new Set<Element>();
    const sheetsWatch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const sheet = element?.closest('[data-page]');
        if (sheet !== null && sheet !== undefined) touched.add(sheet);
      }
      record.drawn = touched.size;
    });
    for (const sheet of sheets) {
      sheetsWatch.observe(sheet, { subtree: true, childList: true, characterData: true });
    }
  });

const typeAndMeasure = async (page: Page): Promise<Measured> => {
  const editor = page.locator('.rich-text[data-editor="ii"]');
  await editor.locator('p').first().click();
  await page.keyboard.press('End');
  // The first keys warm the code up, as they do on the first line a person writes.
  await page.keyboard.type(SENTENCE, { delay: 20 });
  await page.waitForTimeout(1000);
  await watch(page);
  for (let pair = 0; pair < KEY_PAIRS; pair += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(60);
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(60);
  }
  for (let line = 0; line < 6; line += 1) await page.keyboard.type(SENTENCE, { delay: 15 });
  await page.waitForTimeout(800);
  const record = await page.evaluate(
    () =>
      (
        window as unknown as {
          benchRecord: { counted: number[]; painted: number[]; long: number[]; drawn: number };
        }
      ).benchRecord,
  );
  return {
    counted: sampleOf(record.counted),
    painted: sampleOf(record.painted),
    longest: Math.max(0, ...record.long),
    longTasks: record.long.length,
    redrawn: record.drawn,
    pages: await page.locator('[data-page]').count(),
  };
};

/** Megabytes of all processes of the program. */
const memoryOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: electron }) =>
      electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024,
  );

const bareWindow = (folder: string): Promise<LaunchedApp> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.js"}');
  writeFileSync(
    join(folder, 'main.js'),
    "const {app,BrowserWindow}=require('electron');app.whenReady().then(()=>new BrowserWindow({width:1366,height:768}).loadURL('data:text/html,<title>bare</title>'));",
  );
  return launchProgram(process.env['BDX_ELECTRON'] ?? '', ['-r', holdReady, folder]);
};

const ms = (value: number): string => value.toFixed(1);
const verdict = (met: boolean): string => (met ? 'met' : '**not met**');

const work = mkdtempSync(join(tmpdir(), 'bdx-bench-'));
try {
  const userDataDir = join(work, 'data');
  const size = { width: 1366, height: 768 };
  const first = await launchApp({ userDataDir, size });
  const id = await fillExample(first.page);
  await first.close();
  const running = await launchApp({ userDataDir, size });
  await running.page.waitForSelector('.rich-text[data-editor="ii"] p', { timeout: 30_000 });
  await running.page.waitForTimeout(SETTLE_MS);
  const measured = await typeAndMeasure(running.page);
  const ours = await memoryOf(running.app);
  await running.close();
  const bare = await bareWindow(join(work, 'bare'));
  await bare.page.waitForTimeout(SETTLE_MS);
  const empty = await memoryOf(bare.app);
  await bare.close();

  const { counted, painted } = measured;
  const results = `# Speed in the window

Written by \`npm run bench:app\` on ${new Date().toISOString().slice(0, 10)}: real Electron ${process.env['BDX_ELECTRON_VERSION']}, ${cpus().length} × ${cpus()[0]?.model ?? '?'},
no graphics card (software rendering), load ${loadavg()[0]?.toFixed(1)}. The example proposal is open with its preview (${measured.pages} sheets in sight).

| what | p50 | p95 | p99 | runs | target | |
|---|---:|---:|---:|---:|---|---|
| key → number in the window, ms | ${ms(counted.p50)} | ${ms(counted.p95)} | ${ms(counted.p99)} | ${counted.count} | | |
| key → painted number, ms | ${ms(painted.p50)} | ${ms(painted.p95)} | ${ms(painted.p99)} | ${painted.count} | p95 ≤ 16 | ${verdict(painted.p95 <= 16)} |

| what | measured | target | |
|---|---:|---|---|
| longest task of the window while typing, ms | ${ms(measured.longest)} (${measured.longTasks} over 50 ms) | none over 50 | ${verdict(measured.longTasks === 0)} |
| pages of the preview touched in all | ${measured.redrawn} of ${measured.pages} | | |
| memory with it open, all processes, MB | ${ours.toFixed(0)} (${(ours / empty).toFixed(2)} × an empty window's ${empty.toFixed(0)}) | ≤ 1.3 × | ${verdict(ours / empty <= 1.3)} |
`;
  writeFileSync(join(projectRoot, 'test/bench/RESULTS-APP.md'), results);
  process.stdout.write(`${results}\n`);
  if (id === '') throw new Error('nothing was opened');
} finally {
  rmSync(work, { recursive: true, force: true });
}
