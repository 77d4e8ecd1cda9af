import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/store';
import { openSession } from '../../../electron/store/open-session';
import type { Session } from '../../../electron/store/session';
import { storePaths } from '../../../electron/store/store-paths';
import {
  newFolder,
  newProposal,
  openTestStore,
  testClock,
  testIds,
  testOptions,
  value,
} from './open-test-store';

const DB = 'ban-de-xuat.db';

/** A session on a store with one proposal, whose database can be made to be full. */
const sessionOn = (
  folder: string,
): { session: Session; id: string; full: (is: boolean) => void } => {
  const store = openTestStore(folder);
  const { id } = value(store.createProposal(newProposal()));
  store.close();
  const opened = openSession({
    Database,
    paths: storePaths(folder),
    now: testClock(),
    newId: testIds(),
    appVersion: 'test',
    journalReserve: 64 * 1024,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const { session } = opened.value;
  const full = (is: boolean): void => {
    const pages = session.db.pragma('page_count', { simple: true }) as number;
    session.db.pragma(`max_page_count = ${is ? pages : 1_000_000}`);
  };
  return { session, id, full };
};

const section = (id: string, words: string) =>
  ({ kind: 'section', id, section: 'muc1', value: JSON.stringify(words) }) as const;
const large = (words: string): string => `${words} ${'x'.repeat(20_000)}`;
const AT = '2026-11-24T02:00:00.000Z';

const wordsIn = (folder: string, id: string): unknown => {
  const store = openTestStore(folder);
  const words = value(store.openProposal(id)).values['muc1'];
  store.close();
  return words;
};

describe('S11 a change that is refused', () => {
  it('is no acknowledgement; words go in with the next write', () => {
    const folder = newFolder();
    const { session, id, full } = sessionOn(folder);
    full(true);
    expect(session.commit(section(id, large('một')), AT, 'keep')).toMatchObject({
      ok: false,
      error: { code: 'store-full' },
    });
    expect(session.backlogSize).toBe(1);
    full(false);
    expect(session.flushBacklog().ok).toBe(true);
    expect(session.backlogSize).toBe(0);
    session.close();
    expect(wordsIn(folder, id)).toBe(large('một'));
  });

  it('brings words back after a kill, because the journal has them', () => {
    const folder = newFolder();
    const { session, id, full } = sessionOn(folder);
    full(true);
    expect(session.commit(section(id, large('chỉ trong nhật ký')), AT, 'keep').ok).toBe(false);
    session.close();
    expect(wordsIn(folder, id)).toBe(large('chỉ trong nhật ký'));
  });

  it('does not happen later by itself when the person would ask again', () => {
    const folder = newFolder();
    const { session, id, full } = sessionOn(folder);
    full(true);
    const made = session.commit({ ...section(id, large('bỏ')) }, AT, 'withdraw');
    expect(made.ok).toBe(false);
    full(false);
    expect(session.commit(section(id, 'sau'), AT, 'keep').ok).toBe(true);
    session.close();
    rmSync(join(folder, DB));
    const store = openTestStore(folder);
    expect(value(store.openProposal(id)).values['muc1']).toBe('sau');
    expect(store.healed?.missing).toEqual([]);
  });

  it('tells the window once, and once more when it is over', () => {
    const told: (string | null)[] = [];
    const store = openTestStore(newFolder(), {
      onTrouble: (state) => told.push(state === null ? null : state.state),
    });
    const { id } = value(store.createProposal(newProposal()));
    const tooLarge = store.saveSection(id, 'muc1', 'x'.repeat(8_000_001));
    expect(tooLarge).toMatchObject({ error: { code: 'too-large', where: 'muc1' } });
    expect(store.saveSection(id, 'muc1', { at: Number.NaN })).toMatchObject({
      error: { code: 'invalid-value' },
    });
    expect(store.saveSection('khong-co', 'muc1', '')).toMatchObject({
      error: { code: 'not-found' },
    });
    // What the person can put right is no trouble of the store.
    expect(told).toEqual([]);
    store.close();
    expect(store.saveSection(id, 'muc1', 'x')).toMatchObject({ error: { code: 'store-closed' } });
    expect(store.listProposals({ trashed: false })).toMatchObject({
      error: { code: 'store-closed' },
    });
  });
});

describe('what a change is', () => {
  it('S13 order goes by sequence, whatever the clock says', () => {
    const store = openTestStore(newFolder(), {
      now: (() => {
        const times = ['2030-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z'];
        let turn = 0;
        return () => times[turn++ % 2] ?? '';
      })(),
    });
    const titles = ['một', 'hai', 'ba'];
    for (const title of titles) value(store.createProposal(newProposal(title)));
    expect(value(store.listProposals({ trashed: false })).map(({ title }) => title)).toEqual(
      titles.toReversed(),
    );
  });

  it('S14 equal values are the same bytes, whatever the order of their keys', () => {
    const bytesOf = (words: unknown): Buffer => {
      const folder = newFolder();
      const store = openTestStore(folder);
      const { id } = value(store.createProposal(newProposal()));
      value(store.saveSection(id, 'muc1', words));
      store.close();
      return readFileSync(join(folder, DB));
    };
    expect(
      bytesOf({ b: 1, a: [{ d: null, c: 'x' }] }).equals(
        bytesOf({ a: [{ c: 'x', d: null }], b: 1 }),
      ),
    ).toBe(true);
  });

  it('S15 caret and scroll take no sequence', () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    value(store.saveView(id, { section: 'muc1', anchor: 3, scroll: 0.5 }, 4.2));
    expect(value(store.saveSection(id, 'muc1', 'x')).seq).toBe(2);
    expect(value(store.openProposal(id)).view).toEqual({ section: 'muc1', anchor: 3, scroll: 0.5 });
  });

  it('S8 a table whose words were altered is not taken for ours', () => {
    const folder = newFolder();
    openTestStore(folder).close();
    const bytes = readFileSync(join(folder, DB));
    const at = bytes.indexOf('trashed_at TEXT');
    expect(at).toBeGreaterThan(0);
    const db = new Database(join(folder, DB));
    db.unsafeMode(true);
    db.pragma('writable_schema = ON');
    db.prepare(
      "UPDATE sqlite_schema SET sql = replace(sql, 'trashed_at TEXT', 'trashed_at BLOB')",
    ).run();
    db.close();
    expect(openStore(testOptions(folder))).toMatchObject({
      error: { state: { state: 'damaged-file' } },
    });
  });
});
