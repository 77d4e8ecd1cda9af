/** "Vừa 5 trang" in the real program: what a hint says is what the count becomes. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { createProposal, enter, pagesCounted, saved, say, writeParagraphs } from './person';
import { paragraphs } from './prose';

const LIMIT = 5;
const SECTIONS = ['ii', 'iii', 'iv', 'v', 'vi', 'vii'];

let running: LaunchedApp;

/** '4,93' in 'bớt 2 tiếng: còn 4,93 trang', '4,93 trên 5 trang' and '4,93/5'. */
const pagesIn = (text: string): string => {
  const [, pages] = /(\d+,\d+)(?: trang| trên 5|\/5)/.exec(text) ?? [];
  if (pages === undefined) throw new Error(`no pages in “${text}”`);
  return pages;
};

const dialogOf = (page: Page): Locator => page.getByRole('dialog');

const openFit = async (page: Page): Promise<Locator> => {
  const name = say('workspace.fit').replace('{{limit}}', String(LIMIT));
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = dialogOf(page);
  await dialog
    .getByRole('button', { name: say('fit.apply') })
    .first()
    .waitFor();
  return dialog;
};

const close = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'hidden' });
};

beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  const { page } = running;
  await createProposal(page, { title: 'Ứng dụng quản lý tinh gọn' });
  for (const [index, section] of SECTIONS.entries()) {
    await writeParagraphs(page, section, paragraphs(100 * index, 3, 4));
  }
  await saved(page);
  // A little more than may be handed in.
  for (let more = 0; (await pagesCounted(page)) <= LIMIT && more < 40; more += 1) {
    await enter(page, 'vii');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraphs(900 + more, 1, 6)[0] ?? '');
  }
  const pages = await pagesCounted(page);
  expect(pages).toBeGreaterThan(LIMIT);
  expect(pages).toBeLessThan(LIMIT + 1);
});

afterAll(() => running.close());

it('each style that is offered gives the pages that it says, and undo gives the old ones', async () => {
  const { page } = running;
  const dialog = await openFit(page);
  await screenshot(page, 'vua-trang-chon-kieu');
  const status = dialog.getByRole('status');
  const before = pagesIn((await status.textContent()) ?? '');
  const rows = dialog.locator('section').first().getByRole('listitem');
  const count = await rows.count();
  expect(count).toBeGreaterThan(0);
  for (let at = 0; at < count; at += 1) {
    const row = rows.nth(at);
    const told = pagesIn((await row.textContent()) ?? '');
    await row.getByRole('button', { name: say('fit.apply') }).click();
    await row.getByText(say('fit.inUse')).waitFor();
    await vi.waitFor(async () => expect(pagesIn((await status.textContent()) ?? '')).toBe(told));
  }
  await dialog.getByRole('button', { name: say('common.undo') }).click();
  await vi.waitFor(async () => expect(pagesIn((await status.textContent()) ?? '')).toBe(before));
  await close(page);
});

it('leaving out the words that stand alone on a line gives the pages that the hint says', async () => {
  const { page } = running;
  const dialog = await openFit(page);
  const hint = dialog.locator('section').last().getByRole('listitem').first();
  await hint.waitFor();
  const told = pagesIn((await hint.textContent()) ?? '');
  await hint.getByRole('button').click();
  await dialogOf(page).waitFor({ state: 'hidden' });
  // From the first of those words to the end of their paragraph.
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await pagesCounted(page);
  const meter = page.locator('[data-pane="status"] [data-fullness]');
  expect(pagesIn((await meter.textContent()) ?? '')).toBe(told);
});
