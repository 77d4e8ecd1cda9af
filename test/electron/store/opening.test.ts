import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore, recoverStore } from '../../../electron/store';
import { connect } from '../../../electron/store/connect';
import { folderKind, parseMounts } from '../../../electron/store/folder-kind';
import { isSafeToLoad } from '../../../electron/store/sqlite';
import { newFolder, newProposal, openTestStore, testOptions, value } from './open-test-store';

const DB = 'ban-de-xuat.db';

/** A second program that holds the file until its input ends. */
const HOLDER = `
  const db = new (require('better-sqlite3'))(process.argv[1]);
  db.pragma('locking_mode = EXCLUSIVE');
  db.exec('BEGIN EXCLUSIVE');
  process.stdout.write('held');
  process.stdin.resume().on('end', () => process.exit(0));
`;

describe('opening', () => {
  it('S1 sets FULL and the rest on every connection and reads it back', () => {
    const folder = newFolder();
    openTestStore(folder).close();
    for (let turn = 0; turn < 2; turn += 1) {
      const db = connect(Database, join(folder, DB));
      const setting = (name: string): unknown => db.pragma(name, { simple: true });
      expect(setting('synchronous')).toBe(2);
      expect(setting('journal_mode')).toBe('wal');
      expect(setting('locking_mode')).toBe('exclusive');
      expect(setting('foreign_keys')).toBe(1);
      expect(setting('trusted_schema')).toBe(0);
      expect(setting('cell_size_check')).toBe(1);
      expect(setting('mmap_size')).toBe(0);
      expect(setting('secure_delete')).toBe(2);
      db.close();
    }
  });

  it('S2 a foreign database is left alone, byte for byte', () => {
    const folder = newFolder();
    const foreign = new Database(join(folder, DB));
    foreign.exec('CREATE TABLE recipes (name TEXT)');
    foreign.close();
    const before = readFileSync(join(folder, DB));
    expect(openStore(testOptions(folder))).toMatchObject({
      error: { state: { state: 'foreign-file' }, recovery: null },
    });
    expect(readFileSync(join(folder, DB)).equals(before)).toBe(true);
  });

  it.each([
    ['empty-file', Buffer.alloc(0)],
    ['foreign-file', Buffer.from('ghi chú của ai đó')],
  ] as const)('S3 %s where no store was before: no recovery, untouched', (state, bytes) => {
    const folder = newFolder();
    writeFileSync(join(folder, DB), bytes);
    expect(openStore(testOptions(folder))).toMatchObject({
      error: { state: { state }, recovery: null },
    });
    expect(readFileSync(join(folder, DB)).equals(bytes)).toBe(true);
  });

  it.each([
    ['a text', Buffer.from('ghi chú của ai đó, dài hơn một trăm byte.\n'.repeat(5))],
    ['a text in UTF-16', Buffer.from(`\ufeff${'ghi chú '.repeat(40)}`, 'utf16le')],
    ['a page', Buffer.from('<!doctype html><title>404</title>')],
    ['a PDF', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300, 0xe2)])],
  ])(
    'S9 %s in the place of the store is foreign: untouched, told as such, recovery offered',
    (_name, bytes) => {
      const folder = newFolder();
      const store = openTestStore(folder);
      const { id } = value(store.createProposal(newProposal('Của tôi')));
      store.close();
      rmSync(`${join(folder, DB)}-wal`, { force: true });
      writeFileSync(join(folder, DB), bytes);
      const opened = openStore(testOptions(folder));
      expect(opened).toMatchObject({ error: { state: { state: 'foreign-file' } } });
      if (opened.ok) throw new Error('was opened');
      expect(opened.error.state.message).toContain('một tệp khác');
      expect(opened.error.recovery?.missing).toEqual([]);
      expect(readFileSync(join(folder, DB)).equals(bytes)).toBe(true);
      const recovered = recoverStore(testOptions(folder));
      if (!recovered.ok) throw new Error(recovered.error.state.message);
      expect(value(recovered.value.openProposal(id)).title).toBe('Của tôi');
      recovered.value.close();
      expect(readFileSync(join(folder, 'de-rieng', 'lan-001', DB)).equals(bytes)).toBe(true);
    },
  );

  it('S9 garbage and zeros in its place are a damaged store', () => {
    for (const bytes of [Buffer.alloc(5000), randomBytes(5000), Buffer.alloc(40, 0xff)]) {
      const folder = newFolder();
      const store = openTestStore(folder);
      value(store.createProposal(newProposal('Của tôi')));
      store.close();
      writeFileSync(join(folder, DB), bytes);
      expect(openStore(testOptions(folder))).toMatchObject({
        error: { state: { state: 'damaged-file' }, recovery: { missing: [] } },
      });
    }
  });

  it('S4 a file held by another program is `locked`, and opens once it is let go', async () => {
    const folder = newFolder();
    openTestStore(folder).close();
    const holder = spawn(process.execPath, ['-e', HOLDER, join(folder, DB)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    expect(openStore(testOptions(folder))).toMatchObject({ error: { state: { state: 'locked' } } });
    holder.stdin.end();
    await once(holder, 'close');
    expect(openTestStore(folder).state().state).toBe('ready');
  });

  it('S5 a runtime that would crash is named before the module is loaded', () => {
    expect(isSafeToLoad('9', false)).toBe(false);
    expect(isSafeToLoad(undefined, false)).toBe(false);
    expect(isSafeToLoad('9', true)).toBe(true);
    expect(isSafeToLoad('10', false)).toBe(true);
  });

  it('S6 a folder on a network or in a cloud is told', () => {
    const mounts = parseMounts(
      'proc /proc proc rw 0 0\n//nas/qa /mnt/nas\\040chung cifs rw 0 0\n/dev/sda1 / ext4 rw 0 0\n',
    );
    expect(folderKind('/home/an/.config/ban-de-xuat', mounts)).toBe('local');
    expect(folderKind('/mnt/nas chung/du lieu', mounts)).toBe('network');
    expect(folderKind('\\\\may-chu\\chung\\bdx', [])).toBe('network');
    expect(folderKind('\\\\?\\C:\\Users\\An', [])).toBe('local');
    expect(folderKind('C:\\Users\\An\\OneDrive - Cong ty\\bdx', [])).toBe('cloud');
    expect(folderKind('/Users/an/Library/CloudStorage/Dropbox/bdx', [])).toBe('cloud');
    expect(folderKind('C:\\Users\\An\\Mailbox\\bdx', [])).toBe('local');
  });

  it('S7 another store’s file in this folder is opened, its words are not mixed', async () => {
    const [mine, other] = [newFolder(), newFolder()];
    const first = openTestStore(mine);
    value(first.createProposal(newProposal('Của tôi')));
    first.close();
    const second = openTestStore(other, { newId: () => `khac-${Math.random()}` });
    value(second.createProposal(newProposal('Của người khác')));
    second.close();
    copyFileSync(join(other, DB), join(mine, DB));
    const opened = openTestStore(mine);
    expect(value(opened.listProposals({ trashed: false })).map(({ title }) => title)).toEqual([
      'Của người khác',
    ]);
    expect(opened.healed?.things[0]?.kind).toBe('other-store');
    // Neither journal nor backup holds what came with the file: a backup is made at once.
    await opened.tick();
    value(opened.createProposal(newProposal('Thêm')));
    opened.close();
    rmSync(join(mine, DB));
    const rebuilt = openTestStore(mine);
    expect(rebuilt.healed?.missing).toEqual([]);
  });
});
