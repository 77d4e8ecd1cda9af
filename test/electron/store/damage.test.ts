import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const DB = 'ban-de-xuat.db';

/** Changes words in the closed file as a bad disk would: SQLite itself finds nothing wrong. */
const spoil = (folder: string, sql: string): void => {
  const db = new Database(join(folder, DB));
  db.exec(sql);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
};

const writtenStore = (folder: string): string => {
  const store = openTestStore(folder);
  const { id } = value(store.createProposal(newProposal('Đề tài', { muc1: 'đúng', muc2: 'hai' })));
  value(store.markMilestone(id, 'mốc'));
  store.close();
  return id;
};

const SPOIL_SECTION = `UPDATE sections SET value = '"sai"' WHERE section = 'muc1'`;

describe('S32 a row that does not match its hash', () => {
  it('is mended from the journal when it is read', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    spoil(folder, SPOIL_SECTION);
    const store = openTestStore(folder);
    expect(value(store.openProposal(id)).values['muc1']).toBe('đúng');
    expect(store.scrub(1000)).toMatchObject({
      done: true,
      damaged: [],
      mended: [{ table: 'sections', name: 'phần muc1 của “Đề tài”', proposalId: id }],
    });
  });

  it.each([
    ['proposals', "UPDATE proposals SET title = 'Sai'"],
    ['revisions', "UPDATE revisions SET name = 'sai'"],
    ['a lost section', "DELETE FROM sections WHERE section = 'muc2'; UPDATE sections SET seq = 7"],
    ['a key', "UPDATE sections SET section = 'khac' WHERE section = 'muc2'"],
  ])('is mended by the scrub: %s', (_what, sql) => {
    const folder = newFolder();
    const id = writtenStore(folder);
    spoil(folder, sql);
    const store = openTestStore(folder);
    expect(store.scrub(1000).damaged).toEqual([]);
    expect(value(store.openProposal(id))).toMatchObject({
      title: 'Đề tài',
      values: { muc1: 'đúng', muc2: 'hai' },
    });
    expect(value(store.listRevisions(id))[0]?.name).toBe('mốc');
  });

  it('is named, and its words are not handed out, when nothing can mend it', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    spoil(folder, SPOIL_SECTION);
    const store = openTestStore(folder);
    expect(store.openProposal(id)).toMatchObject({
      ok: false,
      error: { code: 'row-damaged', where: '“Đề tài”, phần muc1' },
    });
    expect(store.scrub(1000).damaged).toMatchObject([{ name: 'phần muc1 của “Đề tài”' }]);
  });

  it('does not become a backup', async () => {
    const folder = newFolder();
    writtenStore(folder);
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    spoil(folder, SPOIL_SECTION);
    const store = openTestStore(folder);
    expect(await store.backupNow()).toMatchObject({ ok: false, error: { code: 'row-damaged' } });
    expect(store.listBackups()).toEqual([]);
    expect(store.backupState().trouble).not.toBe('');
  });
});
