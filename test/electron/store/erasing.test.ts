import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../../electron/store/journal/journal';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const MINUTE = 60_000;
const SECRET = 'Bí quyết tôi luyện thép của xưởng Thắng Lợi';

/** Files of the folder in which the words can be read; the journal is read as a journal. */
const placesOf = (folder: string): string[] => {
  const places = readdirSync(folder).filter(
    (name) =>
      statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(SECRET),
  );
  const { records } = readJournal(join(folder, 'nhat-ky'), 0, null);
  return records.some(({ payload }) => payload.includes(SECRET)) ? [...places, 'nhat-ky'] : places;
};

describe('S47 what is erased for ever', () => {
  it('is gone from file and log with the next duties, from the journal with the second backup', async () => {
    const folder = newFolder();
    let uptime = 0;
    const store = openTestStore(folder, { uptime: () => uptime });
    const later = async (minutes: number): Promise<void> => {
      uptime += minutes * MINUTE;
      await store.tick();
    };
    const { id: other } = value(store.createProposal(newProposal('Đề tài khác')));
    const { id } = value(
      store.createProposal(newProposal('Đề tài mật', { muc1: `${SECRET}. `.repeat(300) })),
    );
    for (let turn = 0; turn < 20; turn += 1) {
      value(store.saveSection(id, 'muc1', `${SECRET} ${turn}. `.repeat(200 + turn)));
    }
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    await later(0.1);
    expect(placesOf(folder)).toEqual(['nhat-ky']);
    await later(1);
    expect(store.listBackups().map(({ reason }) => reason)).toEqual(['erase']);
    await later(15);
    expect(store.listBackups().map(({ reason }) => reason)).toEqual(['erase', 'erase']);
    expect(placesOf(folder)).toEqual([]);
    await later(60);
    expect(store.listBackups()).toHaveLength(2);
    expect(value(store.openProposal(other)).title).toBe('Đề tài khác');
  });

  it('is forgotten by the journal also when the program was closed in between', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal('Mật', { muc1: SECRET })));
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    await store.finish();
    store.close();
    let uptime = 0;
    const next = openTestStore(folder, { uptime: () => uptime });
    uptime += 16 * MINUTE;
    await next.tick();
    expect(placesOf(folder)).toEqual([]);
    expect(next.listBackups().map(({ reason }) => reason)).toEqual(['erase', 'erase']);
  });
});
