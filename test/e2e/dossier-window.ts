/** What a person does on the screen of a dossier, and what tests put there beforehand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Channel, Input, Output } from '../../shared/ipc';
import { askMain, say } from './person';

interface Example {
  readonly call: string;
  readonly template: string;
  readonly values: Record<string, unknown>;
  /** Left out: the answer to part I. */
  readonly title?: string;
}

/** The filled-in proposal that comes with the program. */
export const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/examples/de-xuat-mau.json'), 'utf8'),
) as Example;

/** Asks the main process, past the window; a refusal fails the test. */
export const given = async <C extends Channel>(
  page: Page,
  channel: C,
  input: Input<C>,
): Promise<Output<C>> => {
  const answer = await askMain(page, channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
  return answer.value;
};

/** A proposal as if somebody had written it; its id. */
export const keepProposal = async (
  page: Page,
  { call, template, values, title = String(values['i'] ?? '') }: Example,
): Promise<string> => {
  const { id } = await given(page, 'proposals.create', {
    callId: call,
    templateId: template,
    title,
    organisationId: null,
  });
  for (const [section, value] of Object.entries(values)) {
    await given(page, 'proposals.saveSection', { id, section, value });
  }
  return id;
};

export const openDossierOf = async (page: Page, id: string): Promise<void> => {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/bo-ho-so/${encodeURIComponent(id)}`,
  );
  await page.locator('[data-panel]').waitFor();
};

/** The window of one dossier. */
export const dossierOn = (page: Page) => {
  const step = (name: string): Locator => page.locator(`[data-step="${name}"]`);
  const panel = (name: string): Locator => page.locator(`[data-panel="${name}"]`);
  const dialog = page.getByRole('dialog');
  return {
    step,
    panel,
    dialog,
    button: (key: string): Locator => page.getByRole('button', { name: say(key), exact: true }),
    dialogButton: (key: string): Locator =>
      dialog.getByRole('button', { name: say(key), exact: true }),
    field: (name: string): Locator => page.locator(`[data-field="${name}"]`).first(),
    paper: (id: string): Locator => page.locator(`[data-paper="${id}"]`),
    showStep: async (name: string): Promise<void> => {
      await step(name).click();
      await panel(name).waitFor();
    },
    showPaper: async (id: string): Promise<void> => {
      await page.locator(`[data-paper="${id}"]`).click();
      await page.locator(`[data-view="${id}"] [data-sheet="1"]`).waitFor();
    },
    isDone: (name: string): Promise<string | null> => step(name).getAttribute('data-done'),
  };
};
