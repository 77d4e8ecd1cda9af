import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is found again by an index made anew where nothing else tells what the broken one led to', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    breakIndex(folder);
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    const store = openTestStore(folder);
    expect(store.scrub(1000)).toMatchObject({ done: true, damaged: [] });
    expect(value(store.openProposal(id)).values).toEqual({ muc1: 'đúng', muc2: 'hai' });
    expect(store.state().state).toBe('ready');
  });

  /** Every place of the file where the id stands: rows of several tables, and their indexes. */
  const placesOf = (whole: Buffer, id: string): number[] => {
    const places: number[] = [];
    for (let at = whole.indexOf(id); at >= 0; at = whole.indexOf(id, at + 1)) places.push(at);
    return places;
  };

  it.each([
    ['no text any more', 0, 0x80],
    ['another text', 11, 0x01],
  ])('is mended wherever its key became %s, in the table or an index of it', (_what, byte, bit) => {
    const folder = newFolder();
    const id = 'proposal-abc';
    const first = openTestStore(folder, { newId: () => id });
    value(first.createProposal(newProposal('Đề tài', { muc1: 'đúng' })));
    value(first.markMilestone(id, 'mốc'));
    first.close();
    const path = join(folder, DB);
    const kept = join(folder, 'nhat-ky');
    const journal = readdirSync(kept).map(
      (name) => [join(kept, name), readFileSync(join(kept, name))] as const,
    );
    const whole = readFileSync(path);
    const places = placesOf(whole, id);
    expect(places.length).toBeGreaterThanOrEqual(6);
    for (const at of places) {
      const spoilt = Buffer.from(whole);
      spoilt[at + byte] = (spoilt[at + byte] ?? 0) ^ bit;
      writeFileSync(path, spoilt);
      for (const [name, bytes] of journal) writeFileSync(name, bytes);
      const store = openTestStore(folder);
      // Also for whoever comes before the scrub.
      expect(value(store.openProposal(id)).values, `at ${at}`).toEqual({ muc1: 'đúng' });
      expect(store.scrub(1000), `at ${at}`).toMatchObject({ done: true, damaged: [] });
      const listed = value(store.listProposals({ trashed: false }));
      expect(listed.map((each) => [each.id, each.title])).toEqual([[id, 'Đề tài']]);
      expect(value(store.openProposal(id)).values).toEqual({ muc1: 'đúng' });
      expect(value(store.listRevisions(id)).map(({ name }) => name)).toEqual(['mốc']);
      store.close();
      const db = new Database(path, { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    }
  });

  it('is named where its key became that of another row', () => {
    const folder = newFolder();
    // The first names the store.
    const ids = ['store', 'proposal-b', 'proposal-c'];
    let given = 0;
    const first = openTestStore(folder, { newId: () => ids[given++] ?? 'more' });
    for (const title of ['Một', 'Hai'])
      value(first.createProposal(newProposal(title, { muc1: title })));
    first.close();
    const path = join(folder, DB);
    const whole = readFileSync(path);
    const place = placesOf(whole, 'proposal-bMột')[0] ?? -1;
    expect(place).toBeGreaterThan(0);
    // 'b' and 'c' are one bit apart.
    whole[place + 9] = (whole[place + 9] ?? 0) ^ 0x01;
    writeFileSync(path, whole);
    const store = openTestStore(folder);
    const { done, damaged, mended } = store.scrub(1000);
    expect(done).toBe(true);
    expect([...damaged, ...mended].map(({ table }) => table)).toContain('proposals');
    for (const id of ids.slice(1)) {
      const read = store.openProposal(id);
      if (read.ok) expect(read.value.values['muc1']).toBe(read.value.title);
    }
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

  it('is noticed and put back when it is gone altogether, as after a write that never came', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    spoil(folder, "DELETE FROM sections WHERE section = 'muc2'");
    const store = openTestStore(folder);
    expect(value(store.openProposal(id)).values).toEqual({ muc1: 'đúng', muc2: 'hai' });
  });

  it('is named when it is gone, and the rest is not shown as the whole, where nothing can bring it back', () => {
    const folder = newFolder();
    const id = writtenStore(folder);
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    spoil(folder, "DELETE FROM sections WHERE section = 'muc2'");
    const store = openTestStore(folder);
    expect(store.openProposal(id)).toMatchObject({
      ok: false,
      error: { code: 'row-damaged', where: '“Đề tài”, phần muc2' },
    });
  });

  it('is named in the list, and the others are there as ever, when nothing can mend it', () => {
    const folder = newFolder();
    const first = openTestStore(folder);
    const ids = ['Một', 'Hai', 'Ba'].map(
      (title) => value(first.createProposal(newProposal(title, { muc1: title }))).id,
    );
    value(first.trashProposal(ids[2] ?? ''));
    first.close();
    rmSync(join(folder, 'nhat-ky'), { recursive: true });
    spoil(
      folder,
      `UPDATE proposals SET answered = '["x"]', modified_at = 'hỏng' WHERE title <> 'Hai'`,
    );
    const store = openTestStore(folder);
    const list = value(store.listProposals({ trashed: false }));
    expect(list.map(({ title, damaged = false }) => [title, damaged])).toEqual([
      ['Hai', false],
      ['Một', true],
    ]);
    expect(list[1]).toMatchObject({ id: ids[0], callId: '', pages: null, answered: [] });
    expect(value(store.listProposals({ trashed: true }))).toMatchObject([{ damaged: true }]);
    expect(value(store.openProposal(ids[1] ?? '')).values['muc1']).toBe('Hai');
    for (const id of [ids[0], ids[2]]) {
      expect(store.openProposal(id ?? '')).toMatchObject({
        ok: false,
        error: { code: 'row-damaged' },
      });
    }
    expect(value(store.createProposal(newProposal('Bốn'))).title).toBe('Bốn');
    expect(value(store.listProposals({ trashed: false }))).toHaveLength(3);
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
