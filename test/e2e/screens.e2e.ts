/**
 * Every screen at the two usual sizes, photographed for people to look at, and checked for what a
 * machine can see: nothing is wider than the window, nothing is cut off, nothing breaks the rules for
 * people who hear the screen or cannot use a mouse, no word is of another language.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Input } from '../../shared/ipc';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { lookAt, violations, WORDS_OF_ENGLISH, wordsOnScreen } from './look-at';
import { askMain, pagesCounted, say } from './person';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

const example = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/examples/de-xuat-mau.json'), 'utf8'),
) as { call: string; template: string; values: Record<string, unknown> };

const given = async <C extends Channel>(page: Page, channel: C, input: Input<C>) => {
  const answer = await askMain(page, channel, input);
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
  return answer.value;
};

/** The example proposal and an organisation, kept as if somebody had written them. */
const fill = async (page: Page): Promise<string> => {
  const { taxCode: _taxCode, ...organisation } = example.values['x'] as Input<'organisations.save'>;
  await given(page, 'organisations.save', { ...organisation, isDefault: true });
  const { id } = await given(page, 'proposals.create', {
    callId: example.call,
    templateId: example.template,
    title: String(example.values['i']),
    organisationId: null,
  });
  for (const [section, value] of Object.entries(example.values)) {
    await given(page, 'proposals.saveSection', { id, section, value });
  }
  for (const title of ['Ứng dụng Lean tại xưởng may số 2', 'Chế tạo khuôn đúc áp lực cao']) {
    await given(page, 'proposals.create', {
      callId: example.call,
      templateId: example.template,
      title,
      organisationId: null,
    });
  }
  return id;
};

const visit = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.waitForTimeout(250);
};

const SCREENS: readonly [name: string, hash: string, marker: string][] = [
  ['danh-sach', '#/ho-so', 'home.title'],
  ['thung-rac', '#/thung-rac', 'home.trashEmptyTitle'],
  ['dot-keu-goi', '#/dot-keu-goi', 'calls.title'],
  ['don-vi', '#/don-vi', 'organisations.title'],
  ['thu-vien', '#/thu-vien/tim', 'nav.library'],
  ['sao-luu', '#/sao-luu', 'nav.backups'],
  ['cai-dat', '#/cai-dat', 'settings.title'],
];

describe.each(SIZES)('at $width × $height', (size) => {
  let running: LaunchedApp;
  let id: string;

  beforeAll(async () => {
    running = await launchApp({ size });
    await running.page.getByText(say('home.emptyTitle')).waitFor();
    await screenshot(running.page, `danh-sach-trong-${size.width}`);
    id = await fill(running.page);
    await running.page.reload();
    await running.page.getByText('Ứng dụng Lean').first().waitFor();
  });

  afterAll(() => running.close());

  it.each(SCREENS)('%s', async (name, hash, marker) => {
    const { page } = running;
    await visit(page, hash);
    await page.getByText(say(marker)).first().waitFor();
    await lookAt(page, name);
    const text = await wordsOnScreen(page);
    // Names, codes and quoted letters of others are not our words.
    if (!['dot-keu-goi', 'thu-vien'].includes(name)) {
      expect(WORDS_OF_ENGLISH.exec(text.replaceAll('English', ''))?.[0]).toBeUndefined();
    }
    expect(await violations(page)).toEqual([]);
  });

  it('the workspace with its three side panels', async () => {
    const { page } = running;
    await visit(page, `#/ho-so/${id}`);
    await page.locator('[data-section="i"]').waitFor();
    await pagesCounted(page);
    await page.locator('[data-page="1"]').waitFor();
    await lookAt(page, 'soan-thao');
    for (const [key, name] of [
      ['workspace.tabChecks', 'kiem-tra'],
      ['workspace.tabGuidance', 'huong-dan'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(say(key)) }).click();
      await page.waitForTimeout(200);
      await lookAt(page, `soan-thao-${name}`);
    }
    await page.getByRole('tab', { name: new RegExp(say('workspace.tabPreview')) }).click();
    const text = await wordsOnScreen(page);
    expect(WORDS_OF_ENGLISH.exec(text)?.[0]).toBeUndefined();
    expect(await violations(page)).toEqual([]);
  });

  it('the workspace further down: table, budget, organisation', async () => {
    const { page } = running;
    for (const section of ['v', 'ix', 'x']) {
      await page.locator(`[data-section="${section}"]`).scrollIntoViewIfNeeded();
      await page.waitForTimeout(200);
      await lookAt(page, `soan-thao-phan-${section}`);
    }
  });

  it.each([
    ['kieu-trinh-bay', 'workspace.style'],
    ['vua-trang', 'workspace.fit'],
  ])('the dialog %s', async (name, key) => {
    const { page } = running;
    await page
      .getByRole('button', { name: say(key).replace('{{limit}}', '5'), exact: true })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(500);
    await lookAt(page, name);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('the palette and the list of keys', async () => {
    const { page } = running;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await lookAt(page, 'tim-lenh');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await lookAt(page, 'phim-tat');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('dark, and in English', async () => {
    const { page } = running;
    await given(page, 'preferences.set', { theme: 'dark' });
    await page.waitForTimeout(300);
    await lookAt(page, 'soan-thao-toi');
    expect(await violations(page)).toEqual([]);
    await given(page, 'preferences.set', { theme: 'light', language: 'en' });
    await page.waitForTimeout(300);
    await lookAt(page, 'soan-thao-tieng-anh');
  });
});
