import { mkdirSync, readdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiredBackups } from '../../../electron/store/backups/retention';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const MINUTE = 60_000;

describe('regular duties', () => {
  it('S41 back up ten minutes after the first change, then every fifteen if something changed', async () => {
    let uptime = 0;
    const store = openTestStore(newFolder(), { uptime: () => uptime });
    const later = async (minutes: number): Promise<number> => {
      uptime += minutes * MINUTE;
      await store.tick();
      return store.listBackups().length;
    };
    expect(await later(60)).toBe(0);
    const { id } = value(store.createProposal(newProposal()));
    expect(await later(0)).toBe(0);
    expect(await later(9)).toBe(0);
    expect(await later(2)).toBe(1);
    expect(await later(60)).toBe(1);
    value(store.saveSection(id, 'muc1', 'x'));
    expect(await later(1)).toBe(1);
    expect(await later(15)).toBe(2);
  });

  it('carry the log over into the file within half a minute', async () => {
    let uptime = 0;
    const store = openTestStore(newFolder(), { uptime: () => uptime });
    const { id } = value(store.createProposal(newProposal()));
    value(store.saveSection(id, 'muc1', 'x'));
    const logSize = () => statSync(`${store.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    expect(logSize()).toBeGreaterThan(0);
    uptime += 30_000;
    await store.tick();
    expect(logSize()).toBe(0);
  });

  it('S11 go on where the journal cannot be read, and look again when it can', async () => {
    let uptime = 0;
    const folder = newFolder();
    const store = openTestStore(folder, { uptime: () => uptime });
    value(store.createProposal(newProposal()));
    const journal = join(folder, 'nhat-ky');
    const segment = join(journal, readdirSync(journal)[0] ?? '');
    const tick = async (): Promise<void> => {
      uptime += MINUTE;
      await store.tick();
    };
    // A folder in its place gives an error to whoever wants to read it.
    renameSync(segment, `${segment}.kept`);
    mkdirSync(segment);
    await tick();
    expect(store.listBackups()).toEqual([]);
    rmdirSync(segment);
    await tick();
    // Now it was seen that the journal does not hold what no backup holds.
    expect(store.listBackups()).toHaveLength(1);
  });

  it('S32 look at all rows soon after the start, and then take their time', async () => {
    let uptime = 0;
    const folder = newFolder();
    const first = openTestStore(folder);
    const values = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`m${at}`, 'chữ']));
    const { id } = value(first.createProposal(newProposal('Đề tài', values)));
    first.close();
    const db = new Database(join(folder, 'ban-de-xuat.db'));
    db.exec(`UPDATE sections SET value = '"sai"' WHERE rowid = (SELECT max(rowid) FROM sections)`);
    db.close();
    const store = openTestStore(folder, { uptime: () => uptime });
    uptime = 4000;
    for (let second = 0; second < 4; second += 1) {
      uptime += 1000;
      await store.tick();
    }
    expect(store.scrub(0).mended).toMatchObject([{ table: 'sections', proposalId: id }]);
  });

  it('end with a last backup when much was written', async () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    await store.finish();
    expect(store.listBackups()).toEqual([]);
    for (let turn = 0; turn < 500; turn += 1) value(store.saveSection(id, 'muc1', `${turn}`));
    await store.finish();
    expect(store.listBackups()).toMatchObject([{ reason: 'close', seq: 501 }]);
  });
});

describe('S42 retention', () => {
  const regular = (number: number) => ({ number, isOccasion: false });

  it('keeps eight, then one in four, one in thirty-two, one in seven hundred and four', () => {
    let kept: number[] = [];
    for (let number = 1; number <= 9000; number += 1) {
      const expired = new Set(expiredBackups([...kept, number].map(regular)));
      kept = [...kept, number].filter((each) => !expired.has(each));
    }
    expect(kept.length).toBeLessThanOrEqual(8 + 24 + 14 + 12);
    expect(kept.slice(-8)).toEqual([8993, 8994, 8995, 8996, 8997, 8998, 8999, 9000]);
    expect(kept[0]).toBe(704);
    expect(kept.filter((number) => number % 704 === 0)).toHaveLength(12);
  });

  it('never expires the newest, and occasions never push out the others', () => {
    const backups = fc.uniqueArray(
      fc.record({ number: fc.nat({ max: 5000 }), isOccasion: fc.boolean() }),
      { selector: ({ number }) => number, maxLength: 60 },
    );
    fc.assert(
      fc.property(backups, (all) => {
        const expired = expiredBackups(all);
        const newest = Math.max(-1, ...all.map(({ number }) => number));
        expect(expired).not.toContain(newest);
        const others = all.filter(({ isOccasion }) => !isOccasion);
        const withoutOccasions = new Set(expiredBackups(others));
        for (const { number } of others) {
          if (expired.includes(number)) {
            expect(withoutOccasions.has(number) || number !== newest).toBe(true);
          } else if (number !== newest) expect(withoutOccasions.has(number)).toBe(false);
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});
