import { beforeEach, expect, test } from 'vitest';
import { notify, useNotices } from '../../../renderer/state/notices';

const texts = (): string[] => useNotices.getState().notices.map(({ text }) => text);

beforeEach(() => useNotices.setState({ notices: [] }));

test('good news makes room for the next sentence', () => {
  notify({ intent: 'success', text: 'Đã ghi “một.pdf”.' });
  notify({ intent: 'success', text: 'Đã ghi “hai.pdf”.' });
  expect(texts()).toEqual(['Đã ghi “hai.pdf”.']);
});

test('errors and what can be acted on stay beside it, three sentences at most', () => {
  const action = { label: 'Hoàn tác', run: () => undefined };
  notify({ intent: 'error', text: 'Chưa ghi được.' });
  notify({ intent: 'info', text: 'Đã chuyển vào thùng rác.', action });
  notify({ intent: 'success', text: 'Đã ghi.' });
  notify({ intent: 'error', text: 'Chưa in được.' });
  expect(texts()).toEqual(['Chưa ghi được.', 'Đã chuyển vào thùng rác.', 'Chưa in được.']);
});
