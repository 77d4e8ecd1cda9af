/** Vietnamese keyboards of six kinds leave exactly what was meant, in every field one can write in. */
import type { CDPSession, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { askMain, createProposal, enter, field, goToList, saved, say } from './person';
import { KEYBOARDS, telexSteps } from './vietnamese-keyboard';

/** Each tone, each double letter, a capital first, punctuation after. */
const TEXT = 'Đề xuất nâng cao năng suất, chất lượng ở Hải Phòng; ưu tiên đổi mới';
const SHORT = 'Đường Nguyễn Huệ ở quận Ngô';

let running: LaunchedApp;
let session: CDPSession;

beforeAll(async () => {
  running = await launchApp({ size: { width: 1366, height: 768 } });
  session = await running.page.context().newCDPSession(running.page);
  await createProposal(running.page, { title: 'Gõ thử' });
  await goToList(running.page);
});

afterAll(() => running.close());

/** Whole text of a field of either kind. */
const textOf = (target: Locator): Promise<string> =>
  target.evaluate((element) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value
      : (element.textContent ?? ''),
  );

const clear = async (target: Locator): Promise<void> => {
  await target.scrollIntoViewIfNeeded();
  await target.click();
  await running.page.keyboard.press('Control+a');
  await running.page.keyboard.press('Delete');
};

const typesInto = async (target: Locator, text = SHORT): Promise<void> => {
  for (const [name, type] of Object.entries(KEYBOARDS)) {
    await clear(target);
    await type(session, text);
    expect(await textOf(target), name).toBe(text);
  }
};

it('imitates Telex step by step', () => {
  expect(telexSteps('tiếng')).toEqual(['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng']);
  expect(telexSteps('Đề')).toEqual(['D', 'Đ', 'Đe', 'Đê', 'Đề']);
});

describe('outside a proposal', () => {
  it('the search of the list', async () => {
    await typesInto(running.page.getByRole('searchbox'));
    await clear(running.page.getByRole('searchbox'));
  });

  it('the name of a new proposal', async () => {
    const { page } = running;
    await page
      .getByRole('button', { name: say('home.new') })
      .first()
      .click();
    await typesInto(page.getByRole('dialog').getByLabel(say('create.name'), { exact: true }));
    await page.keyboard.press('Escape');
  });

  it('the fields of an organisation', async () => {
    const { page } = running;
    await page.getByRole('link', { name: say('nav.organisations') }).click();
    await page
      .getByRole('button', { name: say('organisations.new') })
      .first()
      .click();
    for (const key of ['name', 'address', 'contactName', 'contactPosition', 'contactEmail']) {
      await typesInto(page.getByRole('dialog').getByLabel(say(`organisations.${key}`)));
    }
    await page.keyboard.press('Escape');
    await goToList(page);
  });

  it('the search for commands', async () => {
    const { page } = running;
    await page.keyboard.press('Control+k');
    const input = page.getByRole('dialog').getByRole('combobox');
    await typesInto(input);
    await page.keyboard.press('Escape');
  });
});

describe('in a proposal', () => {
  beforeAll(async () => {
    const { page } = running;
    await page.getByText('Gõ thử').first().click();
    await page.locator('[data-section="i"]').waitFor();
  });

  it.each([
    ['i', 'text'],
    ['x', 'name'],
    ['x', 'address'],
    ['x', 'taxCode'],
    ['x', 'contact.name'],
    ['x', 'contact.position'],
    ['x', 'contact.phone'],
    ['x', 'contact.email'],
  ])('field %s %s', async (section, name) => {
    await typesInto(field(running.page, section, name));
  });

  // No place for words, but a person who types some has to see what they typed.
  it.each([
    ['viii', 'from'],
    ['viii', 'to'],
    ['viii', 'months'],
    ['ix', 'total'],
    ['ix', 'state'],
    ['ix', 'matching'],
  ])('field %s %s, meant for numbers', async (section, name) => {
    await typesInto(field(running.page, section, name), 'một tỷ');
  });

  it('an attachment', async () => {
    const { page } = running;
    const section = page.locator('[data-section="x-4"]');
    await section.getByRole('button', { name: say('attachments.add') }).click();
    await typesInto(field(page, 'x-4', '0'));
  });

  it('a paragraph, and the store has every letter of it', async () => {
    const { page } = running;
    await typesInto(field(page, 'ii'), TEXT);
    await saved(page);
    const list = await askMain(page, 'proposals.list', { trashed: false });
    const id = list.ok ? (list.value[0]?.id ?? '') : '';
    const record = await askMain(page, 'proposals.open', { id });
    const stored = record.ok ? record.value.values['ii'] : null;
    expect(stored).toMatchObject({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: TEXT }] }],
    });
  });

  it('a list item', async () => {
    const { page } = running;
    for (const [name, type] of Object.entries(KEYBOARDS)) {
      await clear(field(page, 'iii'));
      await page.keyboard.type('- ');
      await type(session, TEXT);
      expect(await textOf(field(page, 'iii').locator('li').first()), name).toBe(TEXT);
      // An empty item becomes a paragraph again before everything is cleared.
      await page.keyboard.press('Control+z');
    }
  });

  it('bold text in the middle of other text', async () => {
    const { page } = running;
    for (const [name, type] of Object.entries(KEYBOARDS)) {
      await clear(field(page, 'v'));
      await page.keyboard.type('Truoc sau');
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+b');
      await page.keyboard.type(' ');
      await type(session, TEXT);
      expect(await textOf(field(page, 'v')), name).toBe(`Truoc ${TEXT} sau`);
      expect(await field(page, 'v').locator('strong').first().textContent(), name).toContain(TEXT);
    }
  });

  it('a cell of a table', async () => {
    const { page } = running;
    await enter(page, 'iv');
    await page.getByRole('button', { name: say('editor.insertTable') }).click();
    await page.getByRole('slider', { name: say('editor.insertTable') }).press('Enter');
    const cells = field(page, 'iv').locator('td, th');
    await cells.first().waitFor();
    for (const [index, [name, type]] of Object.entries(KEYBOARDS).entries()) {
      await cells.nth(index).click();
      await type(session, TEXT);
      expect(await textOf(cells.nth(index)), name).toBe(TEXT);
    }
  });
});
