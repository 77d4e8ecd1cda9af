import { expect, it } from 'vitest';
import {
  compareVersions,
  countChanges,
  foldEqualLines,
} from '../../../renderer/features/history/compare-versions';
import type { RevisionWords } from '../../../shared/ipc';
import { hpForm } from '../../helpers/open-window';

const words = (values: Record<string, unknown>, title = 'Tên'): RevisionWords => ({
  title,
  organisationId: null,
  style: hpForm.typography.style,
  values,
});

const doc = (...lines: string[]) => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

it('compares the name, every part of the form in its order, and the style', () => {
  const parts = compareVersions(words({}), words({}), hpForm.sections);
  expect(parts.map(({ id }) => id)).toEqual([
    'title',
    ...hpForm.sections.map(({ id }) => id),
    'style',
  ]);
  expect(parts.every(({ unchanged }) => unchanged)).toBe(true);
});

it('shows by whole syllables what went and what came', () => {
  const parts = compareVersions(
    words({ ii: doc('Giảm phế phẩm ép nhựa') }),
    words({ ii: doc('Giảm phế liệu ép nhựa') }),
    hpForm.sections,
  );
  const changed = parts.filter(({ unchanged }) => !unchanged);
  expect(changed.map(({ id }) => id)).toEqual(['ii']);
  const kinds = changed[0]?.changes[0]?.words.filter(({ kind }) => kind !== 'same');
  expect(kinds).toEqual([
    { kind: 'removed', text: 'phẩm' },
    { kind: 'added', text: 'liệu' },
  ]);
  expect(countChanges(parts)).toEqual({ added: 1, removed: 1 });
});

it('keeps words that the form has no place for any more', () => {
  const parts = compareVersions(words({ cu: 'Còn đây' }), words({}), hpForm.sections);
  expect(parts.find(({ id }) => id === 'cu')?.unchanged).toBe(false);
});

it('folds equal lines away but for one beside each change, and loses none', () => {
  const before = Array.from({ length: 20 }, (_, at) => `Dòng ${at}`);
  const after = before.with(10, 'Khác hẳn ở đây');
  const [part] = compareVersions(
    words({ ii: doc(...before) }),
    words({ ii: doc(...after) }),
    hpForm.sections,
  ).filter(({ id }) => id === 'ii');
  const shown = foldEqualLines(part?.changes ?? []);
  const folded = shown.reduce((sum, line) => sum + (line.kind === 'fold' ? line.lines : 0), 0);
  const lines = shown.filter(({ kind }) => kind === 'line').length;
  expect(folded + lines).toBe(part?.changes.length);
  expect(shown[0]).toEqual({ kind: 'fold', lines: 9 });
  expect(lines).toBeLessThan(6);
});
