/** A folder that may only be read: looked at and exported with every word that was acknowledged. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, it, type TestContext, vi } from 'vitest';
import { keepStore } from '../../../electron/ipc';
import {
  openReadOnly,
  openStore,
  recoverStore,
  type Store,
  sweepCopyFolders,
} from '../../../electron/store';
import { storeState } from '../../../electron/store/store-states';
import type { StoreState } from '../../../shared/ipc';
import { CANNOT_FORBID, forbidWriting } from '../../helpers/forbid-writing';
import { makeOldStore, oldDatabase } from './old-store';
import {
  newFolder,
  newProposal,
  openTestStore,
  paragraph,
  testOptions,
  value,
} from './open-test-store';

const DB = 'ban-de-xuat.db';
const PDF = Buffer.from(`%PDF-1.7\n${'phụ lục '.repeat(400)}\n%%EOF\n`);

const undone: (() => void)[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const undo of undone.splice(0).reverse()) undo();
});

/** The function that allows writing again; called after the test in any case. */
const forbid = (path: string, skip: TestContext['skip']): (() => void) => {
  const allow = forbidWriting(path);
  if (allow === null) return skip(CANNOT_FORBID);
  let isAllowed = false;
  const once = (): void => {
    if (isAllowed) return;
    isAllowed = true;
    allow();
  };
  undone.push(once);
  return once;
};

/** Content, rights and time of every file under a folder, by name. */
const factsOf = (folder: string): Map<string, string> =>
  new Map(
    ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()].map((name) => {
      const path = join(folder, name);
      const { mtimeMs, mode } = statSync(path);
      const content = statSync(path).isFile() ? readFileSync(path).toString('base64') : '';
      return [name, `${mode} ${mtimeMs} ${content}`];
    }),
  );

const look = (folder: string): Store => {
  const opened = openReadOnly(testOptions(folder));
  if (!opened.ok) throw new Error(opened.error.message);
  undone.push(() => opened.value.close());
  return opened.value;
};

/** A store with words, a version, a backup and an attachment, ended as a kill would. */
const killedStore = async (folder: string) => {
  const store = openTestStore(folder);
  const { id } = value(store.createProposal(newProposal('Giảm phế phẩm', { muc1: 'đầu' })));
  mkdirSync(join(folder, '..', `${basename(folder)}-x`));
  const pdf = join(folder, '..', `${basename(folder)}-x`, 'phu-luc.pdf');
  writeFileSync(pdf, PDF);
  undone.push(() => rmSync(join(pdf, '..'), { recursive: true, force: true }));
  const attachment = value(await store.addAttachment(id, pdf));
  value(store.markMilestone(id, 'bản thảo'));
  value(await store.backupNow());
  for (let turn = 1; turn <= 20; turn += 1) value(store.saveSection(id, 'muc1', `lần ${turn}`));
  value(store.saveSection(id, 'muc2', paragraph('đoạn cuối cùng')));
  const set = [DB, `${DB}-wal`, 'ban-de-xuat.moc'].map((name) => join(folder, name));
  for (const path of set) copyFileSync(path, `${path}.kept`);
  store.close();
  for (const path of set) {
    copyFileSync(`${path}.kept`, path);
    rmSync(`${path}.kept`);
  }
  return { id, attachment, exportTo: join(pdf, '..') };
};

const LOSSES: readonly [what: string, lose: (folder: string) => void][] = [
  ['words in the log only', () => undefined],
  ['a log that is gone: words in the journal only', (at) => rmSync(join(at, `${DB}-wal`))],
  [
    'a log without its mark',
    (at) => {
      rmSync(join(at, `${DB}-wal`));
      rmSync(join(at, 'ban-de-xuat.moc'));
    },
  ],
  [
    'a file that is gone: words in backup and journal only',
    (at) => {
      rmSync(join(at, DB));
      rmSync(join(at, `${DB}-wal`));
    },
  ],
];

it.for(LOSSES)('S55 shows and exports all acknowledged words: %s', async ([, lose], { skip }) => {
  const folder = newFolder();
  const { id, attachment, exportTo } = await killedStore(folder);
  lose(folder);
  forbid(folder, skip);
  const before = factsOf(folder);
  expect(openStore(testOptions(folder))).toMatchObject({
    error: { state: { state: 'not-writable', file: join(folder, DB) }, recovery: null },
  });
  const store = look(folder);
  expect(store.state()).toMatchObject({ state: 'not-writable', readOnly: true });
  expect(store.healed).toBeNull();
  expect(value(store.openProposal(id)).values).toEqual({
    muc1: 'lần 20',
    muc2: paragraph('đoạn cuối cùng'),
  });
  expect(value(store.listRevisions(id)).map(({ name }) => name)).toContain('bản thảo');
  expect(value(store.search({ query: 'giam phe pham' }))).not.toEqual([]);
  expect(store.saveSection(id, 'muc1', 'x')).toMatchObject({
    error: { code: 'store-read-only', hint: store.state().hint },
  });
  const copy = join(exportTo, 'lay-ra.pdf');
  value(await store.copyAttachment(attachment.id, copy));
  expect(readFileSync(copy).equals(PDF)).toBe(true);
  const packed = join(exportTo, 'ho-so.bdx');
  value(await store.writePackage([id], packed));
  const other = openTestStore();
  value(await other.importPackage(packed));
  expect(value(other.openProposal(id)).values['muc1']).toBe('lần 20');
  store.close();
  expect(factsOf(folder)).toEqual(before);
});

it('S55 says by name what neither log nor journal hold any more', async ({ skip }) => {
  const folder = newFolder();
  const { id } = await killedStore(folder);
  rmSync(join(folder, `${DB}-wal`));
  rmSync(join(folder, 'nhat-ky'), { recursive: true });
  forbid(folder, skip);
  const before = factsOf(folder);
  const store = look(folder);
  expect(value(store.openProposal(id)).title).toBe('Giảm phế phẩm');
  expect(store.healed?.missing).toHaveLength(1);
  expect(store.healed?.things).toEqual([]);
  expect(factsOf(folder)).toEqual(before);
});

it('S55 reads a store of an older program, which is brought up in the copy only', ({ skip }) => {
  const kept = newFolder();
  copyFileSync(oldDatabase(10), join(kept, DB));
  const journaled = newFolder();
  makeOldStore(journaled, 10, 30);
  for (const folder of [kept, journaled]) {
    const allow = forbid(folder, skip);
    const before = factsOf(folder);
    const store = look(folder);
    expect(value(store.openProposal('p0')).values['muc1']).toContain('lần');
    expect(value(store.listAttachments('p0'))).toEqual([]);
    store.close();
    expect(factsOf(folder)).toEqual(before);
    allow();
    openTestStore(folder).close();
  }
});

it('S55 one file that may only be read is enough, and nothing is made beside it', ({ skip }) => {
  for (const name of [DB, 'ban-de-xuat.moc']) {
    const folder = newFolder();
    const first = openTestStore(folder);
    const { id } = value(first.createProposal(newProposal('Một tệp', { muc1: 'chữ' })));
    first.close();
    forbid(join(folder, name), skip);
    const before = factsOf(folder);
    expect(openStore(testOptions(folder))).toMatchObject({
      error: { state: { state: 'not-writable' } },
    });
    expect(value(look(folder).openProposal(id)).values).toEqual({ muc1: 'chữ' });
    expect(factsOf(folder)).toEqual(before);
  }
});

it('S55 makes copies that may be written of files that may not', () => {
  const folder = newFolder();
  const first = openTestStore(folder);
  value(first.createProposal(newProposal()));
  first.close();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names) {
    if (statSync(join(folder, name)).isFile()) chmodSync(join(folder, name), 0o444);
  }
  const temporary = newFolder();
  vi.stubEnv('TMPDIR', temporary);
  const store = look(folder);
  const copies = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(temporary, name)).isFile(),
  );
  expect(copies.length).toBeGreaterThan(2);
  for (const name of copies) expect(statSync(join(temporary, name)).mode & 0o200, name).toBe(0o200);
  store.close();
  expect(readdirSync(temporary)).toEqual([]);
});

it('S55 removes the copies that a killed program left, and no others', () => {
  const temporary = newFolder();
  vi.stubEnv('TMPDIR', temporary);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const names = [`ban-de-xuat-${pid}-abcdef`, `ban-de-xuat-${process.pid}-abcdef`, 'của-ai-khác'];
  for (const name of names) {
    mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, name, DB), 'chữ');
  }
  sweepCopyFolders();
  expect(readdirSync(temporary).sort()).toEqual(names.slice(1).sort());
});

it('S55 shows no empty store where there is nothing to look at', ({ skip }) => {
  const folder = newFolder();
  forbid(folder, skip);
  expect(openStore(testOptions(folder))).toMatchObject({
    error: { state: { state: 'not-writable' }, recovery: null },
  });
  expect(openReadOnly(testOptions(folder)).ok).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

it('S55, S3 what else is wrong with the file is said first, and never looked at as a store', ({
  skip,
}) => {
  const folder = newFolder();
  openTestStore(folder).close();
  writeFileSync(join(folder, DB), '');
  forbid(folder, skip);
  expect(openStore(testOptions(folder))).toMatchObject({
    error: { state: { state: 'empty-file' } },
  });
  expect(openReadOnly(testOptions(folder)).ok).toBe(false);
  expect(recoverStore(testOptions(folder))).toMatchObject({
    error: { state: { state: 'not-writable' } },
  });
});

it('S55 is looked at without a question, and opened for writing when asked again', async ({
  skip,
}) => {
  const folder = newFolder();
  const { id } = await killedStore(folder);
  const allow = forbid(folder, skip);
  const options = testOptions(folder);
  const keeper = keepStore({
    open: () => openStore(options),
    recover: () => recoverStore(options),
    look: (why) => openReadOnly(options, why),
  });
  undone.push(keeper.close);
  expect(keeper.state()).toMatchObject({ state: 'not-writable', readOnly: true });
  expect(keeper.retry()).toMatchObject({ state: 'not-writable', readOnly: true });
  const looking = value(keeper.store());
  expect(value(looking.openProposal(id)).values['muc1']).toBe('lần 20');
  allow();
  expect(keeper.retry()).toMatchObject({ state: 'ready' });
  const live = value(keeper.store());
  expect(value(live.openProposal(id)).values['muc1']).toBe('lần 20');
  value(live.saveSection(id, 'muc1', 'viết tiếp'));
  keeper.close();
  expect(existsSync(join(folder, `${DB}-wal`))).toBe(false);
  const again = openTestStore(folder);
  expect(value(again.openProposal(id)).values['muc1']).toBe('viết tiếp');
});

it('S55 a disk that reports errors is looked at as well, for its own reason; a held file is not', () => {
  const folder = newFolder();
  const first = openTestStore(folder);
  value(first.createProposal(newProposal('Ổ đĩa chập chờn')));
  first.close();
  const options = testOptions(folder);
  const keep = (state: StoreState) =>
    keepStore({
      open: () => ({ ok: false, error: { state, recovery: null } }),
      recover: () => recoverStore(options),
      look: (why) => openReadOnly(options, why),
    });
  const file = join(folder, DB);
  const looking = keep(storeState('io', file, 'Ổ đĩa báo lỗi.'));
  undone.push(looking.close);
  expect(looking.state()).toMatchObject({ state: 'io', readOnly: true, message: 'Ổ đĩa báo lỗi.' });
  expect(value(value(looking.store()).listProposals({ trashed: false }))).toHaveLength(1);
  const held = keep(storeState('locked', file));
  undone.push(held.close);
  expect(held.state().readOnly).toBeUndefined();
  expect(held.store()).toMatchObject({ error: { code: 'store-closed' } });
});
