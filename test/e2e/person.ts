/** What a person does in the window, in the words of the window. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Result } from '../../shared/base';
import type { Channel, Input, IpcFailure, Output } from '../../shared/ipc';

const words = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../renderer/i18n/vi.json'), 'utf8'),
) as Record<string, Record<string, string>>;

/** The window's own words: `say('export.both')`. */
export const say = (key: string): string => {
  const [group = '', name = ''] = key.split('.');
  const text = words[group]?.[name];
  if (text === undefined) throw new Error(`no such words: ${key}`);
  return text;
};

export interface NewProposal {
  /** Id of the call. */
  call?: string;
  title?: string;
  /** What the list of organisations shows. */
  organisation?: string;
}

export const createProposal = async (page: Page, options: NewProposal = {}): Promise<void> => {
  await page
    .getByRole('button', { name: say('home.new') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(say('create.call'), { exact: true })
    .selectOption(options.call ?? 'hp-2023-1882');
  if (options.title !== undefined) {
    await dialog.getByLabel(say('create.name'), { exact: true }).fill(options.title);
  }
  if (options.organisation !== undefined) {
    await dialog
      .getByLabel(say('create.organisation'), { exact: true })
      .selectOption({ label: options.organisation });
  }
  await dialog.getByRole('button', { name: say('create.create') }).click();
  await page.locator('[data-section="i"]').waitFor();
  await pagesCounted(page);
};

export const goToList = (page: Page): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: say('nav.proposals'), exact: true })
    .click();

export const field = (page: Page, section: string, name = 'text'): Locator =>
  page.locator(`[data-section="${section}"] [data-field="${name}"]`);

/** Puts the caret at the end of a field, as a click and Ctrl+End do. */
export const enter = async (page: Page, section: string, name = 'text'): Promise<void> => {
  const target = field(page, section, name);
  await target.scrollIntoViewIfNeeded();
  await target.click();
  await page.keyboard.press('Control+End');
};

/** Paragraphs of a rich text, each ended by Enter but the last. */
export const writeParagraphs = async (
  page: Page,
  section: string,
  paragraphs: readonly string[],
): Promise<void> => {
  await enter(page, section);
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraph);
  }
};

const meter = (page: Page): Locator => page.locator('[data-pane="status"] [data-fullness]');

/** The status bar's count has settled on what was typed last. */
export const pagesCounted = async (page: Page): Promise<number> => {
  await meter(page).waitFor();
  let before = '';
  await vi.waitFor(
    async () => {
      const now = (await meter(page).textContent()) ?? '';
      const hasSettled = now === before;
      before = now;
      if (!hasSettled) throw new Error(`the count still changes: ${now}`);
    },
    { interval: 150, timeout: 20_000 },
  );
  const [, pages = '', limit = ''] = /(\d+,\d+)\/(\d+)/.exec(before) ?? [];
  expect(limit).toBe('5');
  return Number(pages.replace(',', '.'));
};

export const meterText = async (page: Page): Promise<string> =>
  (await meter(page).textContent()) ?? '';

export const saved = async (page: Page): Promise<void> => {
  await page.locator('[data-save="saved"]').waitFor();
};

/** Asks the main process past the window, for what a person cannot see. */
export const askMain = <C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Result<Output<C>, IpcFailure>> =>
  page.evaluate(
    ([name, given]) => {
      if (window.api === undefined) throw new Error('no preload script');
      return window.api.call(name as Channel, given as never) as Promise<never>;
    },
    [channel, input] as const,
  );

/** Answers the system's next save dialogs, each with a path; null closes a dialog. */
export const answerSaveDialogs = (
  app: ElectronApplication,
  answers: readonly (string | null)[],
): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    const left = [...paths];
    dialog.showSaveDialog = () => {
      const filePath = left.shift() ?? null;
      return Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    };
  }, answers);

/** Answers the system's next open dialogs, each with a file or folder; null closes a dialog. */
export const answerOpenDialogs = (
  app: ElectronApplication,
  answers: readonly (string | null)[],
): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    const left = [...paths];
    dialog.showOpenDialog = () => {
      const path = left.shift() ?? null;
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    };
  }, answers);

/** Answers the system's message boxes with the button of this number and keeps what was asked. */
export const answerMessageBoxes = (app: ElectronApplication, button: number): Promise<void> =>
  app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { askedBoxes: asked });
    const answer = (...given: unknown[]) => {
      const options = given.at(-1) as { message: string };
      asked.push(options.message);
      return Promise.resolve({ response, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: answer });
  }, button);

export const askedBoxes = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { askedBoxes?: string[] }).askedBoxes ?? []);
