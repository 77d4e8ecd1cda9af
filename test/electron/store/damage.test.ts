import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  /** Turns a bit of the index of sections so that SQLite finds no row behind it any more. */
  const breakIndex = (folder: string): void => {
    const path = join(folder, DB);
    const db = new Database(path);
    const index = "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_sections_1'";
    const root = db.prepare(index).pluck().get() as number;
    const size = db.pragma('page_size', { simple: true }) as number;
    db.pragma('journal_mode = DELETE');
    db.close();
    const whole = readFileSync(path);
    for (let at = root * size - 1; at > (root - 1) * size; at -= 1) {
      const spoilt = Buffer.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x80;
      writeFileSync(path, spoilt);
      const look = new Database(path);
      try {
        look.prepare('SELECT * FROM sections ORDER BY proposal_id, section').all();
      } catch {
        return;
      } finally {
        look.close();
      }
    }
    throw new Error('no bit of the index matters');
  };

  it('is found again where only the index that leads to it is broken', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    breakIndex(folder);
    const store = openTestStore(folder);
    expect(value(store.openProposal(id)).values).toEqual({ muc1: 'đúng', muc2: 'hai' });
    expect(store.scrub(1000)).toMatchObject({ done: true, damaged: [] });
  });

  it('is named with its table where nothing tells what the broken index led to', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    breakIndex(folder);
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    const store = openTestStore(folder);
    const report = store.scrub(1000);
    expect(report.done).toBe(true);
    expect(report.damaged.map(({ table }) => table)).toContain('sections');
    expect(store.openProposal(id)).toMatchObject({ ok: false, error: { code: 'row-damaged' } });
    expect(store.state().state).toBe('ready');
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
