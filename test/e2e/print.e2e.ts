/** What the printer gets is what the PDF shows: same pages, same words, letters and not pictures. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { pagesOfPdf } from './paper';
import {
  answerSaveDialogs,
  createProposal,
  enter,
  pagesCounted,
  saved,
  say,
  writeParagraphs,
} from './person';
import { paragraphs } from './prose';

const work = mkdtempSync(join(tmpdir(), 'bdx-print-'));
const exported = join(work, 'xuat.pdf');
const printed = join(work, 'in.pdf');

let running: LaunchedApp;

beforeAll(async () => {
  running = await launchApp();
  const { page } = running;
  await createProposal(page, { title: 'In thử' });
  await enter(page, 'i');
  await page.keyboard.insertText('Nhiệm vụ có dấu < & > “ngoặc” và ký tự Đ');
  for (const [index, section] of ['ii', 'iii', 'iv', 'v'].entries()) {
    await writeParagraphs(page, section, paragraphs(index * 20, 3));
  }
  await page.keyboard.press('Control+b');
  await page.keyboard.insertText(' Chữ đậm cuối phần.');
  await page.keyboard.press('Control+i');
  await page.keyboard.insertText(' Đậm nghiêng.');
  await saved(page);
});

afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

/** A printer of paper made of PDF; it answers as `answer` says. */
const setPrinter = (answer: {
  readonly printed: boolean;
  readonly reason: string;
}): Promise<void> =>
  running.app.evaluate(
    ({ app }, { file, given }) => {
      app.removeAllListeners('browser-window-created');
      app.on('browser-window-created', (_event, window) => {
        const { webContents } = window;
        Object.assign(webContents, {
          print: (
            options: Electron.WebContentsPrintOptions,
            done: (success: boolean, reason: string) => void,
          ) => {
            const seen = {
              silent: options.silent,
              size: options.pageSize,
              shown: window.isVisible(),
            };
            Object.assign(globalThis, { printedWith: seen });
            void webContents.printToPDF({ preferCSSPageSize: true }).then((bytes) => {
              process.getBuiltinModule('node:fs').writeFileSync(file, bytes);
              done(given.printed, given.reason);
            });
          },
        });
      });
    },
    { file: printed, given: answer },
  );

/** Points. The watermark of a draft is far larger; the PDF has it as an outline and not as words. */
const LARGEST_TEXT = 40;

const placesOf = (file: string): { word: string; x: number; y: number }[] =>
  [
    // In the order they were drawn: the watermark would mislead a guess at columns and lines.
    ...execFileSync('pdftotext', ['-raw', '-bbox', file, '-'], { encoding: 'utf8' }).matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)<\/word>/g,
    ),
  ]
    .map(([, x = '', top = '', y = '', word = '']) => ({
      word,
      x: Number(x),
      y: Number(y),
      height: Number(y) - Number(top),
    }))
    .filter(({ height }) => height < LARGEST_TEXT);

const windowCount = (): Promise<number> =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

it('prints the pages of the status bar through the system dialog', async () => {
  const { app, page } = running;
  const pages = Math.ceil(await pagesCounted(page));
  expect(pages).toBeGreaterThan(2);
  await setPrinter({ printed: true, reason: '' });
  await page.keyboard.press('Control+p');
  await page.getByText(say('export.printed')).waitFor();
  const used = await app.evaluate(() => Reflect.get(globalThis, 'printedWith') as unknown);
  expect(used).toEqual({ silent: false, size: 'A4', shown: false });
  expect(pagesOfPdf(printed)).toBe(pages);
  expect(await windowCount()).toBe(1);
});

it('prints the same words as the PDF has, in the same order', async () => {
  const { app, page } = running;
  await answerSaveDialogs(app, [exported]);
  await page.getByRole('button', { name: say('workspace.export') }).click();
  await page.getByRole('menuitem', { name: say('export.pdf'), exact: true }).click();
  await page.getByText('xuat.pdf').first().waitFor();
  expect(pagesOfPdf(printed)).toBe(pagesOfPdf(exported));
  expect(placesOf(printed).map(({ word }) => word)).toEqual(
    placesOf(exported).map(({ word }) => word),
  );
});

it('prints every word at the place where the PDF has it', () => {
  const onPaper = placesOf(printed);
  const inFile = placesOf(exported);
  expect(onPaper.length).toBeGreaterThan(500);
  const apart = onPaper.map(({ x, y }, index) =>
    Math.max(Math.abs(x - (inFile[index]?.x ?? 0)), Math.abs(y - (inFile[index]?.y ?? 0))),
  );
  // Points; the browser rounds its page to whole pixels.
  expect(Math.max(...apart)).toBeLessThan(1.5);
});

it('uses our own fonts, embedded', () => {
  const fonts = execFileSync('pdffonts', [printed], { encoding: 'utf8' });
  expect(fonts).toContain('LiberationSerif');
  expect(fonts).toContain('LiberationSerif-Bold');
  expect(fonts.split('\n').filter((line) => /\bno\s+(yes|no)\s+(yes|no)\s/.test(line))).toEqual([]);
});

it('says nothing when the person closes the dialog', async () => {
  const { page } = running;
  await setPrinter({ printed: false, reason: 'Print job canceled' });
  await page.getByRole('button', { name: say('workspace.print'), exact: true }).click();
  await expect.poll(windowCount).toBe(1);
  await page.waitForTimeout(300);
  expect(await page.getByText(say('export.printFailed')).count()).toBe(0);
});

it('says what to do when the printer refuses', async () => {
  const { page } = running;
  await setPrinter({ printed: false, reason: 'Print job failed' });
  await page.getByRole('button', { name: say('workspace.print'), exact: true }).click();
  await page.getByText(say('export.printFailed')).waitFor();
  expect(await windowCount()).toBe(1);
});
