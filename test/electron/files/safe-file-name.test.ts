import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusedByWindows, safeFileName } from '../../../electron/files';

test.each([
  ['Nâng cao năng suất', 'Nâng cao năng suất.pdf'],
  ['Số 1882/BQL-KHTH: "mô hình điểm"?', 'Số 1882-BQL-KHTH- -mô hình điểm--.pdf'],
  ['  ..ẩn..  ', 'ẩn.pdf'],
  ['CON', '_CON.pdf'],
  ['nul.kế hoạch', '_nul.kế hoạch.pdf'],
  ['LPT¹', '_LPT¹.pdf'],
  ['console', 'console.pdf'],
  ['', 'ban-de-xuat.pdf'],
  ['...', 'ban-de-xuat.pdf'],
  ['dòng một\ndòng hai\ttab', 'dòng một dòng hai tab.pdf'],
  ['a\u0000b\u202ec\u200bd\ud800e', 'abcde.pdf'],
  ['e\u0302\u0301'.repeat(2), 'ếế.pdf'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title, 'pdf')).toBe(name);
});

test('a long title is cut at a word and keeps its extension', () => {
  const name = safeFileName('Ứng dụng hệ thống quản lý chất lượng '.repeat(20), 'docx');
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/(Ứng|dụng|hệ|thống|quản|lý|chất|lượng)\.docx$/u);
});

test('any title at all gives a name that Windows and Linux take, and the same one twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeFileName(title, 'pdf');
      expect(isRefusedByWindows(name)).toBe(false);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(205);
      expect(name).toBe(name.normalize('NFC'));
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(safeFileName(name.slice(0, -'.pdf'.length), 'pdf')).toBe(name);
    }),
    { numRuns: 500 },
  );
});
