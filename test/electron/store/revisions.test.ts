import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RevisionRow } from '../../../electron/store/queries/tables';
import { brokenChain, strideOfAge } from '../../../electron/store/revision-rows';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const clockOf = (times: () => number) => () => new Date(times()).toISOString();
const START = Date.parse('2026-11-24T01:00:00.000Z');

describe('S68 versions', () => {
  it('are kept at a pause, after much writing, and at a clock set back', () => {
    let time = START;
    const store = openTestStore(newFolder(), { now: clockOf(() => time) });
    const { id } = value(store.createProposal(newProposal()));
    const versions = () => value(store.listRevisions(id)).length;
    const save = (after: number, words: string): void => {
      time += after;
      value(store.saveSection(id, 'muc1', words));
    };
    save(1000, 'a');
    save(1000, 'ab');
    expect(versions()).toBe(0);
    save(3 * 60_000, 'abc');
    expect(versions()).toBe(1);
    expect(value(store.readRevision(id, 1)).values).toEqual({ muc1: 'ab' });
    save(1000, 'x'.repeat(5000));
    save(1000, 'x'.repeat(5001));
    expect(versions()).toBe(2);
    save(-86_400_000, 'y');
    expect(versions()).toBe(3);
  });

  it('are chained: altering one or taking one out shows', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    for (let turn = 0; turn < 4; turn += 1) value(store.markMilestone(id, `${turn}`));
    store.close();
    const db = new Database(join(folder, 'ban-de-xuat.db'), { readonly: true });
    const rows = db.prepare('SELECT * FROM revisions ORDER BY number').all() as RevisionRow[];
    db.close();
    expect(brokenChain(rows)).toEqual([]);
    const altered = rows.map((row) =>
      row.number === 2 ? { ...row, words_sha256: 'f'.repeat(64) } : row,
    );
    expect(brokenChain(altered)).toEqual([2]);
    expect(brokenChain(rows.filter(({ number }) => number !== 3))).toEqual([4]);
    expect(brokenChain(rows.slice(1))).toEqual([2]);
  });

  it('are thinned by number: ever fewer the older they are, never all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (age) => {
        const stride = strideOfAge(age);
        expect(Number.isInteger(Math.log2(stride))).toBe(true);
        expect(strideOfAge(age + 1)).toBeGreaterThanOrEqual(stride);
        expect(stride).toBeLessThanOrEqual(Math.max(1, age / 100));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('that a person named stay for ever, the others thin out, their places stay', () => {
    let time = START;
    const store = openTestStore(newFolder(), { now: clockOf(() => time) });
    const { id } = value(store.createProposal(newProposal()));
    value(store.markMilestone(id, 'đầu tiên'));
    for (let turn = 0; turn < 450; turn += 1) {
      time += 3 * 60_000;
      value(store.saveSection(id, 'muc1', `lần ${turn}`));
    }
    const versions = value(store.listRevisions(id));
    const kept = versions.filter((version) => version.kept);
    expect(versions.length).toBeGreaterThanOrEqual(449);
    expect(kept.length).toBeLessThan(340);
    expect(kept.slice(0, 200).every(({ number }, at) => number === versions.length - at)).toBe(
      true,
    );
    expect(value(store.readRevision(id, 1)).values).toEqual({});
    expect(versions.at(-1)).toMatchObject({ kind: 'milestone', name: 'đầu tiên', kept: true });
    const thinned = versions.find((version) => !version.kept);
    expect(store.readRevision(id, thinned?.number ?? 0)).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('S69 are brought back as new ones, and what stood there before is kept', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal('Tên cũ', { muc1: 'cũ', muc2: 'hai' })));
    value(store.markMilestone(id, 'mốc'));
    value(store.renameProposal(id, 'Tên mới'));
    value(store.saveSection(id, 'muc1', 'mới'));
    value(store.saveSection(id, 'muc3', 'thêm'));
    value(store.restoreRevision(id, 1));
    expect(value(store.openProposal(id))).toMatchObject({
      title: 'Tên cũ',
      values: { muc1: 'cũ', muc2: 'hai' },
    });
    const [restored, before] = value(store.listRevisions(id));
    expect(restored).toMatchObject({ kind: 'restored', name: '1' });
    expect(value(store.readRevision(id, before?.number ?? 0))).toMatchObject({
      title: 'Tên mới',
      values: { muc1: 'mới', muc2: 'hai', muc3: 'thêm' },
    });
    expect(store.restoreRevision(id, 99)).toMatchObject({ error: { code: 'not-found' } });
  });
});
