/** A store of a newer program: looked at and exported, and not a byte of its folder is another. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it, vi } from 'vitest';
import { openReadOnly, openStore, type Store } from '../../../electron/store';
import { SCHEMA_VERSION } from '../../../electron/store/migrations';
import {
  newFolder,
  newProposal,
  openTestStore,
  paragraph,
  style,
  testOptions,
  value,
} from './open-test-store';

afterEach(() => vi.unstubAllEnvs());

const PDF = Buffer.from(`%PDF-1.7\n${'nội dung '.repeat(400)}\n%%EOF\n`);

/** Content of every file under a folder, by name. */
const bytesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** What a newer program leaves: words, versions, a backup, an attachment; with a log, if `inLog`. */
const makeNewer = async (folder: string, inLog: boolean) => {
  const store = openTestStore(folder);
  const { id } = value(store.createProposal(newProposal('Của bản mới', { muc1: 'chữ' })));
  const pdf = join(newFolder(), 'phu-luc.pdf');
  mkdirSync(join(pdf, '..'), { recursive: true });
  writeFileSync(pdf, PDF);
  const attachment = value(await store.addAttachment(id, pdf));
  value(store.markMilestone(id, 'bản thảo'));
  value(store.saveSection(id, 'muc2', paragraph('một đoạn')));
  value(await store.backupNow());
  store.close();
  const db = new Database(join(folder, 'ban-de-xuat.db'));
  db.pragma('journal_mode = WAL');
  db.exec("ALTER TABLE proposals ADD COLUMN mood TEXT; UPDATE proposals SET mood = 'vui'");
  db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT');
  db.pragma(`user_version = ${SCHEMA_VERSION + 10}`);
  let asAfterPowerCut = new Map<string, string>();
  if (inLog) {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.exec("UPDATE proposals SET title = 'Trong nhật ký'");
    // The newest words stand in the log only.
    asAfterPowerCut = bytesIn(folder);
  }
  db.close();
  for (const [name, bytes] of asAfterPowerCut) {
    writeFileSync(join(folder, name), Buffer.from(bytes, 'base64'));
  }
  return { id, attachment };
};

const look = (folder: string): Store => {
  const opened = openReadOnly(testOptions(folder));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
};

it.each([false, true])('S55 reads all there is, log included (%s)', async (inLog) => {
  const folder = newFolder();
  const { id, attachment } = await makeNewer(folder, inLog);
  const before = bytesIn(folder);
  const store = look(folder);
  expect(store.state()).toMatchObject({ state: 'newer-file', readOnly: true });
  const [listed] = value(store.listProposals({ trashed: false }));
  expect(listed?.title).toBe(inLog ? 'Trong nhật ký' : 'Của bản mới');
  expect(value(store.openProposal(id)).values).toEqual({
    muc1: 'chữ',
    muc2: paragraph('một đoạn'),
  });
  expect(value(store.listRevisions(id)).map(({ name }) => name)).toContain('bản thảo');
  expect(value(store.search({ query: 'ban moi' })).length + Number(inLog)).toBeGreaterThan(0);
  const copy = join(newFolder(), 'phu-luc.pdf');
  mkdirSync(join(copy, '..'), { recursive: true });
  value(await store.copyAttachment(attachment.id, copy));
  expect(readFileSync(copy).equals(PDF)).toBe(true);
  // A transfer file written from it comes in elsewhere.
  const packed = join(newFolder(), 'ho-so.bdx');
  mkdirSync(join(packed, '..'), { recursive: true });
  value(await store.writePackage([id], packed));
  const other = openTestStore();
  value(await other.importPackage(packed));
  expect(value(other.openProposal(id)).values).toEqual(value(store.openProposal(id)).values);
  store.close();
  expect(bytesIn(folder)).toEqual(before);
});

it('S55 refuses every change and writes nothing', async () => {
  const folder = newFolder();
  const { id, attachment } = await makeNewer(folder, false);
  const before = bytesIn(folder);
  const store = look(folder);
  const refused = await Promise.all([
    store.createProposal(newProposal()),
    store.renameProposal(id, 'x'),
    store.duplicateProposal(id, 'x'),
    store.trashProposal(id),
    store.saveSection(id, 'muc1', 'x'),
    store.saveStyle(id, style),
    store.setOrganisation(id, null),
    store.markMilestone(id, 'x'),
    store.freezeRevision(id, 'x'),
    store.restoreRevision(id, 1),
    store.savePart(id, 'compliance', {}),
    store.saveSetting('x', 1),
    store.addAttachment(id, '/x.pdf'),
    store.removeAttachment(attachment.id),
    store.backupNow(),
    store.restoreBackup('x'),
    store.setSecondPlace(null),
    store.importPackage('/x.bdx'),
  ]);
  for (const answer of refused) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'store-read-only' } });
  }
  // What is neither numbered nor journaled is let go without a word.
  value(store.saveView(id, null, 3));
  expect(value(store.listProposals({ trashed: false }))[0]?.pages).toBeNull();
  await store.finish();
  store.close();
  expect(bytesIn(folder)).toEqual(before);
});

it('S55 knows what was exported while looking, and forgets it afterwards', async () => {
  const folder = newFolder();
  const { id } = await makeNewer(folder, false);
  const store = look(folder);
  const entry = {
    proposalId: id,
    format: 'pdf',
    fileName: 'a.pdf',
    folder: '/tmp',
    pages: 2,
    bytes: 10,
    sha256: 'a'.repeat(64),
  } as const;
  const record = value(store.registerExport(entry));
  expect(value(store.readExport(record.id))).toEqual(record);
  expect(value(store.listExports(id))).toEqual([record]);
  store.close();
  const again = look(folder);
  expect(value(again.listExports(id))).toEqual([]);
  again.close();
});

it('S55 answers instead of throwing where a newer program has other tables', async () => {
  const folder = newFolder();
  const { id } = await makeNewer(folder, false);
  const db = new Database(join(folder, 'ban-de-xuat.db'));
  db.exec('ALTER TABLE revisions RENAME TO versions');
  db.close();
  const store = look(folder);
  expect(value(store.openProposal(id)).title).toBe('Của bản mới');
  expect(store.listRevisions(id)).toMatchObject({ ok: false, error: { code: 'row-damaged' } });
  store.close();
  const gone = new Database(join(folder, 'ban-de-xuat.db'));
  gone.exec('DROP TABLE views; ALTER TABLE proposals RENAME TO drafts');
  gone.close();
  expect(openReadOnly(testOptions(folder))).toMatchObject({
    ok: false,
    error: { state: 'newer-file' },
  });
});

it('S55 leaves nothing of the copy behind', async () => {
  const folder = newFolder();
  await makeNewer(folder, false);
  const temporary = newFolder();
  mkdirSync(temporary, { recursive: true });
  vi.stubEnv('TMPDIR', temporary);
  const store = look(folder);
  expect(readdirSync(temporary)).toHaveLength(1);
  store.close();
  expect(readdirSync(temporary)).toEqual([]);
  expect(openStore(testOptions(folder)).ok).toBe(false);
  expect(existsSync(join(folder, 'ban-de-xuat.db-shm'))).toBe(false);
});
