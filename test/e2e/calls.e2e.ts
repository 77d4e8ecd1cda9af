/** Calls, deadlines and references in the real program: find, read, start, cite, add, hand on. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Call, parsePack } from '../../shared/model';
import { type LaunchedApp, launchApp, screenshot } from '../helpers/launch-electron';
import { answerSaveDialogs, enter, field, pagesCounted, saved, say } from './person';

const work = mkdtempSync(join(tmpdir(), 'bdx-calls-'));
const userDataDir = join(work, 'dữ liệu');
const packFile = join(work, 'Đợt của tôi.json');

const BY_HAND = 'Kêu gọi đề xuất nhiệm vụ khoa học và công nghệ năm 2027 của thành phố Hải Phòng';
const BY_PACK = 'Kêu gọi đề xuất nhiệm vụ chuyển đổi số năm 2027 (nạp từ gói)';

let running: LaunchedApp;
const page = (): Page => running.page;

const answerOpenDialogs = (app: ElectronApplication, answers: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    const left = [...paths];
    const answer = () => {
      const path = left.shift();
      return Promise.resolve({
        canceled: path === undefined,
        filePaths: path === undefined ? [] : [path],
      });
    };
    Object.assign(dialog, { showOpenDialog: answer });
  }, answers);

const go = async (place: 'nav.calls' | 'nav.library' | 'nav.proposals'): Promise<void> => {
  await page()
    .getByRole('navigation')
    .getByRole('link', { name: say(place) })
    .click();
};

const openCall = async (id: string): Promise<void> => {
  await go('nav.calls');
  await page().locator(`[data-call="${id}"]`).click();
};

beforeAll(async () => {
  running = await launchApp({ userDataDir, size: { width: 1366, height: 768 } });
});

afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

// One story: after a step that failed the others would only fail slowly.
let isBroken = false;
beforeEach(({ skip }) => {
  if (isBroken) skip();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  isBroken = true;
  await screenshot(page(), `calls-failed-${task.name.slice(0, 40).replace(/\W+/gu, '-')}`);
});

it('finds a call by words without accents', async () => {
  await go('nav.library');
  await page().locator('[data-library-search] input, input[data-library-search]').first().click();
  await page().keyboard.type('nang cao nang suat');
  const hit = page().locator('[data-hit="call/hp-2023-1882"]');
  await hit.waitFor();
  // Calls come before the many tasks whose titles say the same.
  expect(await page().locator('[data-hit]').first().getAttribute('data-hit')).toMatch(/^call\//u);
  expect(await hit.locator('mark').first().textContent()).toMatch(/nâng cao năng suất/iu);
  await screenshot(page(), 'library-search');
  await hit.click();
  await page().locator('[data-effective-deadline]').waitFor();
});

it('reads it: the letter, and the deadline that is really left with its reasons', async () => {
  const words = (await page().locator('article').textContent()) ?? '';
  expect(words).toContain('trước 17 h 00, ngày 20/5/2023');
  expect(words).toContain('17 giờ 00 thứ Sáu 19/5/2023');
  expect(words).toContain('Thứ Bảy 20/5/2023');
  expect(words).toContain('240 Văn Cao');
  expect(words).toContain('Ông Vũ Công Quý');
  expect(words).toContain('240 Văn Cao, phường Đằng Giang');
  expect(await page().locator('[data-letter] p').count()).toBeGreaterThan(5);
  await screenshot(page(), 'call-reading');
});

it('counts back the days the organisation itself needs', async () => {
  await page()
    .getByRole('button', { name: say('calls.changeDays') })
    .click();
  const dialog = page().getByRole('dialog');
  await dialog.locator('[data-field="signingDays"]').fill('hai');
  await dialog.getByRole('button', { name: say('common.save') }).click();
  await dialog.getByText(say('calls.settingsWrong')).waitFor();
  await dialog.locator('[data-field="signingDays"]').fill('2,5');
  await screenshot(page(), 'deadline-settings');
  await dialog.getByRole('button', { name: say('common.save') }).click();
  await page().getByText('trừ 3 ngày ký, đóng dấu và 0,5 ngày đi đường').waitFor();
});

it('finds the same by Ctrl+K, and a task of the old programmes too', async () => {
  await page().keyboard.press('Control+k');
  await page().keyboard.type('ke hoach phat trien nhan luc');
  const option = page().getByRole('option', { name: say('library.kind_task') });
  await option.first().click();
  await page().locator('[data-task="tiem-luc-i-1"]').waitFor();
  await screenshot(page(), 'programmes');
});

it('starts a proposal from it with an orientation chosen', async () => {
  await openCall('hp-2023-1882');
  await page()
    .getByRole('button', { name: say('calls.create') })
    .click();
  const dialog = page().getByRole('dialog');
  await dialog.getByLabel(say('create.name'), { exact: true }).fill('Đề xuất có định hướng');
  await dialog
    .getByRole('button', { name: say('create.showOrientations').replace(/ \(.*/u, '') })
    .click();
  await dialog.locator('[data-orientation="b.3"]').getByRole('checkbox').first().check();
  await screenshot(page(), 'new-proposal-orientations');
  await dialog.getByRole('button', { name: say('create.create') }).click();
  await page().locator('[data-section="i"]').waitFor();
  await pagesCounted(page());
  await page()
    .getByRole('tab', { name: say('workspace.tabOrientations') })
    .click();
  await page().getByText(say('orientations.missing')).first().waitFor();
  await screenshot(page(), 'orientations-panel');
});

it('inserts the citation of QĐ 1322 in full, and again in short', async () => {
  await enter(page(), 'ii');
  await page().keyboard.insertText('Thực hiện');
  const cite = async (words: string): Promise<void> => {
    await page()
      .getByRole('button', { name: say('editor.citation') })
      .click();
    await page().getByLabel(say('editor.citationSearch')).fill(words);
    await page().locator('[data-cite]').first().waitFor();
    if (words === '1322') await screenshot(page(), 'citation-menu');
    await page().keyboard.press('Enter');
  };
  await cite('1322');
  const full = (await field(page(), 'ii').textContent()) ?? '';
  expect(full).toContain(
    'Thực hiện Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ',
  );
  await page().keyboard.insertText('; căn cứ');
  await cite('1322');
  const both = (await field(page(), 'ii').textContent()) ?? '';
  expect(both).toMatch(/; căn cứ Quyết định số 1322\/QĐ-TTg$/u);
  await page().keyboard.insertText('; và');
  await cite('ke hoach so 06/KH-UBND');
  expect(await field(page(), 'ii').textContent()).toContain(
    '; căn cứ Quyết định số 1322/QĐ-TTg; và Kế hoạch số 06/KH-UBND ngày 11/01/2021',
  );
});

it('says where the sources of KH 06 disagree, at once and in the checks', async () => {
  await page().getByText('không thống nhất').first().waitFor();
  await page()
    .getByRole('tab', { name: say('workspace.tabChecks') })
    .click();
  const panel = page().getByRole('tabpanel');
  await panel.getByText('10/02/2021').first().waitFor();
  const words = (await panel.textContent()) ?? '';
  expect(words).toContain('11/01/2021');
  expect(words).toContain('Đã qua giờ làm việc cuối cùng của nơi nhận');
  expect(words).toContain('Chưa có mục nào trả lời định hướng');
  await screenshot(page(), 'checks-of-library');
});

it('ticks the part that answers the orientation, and the check falls silent', async () => {
  await page()
    .getByRole('tab', { name: say('workspace.tabOrientations') })
    .click();
  await page()
    .locator(
      '[data-orientation="b.3"] input[data-answers="ii"], [data-orientation="b.3"] [data-answers="ii"] input',
    )
    .first()
    .check();
  await saved(page());
  await page()
    .getByRole('tab', { name: say('workspace.tabChecks') })
    .click();
  await expect
    .poll(async () => page().getByRole('tabpanel').textContent())
    .not.toContain('Chưa có mục nào trả lời định hướng');
});

it('adds a call of 2027 by hand', async () => {
  await go('nav.calls');
  await page()
    .getByRole('button', { name: say('calls.add') })
    .click();
  const form = page().getByRole('form', { name: say('callForm.newTitle') });
  await form.getByRole('button', { name: say('common.save') }).click();
  await page().getByText(say('callForm.faults')).waitFor();
  const fill = (name: string, text: string): Promise<void> =>
    form.locator(`[data-field="${name}"]`).fill(text);
  await fill('title', BY_HAND);
  await fill('number', '55/TB-SKHCN');
  await fill('date', '10/1/2027');
  await fill('issuer', 'Sở Khoa học và Công nghệ Hải Phòng');
  await fill('programme', 'Chương trình thử 2027');
  await fill('deadline.wording', 'trước 17 giờ 00 ngày 01/5/2027');
  await fill('deadline.date', '1/5/2027');
  await fill('deadline.hour', '17h');
  await fill('recipients[0].name', 'Sở Khoa học và Công nghệ Hải Phòng');
  await fill('recipients[0].address', 'Số 1 đường Thử, thành phố Hải Phòng');
  await fill('orientations', 'a) Chuyển đổi số\n  - Trong sản xuất');
  await form.locator('[data-template="hp-2023-bdx"]').check();
  await screenshot(page(), 'call-form');
  await form.getByRole('button', { name: say('common.save') }).click();
  await page().getByRole('heading', { name: BY_HAND }).waitFor();
  const effective = await page().locator('[data-effective-deadline]').textContent();
  // 30/4 and 1/5 are days off: the last working moment is on Thursday the 29th.
  expect(effective).toContain('17 giờ 00 thứ Năm 29/4/2027');
});

it('exports it as a pack, and brings another call in by a pack', async () => {
  await answerSaveDialogs(running.app, [packFile]);
  await page()
    .getByRole('button', { name: say('calls.exportPack') })
    .click();
  await expect.poll(() => existsSync(packFile)).toBe(true);
  const pack = parsePack(readFileSync(packFile, 'utf8'));
  if (!pack.ok) throw new Error(pack.error.message);
  const [mine] = pack.value.calls;
  expect(mine?.title).toBe(BY_HAND);
  const other: Call = { ...(mine as Call), id: 'hp-2027-goi', title: BY_PACK, number: null };
  const file = join(work, 'gói khác.json');
  writeFileSync(file, JSON.stringify({ ...pack.value, id: 'goi-khac', calls: [other] }));
  const broken = join(work, 'hỏng.json');
  writeFileSync(broken, '{"format":"ban-de-xuat/pack","version":9}');
  await answerOpenDialogs(running.app, [broken, file]);

  await page()
    .getByRole('button', { name: say('calls.importPack') })
    .click();
  await page().getByText('phiên bản 9').waitFor();

  await page()
    .getByRole('button', { name: say('calls.importPack') })
    .click();
  const dialog = page().getByRole('dialog');
  await dialog.getByText(BY_PACK).waitFor();
  // Nothing is there before the person has said yes.
  expect(await page().locator('[data-call="hp-2027-goi"]').count()).toBe(0);
  await screenshot(page(), 'pack-preview');
  await dialog.getByRole('button', { name: say('packs.import') }).click();
  await page().locator('[data-call="hp-2027-goi"]').waitFor();
});

it('edits a shipped call by hand', async () => {
  await openCall('hp-2024-dot2');
  await page().getByText(say('calls.toCompare')).first().waitFor();
  await page()
    .getByRole('button', { name: say('common.edit') })
    .click();
  const form = page().getByRole('form', { name: say('callForm.editTitle') });
  await form.locator('[data-field="number"]').fill('999/BQL-VP');
  await form.getByRole('button', { name: say('common.save') }).click();
  await page().getByText(say('calls.editedCall')).waitFor();
});

it('keeps documents and days off that a person enters', async () => {
  await go('nav.library');
  await page()
    .getByRole('tab', { name: say('library.shelf_van-ban') })
    .click();
  await page()
    .getByRole('button', { name: say('library.addReference') })
    .click();
  const dialog = page().getByRole('dialog');
  const fill = (name: string, text: string): Promise<void> =>
    dialog.locator(`[data-field="${name}"]`).fill(text);
  await fill('type', 'Kế hoạch');
  await fill('number', '12/KH-UBND');
  await fill('date', '5/1/2027');
  await fill('issuer', 'Ủy ban nhân dân thành phố Hải Phòng');
  await fill('title', 'về chuyển đổi số năm 2027');
  await dialog.getByRole('button', { name: say('common.save') }).click();
  await page()
    .getByText(
      'Kế hoạch số 12/KH-UBND ngày 05/01/2027 của Ủy ban nhân dân thành phố Hải Phòng về chuyển đổi số năm 2027',
    )
    .waitFor();

  await page()
    .getByRole('tab', { name: say('library.shelf_lich') })
    .click();
  await page().getByLabel(say('library.year'), { exact: true }).selectOption('2027');
  await page().locator('[data-field="day"]').fill('29/4/2027');
  await page().locator('[data-field="day-name"]').fill('nghỉ thêm để thử');
  await page()
    .getByRole('button', { name: say('library.addDay') })
    .click();
  await page().getByText('nghỉ thêm để thử').waitFor();
  await go('nav.calls');
  await page().getByRole('link', { name: BY_HAND }).click();
  // The 29th is off now too, so the last working moment moves to the 28th.
  await expect
    .poll(() => page().locator('[data-effective-deadline]').textContent())
    .toContain('17 giờ 00 thứ Tư 28/4/2027');
});

it('has all of it after a restart', async () => {
  await running.close();
  running = await launchApp({ userDataDir, size: { width: 1920, height: 1080 } });
  await go('nav.calls');
  await page().locator('[data-call="hp-2027-goi"]').waitFor();
  const list =
    (await page()
      .getByRole('region', { name: say('calls.list') })
      .textContent()) ?? '';
  expect(list).toContain(BY_HAND);
  expect(list).toContain('999/BQL-VP');
  expect(list).toContain('28/4/2027');
  // What can still be handed in stands before what is closed.
  expect(list.indexOf(BY_HAND)).toBeLessThan(list.indexOf('1882/BQL-KHTH'));
  await page().locator('[data-call="hp-2023-1882"]').click();
  await page().getByText('trừ 3 ngày ký, đóng dấu').waitFor();
  await screenshot(page(), 'call-reading-1920');
  await go('nav.library');
  await page()
    .getByRole('tab', { name: say('library.shelf_van-ban') })
    .click();
  await screenshot(page(), 'references-1920');
  await page()
    .getByRole('tab', { name: say('library.shelf_lich') })
    .click();
  await screenshot(page(), 'days-off-1920');
  await go('nav.proposals');
  await page().getByText('Đề xuất có định hướng').first().click();
  await page()
    .getByRole('tab', { name: say('workspace.tabOrientations') })
    .click();
  await page()
    .getByText(say('orientations.chosen').replace('{{answered}}', '1').replace('{{chosen}}', '1'))
    .waitFor();
  await screenshot(page(), 'orientations-1920');
});
