// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import example from '../../../assets/examples/de-xuat-mau.json';
import type { IpcFailure } from '../../../shared/ipc';
import type { FakeApi } from '../../helpers/fake-api';
import { hpForm, inputsOf, openWindow, proposalRecord } from '../../helpers/open-window';

vi.mock(
  '../../../renderer/state/layout-worker/start-worker',
  () => import('../../helpers/layout-in-thread'),
);

const title = hpForm.sections[0]!;
const money = hpForm.sections.find(({ kind }) => kind === 'money')!;
const diskFull: IpcFailure = {
  code: 'store-full',
  message: 'Ổ đĩa chứa dữ liệu đã đầy.',
  hint: 'Xoá bớt tệp rồi ghi lại.',
};

const openProposal = async (
  prepare: (api: FakeApi) => void = () => undefined,
  values: Record<string, unknown> = { [title.id]: 'Giảm phế phẩm ép nhựa' },
): Promise<FakeApi> => {
  const api = await openWindow({ proposals: [proposalRecord({ values })] }, '#/ho-so/p1', prepare);
  await screen.findByLabelText('Thanh trạng thái');
  return api;
};

const titleField = (): HTMLElement => screen.getByPlaceholderText('Tên nhiệm vụ đề xuất');

const type = (text: string): void => {
  fireEvent.change(titleField(), { target: { value: text } });
};

const status = () => within(screen.getByLabelText('Thanh trạng thái'));

const press = (key: string, modifiers: KeyboardEventInit = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...modifiers });
};

describe('writing', () => {
  it('saves within a second, in NFC, and says when', async () => {
    const api = await openProposal();
    type('Tiê\u0301t kiê\u0323m điện');
    expect(status().getByText('Chưa ghi…')).toBeTruthy();
    await waitFor(() => expect(inputsOf(api, 'proposals.saveSection')).toHaveLength(1));
    expect(inputsOf(api, 'proposals.saveSection')[0]).toEqual({
      id: 'p1',
      section: title.id,
      value: 'Tiết kiệm điện',
    });
    expect(await status().findByText(/^Đã ghi \d\d:\d\d:\d\d$/)).toBeTruthy();
  });

  it('lets the name of the proposal follow part I until somebody gives it another one', async () => {
    const api = await openProposal();
    type('Tên mới');
    await waitFor(() => expect(api.world.proposals[0]!.title).toBe('Tên mới'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tên mới');
  });

  it('shows the count of pages and each part’s share', async () => {
    await openProposal();
    expect(await status().findByText(/^Trang 0,\d\d\/5$/)).toBeTruthy();
    expect(status().getByText('đủ chỗ')).toBeTruthy();
    expect(await status().findByText('1 trang (chắc chắn)')).toBeTruthy();
    expect(status().getByText('5 tiếng')).toBeTruthy();
  });
});

describe('reading', () => {
  it('saves no part that nobody touched, whatever it holds and wherever the caret goes', async () => {
    const { values } = example;
    const api = await openProposal(undefined, values);
    await status().findByText(/^Trang/);
    for (const field of document.querySelectorAll<HTMLElement>('[data-field]')) {
      field.focus();
      field.blur();
    }
    // Longer than the longest wait of an unsaved change.
    await new Promise((done) => setTimeout(done, 1300));
    expect(inputsOf(api, 'proposals.saveSection')).toEqual([]);
    expect(inputsOf(api, 'proposals.rename')).toEqual([]);
  });
});

describe('words that cannot be saved', () => {
  it('say so where it happened, and are saved when the cause is gone', async () => {
    const api = await openProposal((fake) => fake.refuse('proposals.saveSection', diskFull));
    type('Một câu mới');
    expect(await screen.findByText('Chưa ghi được thay đổi mới nhất')).toBeTruthy();
    expect(screen.getByText(new RegExp(diskFull.message))).toBeTruthy();
    expect(status().getByText('Chưa ghi được')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Ghi ngay' }));
    await waitFor(() => expect(api.world.proposals[0]!.values[title.id]).toBe('Một câu mới'));
    await waitFor(() => expect(screen.queryByText('Chưa ghi được thay đổi mới nhất')).toBeNull());
  });

  it('keep the person at the proposal', async () => {
    const refusals = Array.from({ length: 8 }, () => diskFull);
    await openProposal((fake) => fake.refuse('proposals.saveSection', ...refusals));
    type('Một câu mới');
    await screen.findByText('Chưa ghi được thay đổi mới nhất');
    window.location.hash = '#/don-vi';
    await waitFor(() => expect(window.location.hash).toBe('#/don-vi'));
    await waitFor(() => expect(window.location.hash).toBe('#/ho-so/p1'));
    await screen.findByLabelText('Thanh trạng thái');
    expect((titleField() as HTMLTextAreaElement).value).toBe('Một câu mới');
  });
});

describe('closing the window', () => {
  it('saves first, then lets it close', async () => {
    const api = await openProposal();
    type('Câu cuối cùng');
    api.emit('app.closing', undefined);
    await waitFor(() => expect(inputsOf(api, 'app.readyToClose')).toHaveLength(1));
    const order = api.requests.map(({ channel }) => channel);
    expect(order.indexOf('proposals.saveSection')).toBeLessThan(order.indexOf('app.readyToClose'));
    expect(api.world.proposals[0]!.values[title.id]).toBe('Câu cuối cùng');
  });

  it('stays open over words that cannot be saved, until the person gives them up', async () => {
    const refusals = Array.from({ length: 8 }, () => diskFull);
    const api = await openProposal((fake) => fake.refuse('proposals.saveSection', ...refusals));
    type('Câu cuối cùng');
    api.emit('app.closing', undefined);
    await waitFor(() => expect(inputsOf(api, 'app.cannotClose')).toHaveLength(1));
    expect(inputsOf(api, 'app.readyToClose')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Đóng, bỏ phần chưa ghi' }));
    await waitFor(() => expect(inputsOf(api, 'app.readyToClose')).toHaveLength(1));
  });
});

describe('the checks', () => {
  const wrongSum = {
    [title.id]: 'Giảm phế phẩm ép nhựa',
    [money.id]: { total: 500_000_000, state: 300_000_000, matching: 100_000_000 },
  };

  it('open by F7 and take the person to the field', async () => {
    await openProposal(undefined, wrongSum);
    await status().findByText(/^Trang/);
    press('F7');
    const panel = within(await screen.findByRole('complementary'));
    expect(panel.getByRole('heading', { name: 'Lỗi' })).toBeTruthy();
    const finding = panel
      .getAllByRole('button')
      .find(({ textContent }) => textContent.includes('500.000.000'));
    expect(finding).toBeDefined();
    fireEvent.click(finding!);
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-section]')?.getAttribute('data-section')).toBe(
        money.id,
      ),
    );
  });

  it('follow what is typed', async () => {
    await openProposal(undefined, { ...wrongSum, [title.id]: '' });
    await status().findByText(/^Trang/);
    press('F7');
    const panel = within(await screen.findByRole('complementary'));
    // By its words, not by the number of findings: those of the library come a moment later.
    const ofPartOne = () =>
      panel.queryAllByRole('button').filter(({ textContent }) => /tên nhiệm vụ/i.test(textContent));
    await waitFor(() => expect(ofPartOne()).not.toEqual([]));
    type('Giảm phế phẩm');
    await waitFor(() => expect(ofPartOne()).toEqual([]));
  });
});

describe('exports', () => {
  it('save first, ask for all targets, then write', async () => {
    const api = await openProposal();
    type('Bản cuối');
    fireEvent.click(screen.getByRole('button', { name: 'Kết xuất' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'PDF và DOCX' }));
    expect(await screen.findByText(/^Đã kết xuất DOCX: ban-de-xuat\.docx/)).toBeTruthy();
    const order = api.requests.map(({ channel }) => channel);
    expect(order.filter((channel) => channel.startsWith('export.'))).toEqual([
      'export.chooseTarget',
      'export.chooseTarget',
      'export.write',
      'export.write',
    ]);
    // The save of these words; another part may be saved while the files are written.
    const saved = api.requests.findIndex(
      ({ channel, input }) =>
        channel === 'proposals.saveSection' && JSON.stringify(input).includes('Bản cuối'),
    );
    expect(saved).toBeGreaterThan(-1);
    expect(saved).toBeLessThan(order.indexOf('export.chooseTarget'));
    fireEvent.click(screen.getAllByRole('button', { name: 'Mở thư mục' })[0]!);
    await waitFor(() => expect(inputsOf(api, 'export.reveal')).toEqual([{ exportId: 1 }]));
  });

  it('write nothing when a dialog is cancelled', async () => {
    const cancelled: IpcFailure = { code: 'cancelled', message: 'Đã bỏ qua.' };
    const api = await openProposal((fake) => fake.refuse('export.chooseTarget', cancelled));
    fireEvent.click(screen.getByRole('button', { name: 'Kết xuất' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'PDF' }));
    await waitFor(() => expect(inputsOf(api, 'export.chooseTarget')).toHaveLength(1));
    expect(inputsOf(api, 'export.write')).toEqual([]);
    expect(screen.queryByText(/Chưa kết xuất được/)).toBeNull();
  });

  it('say why a file could not be written and what to do', async () => {
    const busy: IpcFailure = {
      code: 'target-busy',
      message: 'Tệp đang mở trong chương trình khác.',
      hint: 'Đóng tệp trong Word rồi kết xuất lại.',
    };
    await openProposal((fake) => fake.refuse('export.write', busy));
    fireEvent.click(screen.getByRole('button', { name: 'Kết xuất' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'DOCX (Word)' }));
    expect(await screen.findByText('Chưa kết xuất được DOCX')).toBeTruthy();
    expect(screen.getByText(new RegExp(busy.hint!))).toBeTruthy();
  });
});

describe('keys and commands', () => {
  it('find a command by a few letters without accents', async () => {
    await openProposal();
    press('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox');
    fireEvent.change(field, { target: { value: 'don vi' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(window.location.hash).toBe('#/don-vi'));
  });

  it('leave keys alone while a Vietnamese letter is being put together', async () => {
    const api = await openProposal();
    type('Đang gõ');
    press('s', { ctrlKey: true, isComposing: true });
    press('F7', { keyCode: 229 });
    expect(inputsOf(api, 'proposals.saveSection')).toEqual([]);
    press('s', { ctrlKey: true });
    await waitFor(() => expect(inputsOf(api, 'proposals.saveSection')).toHaveLength(1));
  });

  it('do nothing behind a dialog', async () => {
    const api = await openProposal();
    press('F1');
    await screen.findByText('Phím tắt');
    press('p', { ctrlKey: true });
    expect(inputsOf(api, 'export.print')).toEqual([]);
  });

  it('do what the program’s menu asks', async () => {
    const api = await openProposal();
    api.emit('app.command', { command: 'print' });
    await waitFor(() => expect(inputsOf(api, 'export.print')).toEqual([{ id: 'p1' }]));
    expect(await screen.findByText('Đã gửi đến máy in.')).toBeTruthy();
    api.emit('app.command', { command: 'show-calls' });
    await waitFor(() => expect(window.location.hash).toBe('#/dot-keu-goi'));
  });
});

describe('the style', () => {
  it('changes within its range at once, and not outside it', async () => {
    const api = await openProposal();
    fireEvent.click(screen.getByRole('button', { name: 'Kiểu trình bày' }));
    const size = await screen.findByLabelText('Cỡ chữ');
    fireEvent.change(size, { target: { value: '9' } });
    expect(await screen.findByText('Cỡ chữ phải từ 13 đến 14 pt.')).toBeTruthy();
    fireEvent.change(size, { target: { value: '13' } });
    await waitFor(() => expect(api.world.proposals[0]!.style.fontSize).toBe(13));
    expect(inputsOf(api, 'proposals.saveStyle')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ các thay đổi' }));
    await waitFor(() => expect(api.world.proposals[0]!.style.fontSize).toBe(14));
  });
});
