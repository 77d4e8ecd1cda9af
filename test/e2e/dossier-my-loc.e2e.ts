/** Three proposals for Mỹ Lộc in one dossier: their order and their sums are the same on every paper. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dongInWords, vietnameseNumber } from '../../shared/base';
import { type LaunchedApp, launchApp } from '../helpers/launch-electron';
import { dossierOn, keepProposal, openDossierOf } from './dossier-window';
import { lookAt, violations } from './look-at';
import { tellOneStory } from './one-story';
import { missingInOrder, wordsOfPdf } from './paper';
import { answerOpenDialogs, say } from './person';

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

interface Task {
  readonly title: string;
  readonly total: number;
  readonly state: number;
}

const LEAN: Task = {
  title: 'Áp dụng công cụ tinh gọn tại xưởng may xuất khẩu Mỹ Lộc',
  total: 1_250_500_000,
  state: 700_000_000,
};
const ISO: Task = {
  title: 'Xây dựng mô hình điểm tích hợp ISO 9001 và ISO 14001 tại làng nghề cơ khí',
  total: 2_400_000_000,
  state: 1_000_000_000,
};
const SKILLS: Task = {
  title: 'Đào tạo chuyên gia năng suất chất lượng cho doanh nghiệp huyện Mỹ Lộc',
  total: 980_000_000,
  state: 980_000_000,
};

const valuesOf = ({ title, total, state }: Task): Record<string, unknown> => ({
  1: title,
  2: paragraph('Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ.'),
  3: paragraph('Năng suất lao động của doanh nghiệp trên địa bàn còn thấp, tỷ lệ lỗi còn cao.'),
  4: paragraph('Nâng cao năng suất và chất lượng sản phẩm của doanh nghiệp tham gia.'),
  5: paragraph('Bộ tài liệu hệ thống quản lý, báo cáo kết quả áp dụng, mô hình để nhân rộng.'),
  6: paragraph('Khảo sát hiện trạng, đào tạo, áp dụng, đánh giá kết quả và nhân rộng.'),
  7: paragraph('Các doanh nghiệp trên địa bàn huyện Mỹ Lộc, tỉnh Nam Định.'),
  8: { from: '2025-01', to: '2026-06', months: 18 },
  9: { total, state, matching: total - state },
});

const work = mkdtempSync(join(tmpdir(), 'bdx-my-loc-'));
const target = join(work, 'đã ghi');
const ids = new Map<string, string>();

let running: LaunchedApp;
beforeAll(async () => {
  mkdirSync(target);
  running = await launchApp({ size: { width: 1366, height: 768 } });
  for (const task of [LEAN, ISO, SKILLS]) {
    const id = await keepProposal(running.page, {
      call: 'ml-2024-1322',
      template: 'tt03-2017-a1-dxnv',
      values: valuesOf(task),
      title: task.title,
    });
    ids.set(task.title, id);
  }
});
afterAll(async () => {
  await running.close();
  rmSync(work, { recursive: true, force: true });
});

tellOneStory();

const idOf = ({ title }: Task): string => ids.get(title) ?? '';
const look = async (name: string): Promise<void> => {
  await lookAt(running.page, `my-loc-${name}`);
  expect(await violations(running.page)).toEqual([]);
};
const orderShown = (): Promise<(string | null)[]> =>
  running.page
    .getByRole('dialog')
    .locator('[data-priority]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-priority')));

it('takes three proposals and orders them by mouse and by keyboard', async () => {
  const { page } = running;
  const { showStep, button, dialog, dialogButton } = dossierOn(page);
  await openDossierOf(page, idOf(LEAN));
  await showStep('write');
  await button('dossier.editProposals').click();
  await dialog.getByLabel(ISO.title).click();
  await dialog.getByLabel(SKILLS.title).click();
  expect(await orderShown()).toEqual([LEAN, ISO, SKILLS].map(idOf));
  const item = (task: Task) => dialog.locator(`[data-priority="${idOf(task)}"]`);
  await item(SKILLS).dragTo(item(LEAN));
  expect(await orderShown()).toEqual([SKILLS, LEAN, ISO].map(idOf));
  await item(ISO).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await orderShown()).toEqual([ISO, SKILLS, LEAN].map(idOf));
  // The one that was moved keeps the focus, so that it can be moved on.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-priority'))).toBe(
    idOf(ISO),
  );
  await look('1-thu-tu');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.locator('[data-paper^="proposal:"]').count()).toBe(3);
});

it('makes the commitment mandatory for a model point', async () => {
  const { page } = running;
  const { showStep, button, dialog, dialogButton, field, panel } = dossierOn(page);
  await button('dossier.editData').click();
  await field('organisation.name').fill('Công ty TNHH Thử nghiệm Đình Vũ');
  await field('organisation.place').fill('Mỹ Lộc');
  await field('signer.position').fill('Giám đốc');
  await field('signer.name').fill('Trần Văn Bình');
  await dialog
    .locator(`[data-task="${idOf(ISO)}"]`)
    .getByLabel(say('dossier.modelPoint'))
    .click();
  await look('2-thong-tin');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  const commitment = `commitment:${idOf(ISO)}`;
  await page.locator(`[data-paper="${commitment}"]`).waitFor();
  await button('dossier.editCounts').click();
  await dialog.locator(`[data-count="${commitment}"]`).getByRole('checkbox').click();
  await look('3-so-ban');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  await showStep('check');
  await panel('check').getByText('Nhiệm vụ xây dựng mô hình điểm thiếu văn bản').waitFor();
  await showStep('write');
  await button('dossier.editCounts').click();
  await dialog.locator(`[data-count="${commitment}"]`).getByRole('checkbox').click();
  await field('copies.cover-letter').fill('2');
  await dialogButton('common.save').click();
  await dialog.waitFor({ state: 'hidden' });
  await page.locator(`[data-paper="${commitment}"]`).waitFor();
  await showStep('check');
  expect(await page.locator('[data-finding="dossier-mismatch"]').count()).toBe(0);
  await look('4-kiem-tra');
});

it('freezes and writes them all', async () => {
  const { app, page } = running;
  const { showStep, showPaper, button, dialog, dialogButton, field } = dossierOn(page);
  await showStep('sign');
  await button('dossier.freeze').click();
  await field('actor').fill('Nguyễn Thị Hường');
  const anyway = dialog.getByLabel(say('dossier.freezeAnyway'));
  if ((await anyway.count()) > 0) await anyway.click();
  await dialogButton('dossier.freeze').click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
  await showPaper('summary-table');
  await look('5-bang-tong-hop');
  await showPaper('cover-letter');
  await look('6-cong-van');
  await button('dossier.writeAll').click();
  await answerOpenDialogs(app, [target]);
  await dialogButton('dossier.chooseFolder').click();
  await page.locator('[data-written]').waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

/** Words of the written PDF whose name matches and that says all of these. */
const wordsOf = (name: RegExp, ...said: readonly string[]): string => {
  const [folder = ''] = readdirSync(target);
  const texts = readdirSync(join(target, folder))
    .filter((file) => name.test(file) && file.endsWith('.pdf'))
    .map((file) => wordsOfPdf(join(target, folder, file)))
    .filter((words) => said.every((one) => words.includes(one)));
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
};

const inFigures = (amount: number): string => vietnameseNumber(amount);
const inMillions = (amount: number): string => vietnameseNumber(amount / 1e6);
const inWords = (amount: number): string => dongInWords(amount) ?? '';
const sumOf = (part: (task: Task) => number): number =>
  [LEAN, ISO, SKILLS].reduce((sum, task) => sum + part(task), 0);
const total = sumOf((task) => task.total);
const ORDER = [ISO, SKILLS, LEAN];

it('names them in the letter in the chosen order, with their sums in figures and in words', () => {
  const words = wordsOf(/Công văn/);
  const sums = ORDER.flatMap((task) => [task.title, inFigures(task.total), inWords(task.total)]);
  expect(missingInOrder(words, [...sums, inFigures(total), inWords(total)])).toBeNull();
  expect(words).toContain('đề xuất 03 nhiệm vụ');
});

it('lists them in the summary table in the chosen order, with the same sums', () => {
  const words = wordsOf(/Bảng tổng hợp/);
  // Cells stand beside each other, so only the beginning of a title is sure to be in one line.
  const rows = ORDER.flatMap(({ title, total: sum }) => [
    title.split(' ').slice(0, 2).join(' '),
    inMillions(sum),
  ]);
  expect(missingInOrder(words, rows)).toBeNull();
  for (const sum of [
    total,
    sumOf(({ state }) => state),
    sumOf((task) => task.total - task.state),
  ]) {
    expect(words).toContain(inMillions(sum));
  }
  expect(words).toContain(inFigures(total));
  expect(words).toContain(inWords(total));
});

it('commits the enterprise of the model point to the sum of its proposal', () => {
  const words = wordsOf(/Văn bản nhu cầu/, ISO.title);
  const matching = ISO.total - ISO.state;
  expect(
    missingInOrder(words, [
      'Công ty TNHH Thử nghiệm Đình Vũ',
      inFigures(matching),
      inWords(matching),
      inFigures(ISO.total),
    ]),
  ).toBeNull();
});

it('hands over as many copies as the person asked for', () => {
  expect(wordsOf(/Phiếu giao nộp/)).toMatch(/Bản chính 01 Bản sao 02/);
});

it('puts the forms into the bound PDF in the chosen order', () => {
  const [, ...forms] = wordsOf(/Cả bộ hồ sơ/).split('PHIẾU ĐỀ XUẤT ĐẶT HÀNG NHIỆM VỤ');
  expect(forms).toHaveLength(3);
  expect(ORDER.map(({ title }, index) => forms[index]?.includes(`đề án: ${title}`))).toEqual([
    true,
    true,
    true,
  ]);
});
