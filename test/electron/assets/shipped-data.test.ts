import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAssetsFolder, loadShippedData } from '../../../electron/assets';

describe('shipped data', () => {
  const { calls, templates, references, calendar, programmes, staleFacts } = loadShippedData();

  test('four calls, oldest first, and the form they use', () => {
    expect(calls.map(({ id }) => id)).toEqual([
      'qg-2023-1322-haiphong',
      'hp-2023-1882',
      'ml-2024-1322',
      'hp-2024-dot2',
    ]);
    expect(templates.map(({ id }) => id)).toContain('hp-2023-bdx');
    expect(
      [references, calendar.years, programmes, staleFacts].every((all) => all.length > 0),
    ).toBe(true);
  });

  test('whatever points at a form, a call or a document finds it', () => {
    const forms = new Set(templates.map(({ id }) => id));
    const documents = new Set(references.map(({ id }) => id));
    const known = new Set(calls.map(({ id }) => id));
    for (const call of calls) {
      for (const id of call.templates) expect(forms.has(id), `${call.id} → ${id}`).toBe(true);
      for (const { reference } of call.references) {
        expect(documents.has(reference), `${call.id} → ${reference}`).toBe(true);
      }
    }
    for (const template of templates) {
      for (const id of template.calls) expect(known.has(id), `${template.id} → ${id}`).toBe(true);
    }
  });

  test('a broken installation is named, not worked around', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bdx-assets-'));
    try {
      expect(() => findAssetsFolder(folder)).toThrow('broken installation');
      mkdirSync(join(folder, 'assets', 'calls'), { recursive: true });
      writeFileSync(join(folder, 'assets', 'calls', 'x.json'), '{"format":"other"}');
      expect(() => loadShippedData(join(folder, 'assets'))).toThrow(/x\.json does not fit/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
