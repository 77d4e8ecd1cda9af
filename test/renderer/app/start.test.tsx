// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { hpForm, inputsOf, openWindow, proposalRecord } from '../../helpers/open-window';

vi.mock(
  '../../../renderer/state/layout-worker/start-worker',
  () => import('../../helpers/layout-in-thread'),
);

describe('the start of the window', () => {
  it('offers the next step where there is no proposal yet', async () => {
    await openWindow();
    expect(await screen.findByRole('heading', { name: 'Chưa có hồ sơ nào' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tạo hồ sơ đầu tiên' })).toBeTruthy();
    expect(window.location.hash).toBe('#/ho-so');
  });

  it('comes back to the proposal that was open last', async () => {
    await openWindow({ proposals: [proposalRecord()] }, '', (api) => {
      api.world.preferences.lastProposalId = 'p1';
    });
    expect(await screen.findByRole('heading', { name: /Giảm phế phẩm ép nhựa/ })).toBeTruthy();
    expect(window.location.hash).toBe('#/ho-so/p1');
  });

  it('goes to the list when that proposal lies in the trash', async () => {
    const trashed = proposalRecord({ trashedAt: '2026-11-25T04:00:00.000Z' });
    await openWindow({ proposals: [trashed] }, '', (api) => {
      api.world.preferences.lastProposalId = 'p1';
    });
    expect(await screen.findByRole('heading', { name: 'Chưa có hồ sơ nào' })).toBeTruthy();
  });

  it('never starts empty over data that could not be opened', async () => {
    const store = {
      state: 'newer-file',
      message: 'Tệp có số phiên bản 40, chương trình này đọc đến 30.',
      hint: 'Cài phiên bản mới hơn rồi mở lại.',
      file: 'D:\\du-lieu.db',
    } as const;
    const api = await openWindow({ store });
    expect(await screen.findByRole('heading', { name: 'Chưa mở được dữ liệu' })).toBeTruthy();
    expect(screen.getByText(store.message)).toBeTruthy();
    expect(screen.getByText(store.hint)).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(inputsOf(api, 'proposals.list')).toEqual([]);

    api.world.store = { state: 'ready', message: '', hint: '', file: '' };
    fireEvent.click(screen.getByRole('button', { name: 'Thử mở lại' }));
    expect(await screen.findByRole('heading', { name: 'Chưa có hồ sơ nào' })).toBeTruthy();
  });

  it('opens for looking what may not be written, says where and why, and asks again', async () => {
    const api = await openWindow({
      proposals: [proposalRecord()],
      store: {
        state: 'not-writable',
        message: 'Thư mục dữ liệu chỉ cho đọc, không cho ghi.',
        hint: 'Hãy cấp quyền ghi.',
        file: 'C:\\du-lieu\\ban-de-xuat.db',
        readOnly: true,
      },
    });
    const bar = await screen.findByRole('region', { name: 'Chỉ xem và kết xuất' });
    expect(bar.textContent).toContain('AppData\\Local\\ban-de-xuat\\data không cho ghi');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(await screen.findByRole('link', { name: /Giảm phế phẩm ép nhựa/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tạo hồ sơ' })).toBeNull();
    fireEvent.click(within(bar).getByRole('button', { name: 'Mở thư mục' }));
    await waitFor(() => expect(inputsOf(api, 'store.revealFile')).toHaveLength(1));

    api.world.store = { state: 'ready', message: '', hint: '', file: '' };
    fireEvent.click(within(bar).getByRole('button', { name: 'Thử mở lại' }));
    expect(await screen.findByRole('button', { name: 'Tạo hồ sơ' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Chỉ xem và kết xuất' })).toBeNull();
  });

  it('does not call all restored where something by name is missing', async () => {
    const sentence = 'Đã ghi lại 3 thay đổi từ nhật ký.';
    const healed = { sentences: [sentence], replayed: 3, missing: ['“Giảm phế phẩm”, phần ii'] };
    await openWindow({ proposals: [proposalRecord()] }, '', (api) => {
      api.world.safety.health = { recovery: null, healed };
    });
    expect(await screen.findByText('Còn phần chưa khôi phục được')).toBeTruthy();
    expect(screen.getByText(/Chưa lấy lại được: “Giảm phế phẩm”, phần ii/)).toBeTruthy();
    expect(screen.queryByText('Đã tự khôi phục sau lần đóng không bình thường')).toBeNull();
  });

  it('names a proposal whose data are damaged beside the others, with the way to a restore', async () => {
    await openWindow({
      proposals: [proposalRecord(), proposalRecord({ id: 'p2', title: 'Đo độ nhám bề mặt' })],
      damaged: ['p2'],
    });
    const row = (await screen.findByRole('link', { name: 'Đo độ nhám bề mặt' })).closest('tr');
    expect(row?.textContent).toContain('Dữ liệu của hồ sơ này bị hỏng trên ổ đĩa.');
    expect(
      screen.getByRole('link', { name: /Giảm phế phẩm/ }).closest('tr')?.textContent,
    ).not.toContain('bị hỏng');
    fireEvent.click(screen.getByRole('link', { name: 'Mở Sao lưu để phục hồi' }));
    await waitFor(() => expect(window.location.hash).toBe('#/sao-luu'));
  });

  it('creates a proposal with all parts of the form and opens it', async () => {
    const api = await openWindow();
    fireEvent.click(await screen.findByRole('button', { name: 'Tạo hồ sơ đầu tiên' }));
    fireEvent.change(await screen.findByLabelText('Tên hồ sơ'), { target: { value: 'Ép nhựa' } });
    fireEvent.click(screen.getAllByRole('button', { name: 'Tạo hồ sơ' }).at(-1)!);
    expect(await screen.findByRole('heading', { name: /Ép nhựa/ })).toBeTruthy();
    for (const { numeral, heading } of hpForm.sections) {
      expect(screen.getByRole('heading', { name: `${numeral}. ${heading}` })).toBeTruthy();
    }
    expect(inputsOf(api, 'proposals.create')).toHaveLength(1);
  });

  it('speaks English when asked, and remembers it', async () => {
    const api = await openWindow({}, '#/cai-dat');
    fireEvent.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(api.world.preferences.language).toBe('en'));
  });
});
