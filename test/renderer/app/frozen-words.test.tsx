// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { IpcFailure } from '../../../shared/ipc';
import { codeModules } from '../../../shared/layout';
import type { FakeApi } from '../../helpers/fake-api';
import { hpForm, inputsOf, openWindow, proposalRecord } from '../../helpers/open-window';

vi.mock(
  '../../../renderer/state/layout-worker/start-worker',
  () => import('../../helpers/layout-in-thread'),
);

const title = hpForm.sections[0]!;
const diskFull: IpcFailure = {
  code: 'store-full',
  message: 'Ổ đĩa chứa dữ liệu đã đầy.',
  hint: 'Xoá bớt tệp rồi ghi lại.',
};

const open = async (): Promise<FakeApi> => {
  const values = { [title.id]: 'Giảm phế phẩm ép nhựa' };
  const api = await openWindow({ proposals: [proposalRecord({ values })] }, '#/ho-so/p1');
  await screen.findByLabelText('Thanh trạng thái');
  return api;
};

const type = (text: string): void => {
  fireEvent.change(screen.getByPlaceholderText('Tên nhiệm vụ đề xuất'), {
    target: { value: text },
  });
};

describe('words that are frozen', () => {
  it('are those on the screen: while they cannot be saved, nothing is frozen', async () => {
    const api = await open();
    const { freezeDossier, useDossier } = await import('../../../renderer/state');
    api.refuse('proposals.saveSection', ...Array<IpcFailure>(9).fill(diskFull));
    type('Tên chưa ghi được');
    expect(await freezeDossier('p1', 'Lan', true)).toBe(false);
    expect(useDossier.getState().refusal).toEqual(diskFull);
    expect(inputsOf(api, 'dossier.setActor')).toEqual([]);
    expect(inputsOf(api, 'dossier.freeze')).toEqual([]);
  });

  it('are saved first, then frozen', async () => {
    const api = await open();
    const { freezeDossier } = await import('../../../renderer/state');
    type('Tên mới');
    await freezeDossier('p1', 'Lan', false);
    const order = api.requests
      .map(({ channel }) => channel)
      .filter((channel) => channel === 'proposals.saveSection' || channel === 'dossier.freeze');
    expect(order).toEqual(['proposals.saveSection', 'dossier.freeze']);
    expect(api.world.proposals[0]?.values[title.id]).toBe('Tên mới');
    expect(inputsOf(api, 'dossier.freeze')).toEqual([{ id: 'p1', anyway: false }]);
  });
});

describe('the preview', () => {
  it('shows the mark of a draft behind the text, and asks again once words are saved', async () => {
    const api = await open();
    await waitFor(() =>
      expect(document.querySelector('[data-furniture="behind"] text')?.textContent).toBe(
        'BẢN NHÁP',
      ),
    );
    expect(document.querySelector('[data-furniture="front"]')).toBeNull();
    const asked = inputsOf(api, 'dossier.furniture').length;
    type('Tên mới');
    await waitFor(() => expect(inputsOf(api, 'dossier.furniture').length).toBe(asked + 1));
  });

  it('shows code line and square code of frozen words in place of the mark', async () => {
    await open();
    const { usePaperFurniture } = await import('../../../renderer/state');
    const qr = 'BDX1 7K3MQ2XD 0123456789abcdef';
    usePaperFurniture.setState({ footer: { text: 'Mã bản: 7K3M-Q2XD', qr } }, true);
    await waitFor(() =>
      expect(document.querySelector('[data-furniture="front"] text')?.textContent).toBe(
        'Mã bản: 7K3M-Q2XD',
      ),
    );
    expect(document.querySelector('[data-furniture="behind"]')).toBeNull();
    // As many bars as there are runs of dark modules.
    const runs = codeModules(qr).flatMap((row) => row.filter((dark, at) => dark && !row[at - 1]));
    const bars = document.querySelectorAll('[data-page="1"] [data-furniture="front"] rect');
    expect(bars).toHaveLength(runs.length);
  });
});
