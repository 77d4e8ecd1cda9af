import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openReadOnly, openStore } from '../../../electron/store';
import { migrate, migrations, SCHEMA_VERSION } from '../../../electron/store/migrations';
import { makeOldStore, oldDatabase } from './old-store';
import { newFolder, newProposal, openTestStore, testOptions, value } from './open-test-store';

const DB = 'ban-de-xuat.db';
const versions = migrations.map(({ version }) => version);

describe('S50 migrations', () => {
  it('count up, and each has the version before it as a kept file', () => {
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    for (const version of versions.slice(0, -1)) {
      expect(existsSync(oldDatabase(version)), `version ${version}`).toBe(true);
    }
  });

  it.each(versions.slice(0, -1))(
    'S51 bring the kept file of version %i up with all its words, after a proven copy',
    (version) => {
      const folder = newFolder();
      copyFileSync(oldDatabase(version), join(folder, DB));
      const store = openTestStore(folder);
      const kept = value(store.openProposal('p0'));
      expect(kept.values['muc3']).toContain('lần 38');
      expect(value(store.listRevisions('p0')).length).toBeGreaterThan(0);
      expect(value(store.listProposals({ trashed: true }))).toHaveLength(1);
      const backups = store.listBackups();
      expect(backups.map(({ reason }) => reason)).toEqual(['migration']);
      value(store.saveSection('p0', 'muc9', 'sau nâng cấp'));
      store.close();
      const copy = new Database(join(folder, 'sao-luu', backups[0]?.name ?? ''), {
        readonly: true,
      });
      expect(copy.pragma('user_version', { simple: true })).toBe(version);
      copy.close();
    },
  );

  it.each(versions.slice(0, -1))('replay a journal written under version %i', (version) => {
    const folder = newFolder();
    makeOldStore(folder, version, 30);
    const store = openTestStore(folder);
    const before = value(store.openProposal('p0')).values;
    store.close();
    for (const name of readdirSync(folder)) {
      if (name.startsWith(DB)) rmSync(join(folder, name));
    }
    rmSync(join(folder, 'sao-luu'), { recursive: true });
    const again = openTestStore(folder);
    expect(again.healed?.things[0]?.kind).toBe('file-rebuilt');
    expect(value(again.openProposal('p0')).values).toEqual(before);
  });

  it('S52 give the same tables step by step as at once', () => {
    const schemaOf = (db: Database.Database): unknown =>
      db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const atOnce = new Database(':memory:');
    migrate(atOnce);
    const stepwise = new Database(':memory:');
    for (const version of versions) migrate(stepwise, version);
    expect(schemaOf(stepwise)).toEqual(schemaOf(atOnce));
    expect(stepwise.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  });

  it('S53 leave nothing when a step fails', () => {
    const db = new Database(':memory:');
    migrate(db, 10);
    db.exec('CREATE TABLE records (x)');
    expect(() => migrate(db)).toThrow();
    expect(db.pragma('user_version', { simple: true })).toBe(10);
    expect(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'packs'").pluck().get(),
    ).toBe(0);
  });

  it('S54 a file of a newer program is refused and stays as it is', () => {
    const folder = newFolder();
    openTestStore(folder).close();
    const db = new Database(join(folder, DB));
    db.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    db.pragma('journal_mode = DELETE');
    db.close();
    const before = readFileSync(join(folder, DB));
    expect(openStore(testOptions(folder))).toMatchObject({
      ok: false,
      error: { state: { state: 'newer-file' }, recovery: null },
    });
    expect(readFileSync(join(folder, DB)).equals(before)).toBe(true);
  });

  it('S55 a file of a newer program can be read and exported, and stays as it is', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal('Của bản mới', { muc1: 'chữ' })));
    store.close();
    const db = new Database(join(folder, DB));
    db.exec("ALTER TABLE proposals ADD COLUMN mood TEXT; UPDATE proposals SET mood = 'vui'");
    db.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
    db.close();
    const before = readFileSync(join(folder, DB));
    const opened = openReadOnly(testOptions(folder));
    if (!opened.ok) throw new Error(opened.error.message);
    expect(value(opened.value.listProposals({ trashed: false }))).toMatchObject([
      { title: 'Của bản mới' },
    ]);
    expect(value(opened.value.openProposal(id)).values).toEqual({ muc1: 'chữ' });
    opened.value.close();
    expect(readFileSync(join(folder, DB)).equals(before)).toBe(true);
  });
});
