/** What a person does with data that are only looked at, whatever the reason. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LaunchedApp } from '../helpers/launch-electron';
import { answerSaveDialogs, createProposal, goToList, saved, say, writeParagraphs } from './person';
import { paragraphs, sentence } from './prose';

/** What part ii holds afterwards. */
export const WORDS_OF_II = sentence(3);

/** Some pages, saved as a version, before the data become such. */
export const writeSome = async (page: Page, title: string): Promise<void> => {
  await createProposal(page, { title });
  await writeParagraphs(page, 'ii', [WORDS_OF_II]);
  await writeParagraphs(page, 'iv', paragraphs(0, 9));
  await page.keyboard.press('Control+s');
  await saved(page);
};

/** From an open proposal: PDF, DOCX and the file for another computer, into `folder`. */
export const takeAllAlong = async (
  { app, page }: Pick<LaunchedApp, 'app' | 'page'>,
  folder: string,
): Promise<void> => {
  const [pdf, docx, parcel] = ['ho-so.pdf', 'ho-so.docx', 'ho-so.bdx'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await answerSaveDialogs(app, [pdf, docx]);
  await page.getByRole('button', { name: say('workspace.export') }).click();
  await page.getByRole('menuitem', { name: say('export.both') }).click();
  await expect.poll(() => existsSync(docx), { timeout: 30_000 }).toBe(true);
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(readFileSync(docx).subarray(0, 2).toString('latin1')).toBe('PK');
  await goToList(page);
  await page.locator('tbody button').first().click();
  await page.getByRole('menuitem', { name: say('home.transfer') }).click();
  await answerSaveDialogs(app, [parcel]);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('transfer.write') }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(existsSync(parcel)).toBe(true);
};
