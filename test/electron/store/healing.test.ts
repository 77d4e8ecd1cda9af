import {
  copyFileSync,
  existsSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore, recoverStore } from '../../../electron/store';
import { newFolder, newProposal, openTestStore, testOptions, value } from './open-test-store';

const DB = 'ban-de-xuat.db';
const WAL = 'ban-de-xuat.db-wal';
const MARK = 'ban-de-xuat.moc';
const JOURNAL = 'nhat-ky';

/** A store with saves, ended as a kill would: its log is not carried over into the file. */
const killedStore = (folder: string, saves: number): string => {
  const store = openTestStore(folder);
  const { id } = value(store.createProposal(newProposal('Đề tài')));
  for (let turn = 1; turn <= saves; turn += 1) value(store.saveSection(id, 'muc1', `lần ${turn}`));
  for (const name of [DB, WAL, MARK])
    copyFileSync(join(folder, name), join(folder, `${name}.kept`));
  store.close();
  for (const name of [DB, WAL, MARK])
    copyFileSync(join(folder, `${name}.kept`), join(folder, name));
  return id;
};

const words = (folder: string, id: string): unknown => {
  const store = openTestStore(folder);
  const read = value(store.openProposal(id)).values['muc1'];
  store.close();
  return read;
};

describe('healing at start', () => {
  it('S20: brings back what a lost log took, and says so', () => {
    const folder = newFolder();
    const id = killedStore(folder, 30);
    rmSync(join(folder, WAL));
    const store = openTestStore(folder);
    expect(store.healed?.things.map(({ kind }) => kind)).toEqual(['changes-replayed']);
    expect(store.healed?.missing).toEqual([]);
    expect(value(store.openProposal(id)).values['muc1']).toBe('lần 30');
  });

  it('S20: brings back what a cut log took', () => {
    const folder = newFolder();
    const id = killedStore(folder, 30);
    truncateSync(join(folder, WAL), 32 + 3 * (4096 + 24));
    expect(words(folder, id)).toBe('lần 30');
  });

  it('S21: builds the file again when it is gone, with or without the log', () => {
    const folder = newFolder();
    const id = killedStore(folder, 30);
    rmSync(join(folder, DB));
    expect(words(folder, id)).toBe('lần 30');
    rmSync(join(folder, DB));
    const store = openTestStore(folder);
    expect(store.healed?.things[0]?.kind).toBe('file-rebuilt');
    expect(value(store.openProposal(id)).values['muc1']).toBe('lần 30');
  });

  it('S22: goes on without journal or mark, and says so', () => {
    const folder = newFolder();
    const id = killedStore(folder, 5);
    rmSync(join(folder, JOURNAL), { recursive: true });
    rmSync(join(folder, MARK));
    const store = openTestStore(folder);
    expect(store.healed?.things.map(({ kind }) => kind)).toEqual([
      'journal-missing',
      'mark-missing',
    ]);
    expect(value(store.openProposal(id)).values['muc1']).toBe('lần 5');
  });

  it('S23: an old file put in the place of the new one is brought up again', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    value(store.saveSection(id, 'muc1', 'cũ'));
    store.close();
    copyFileSync(join(folder, DB), join(folder, 'old'));
    const next = openTestStore(folder);
    for (let turn = 1; turn <= 20; turn += 1) value(next.saveSection(id, 'muc1', `mới ${turn}`));
    next.close();
    copyFileSync(join(folder, 'old'), join(folder, DB));
    expect(words(folder, id)).toBe('mới 20');
  });

  it('S24: what is really gone is named', () => {
    const folder = newFolder();
    const id = killedStore(folder, 10);
    rmSync(join(folder, WAL));
    rmSync(join(folder, JOURNAL), { recursive: true });
    const opened = openStore(testOptions(folder));
    if (!opened.ok) throw new Error('did not open');
    expect(opened.value.healed?.missing).toEqual(['11 thay đổi gần đây không còn trong nhật ký']);
    expect(opened.value.openProposal(id)).toMatchObject({ error: { code: 'not-found' } });
    opened.value.close();
  });
});

describe('files that do not open', () => {
  it.each([
    ['empty-file', Buffer.alloc(0)],
    ['damaged-file', Buffer.alloc(5000, 0xee)],
    ['foreign-file', Buffer.from('<html>không phải cơ sở dữ liệu</html>'.repeat(50))],
  ] as const)(
    'S30: %s: says so, leaves the file alone, and recovers when asked',
    (state, bytes) => {
      const folder = newFolder();
      const id = killedStore(folder, 10);
      rmSync(join(folder, WAL));
      writeFileSync(join(folder, DB), bytes);
      const opened = openStore(testOptions(folder));
      expect(opened).toMatchObject({
        ok: false,
        error: { state: { state }, recovery: { changes: 11, missing: [] } },
      });
      const recovered = recoverStore(testOptions(folder));
      if (!recovered.ok) throw new Error(recovered.error.state.message);
      expect(value(recovered.value.openProposal(id)).values['muc1']).toBe('lần 10');
      recovered.value.close();
      const aside = join(folder, 'de-rieng', 'lan-001', DB);
      expect(existsSync(aside)).toBe(true);
    },
  );

  it('S31: a second program is told that the file is held', () => {
    const folder = newFolder();
    openTestStore(folder);
    expect(openStore(testOptions(folder))).toMatchObject({
      ok: false,
      error: { state: { state: 'locked' } },
    });
  });
});

describe('backups', () => {
  it('S40: are proven, and the file can be built from them and the journal', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    value(store.saveSection(id, 'muc1', 'trước'));
    expect(store.backupState()).toMatchObject({ newest: null, behind: 2 });
    const backup = value(await store.backupNow());
    expect(backup).toMatchObject({ seq: 2, place: 'own', reason: 'person' });
    expect(store.backupState().behind).toBe(0);
    value(store.saveSection(id, 'muc1', 'sau'));
    store.close();
    for (const name of readdirSync(folder)) if (name.startsWith(DB)) rmSync(join(folder, name));
    expect(words(folder, id)).toBe('sau');
  });

  it('S44: going back to one leaves nothing of the later changes, also after a restart', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    value(store.saveSection(id, 'muc1', 'cũ'));
    const backup = value(await store.backupNow());
    value(store.saveSection(id, 'muc1', 'mới'));
    value(await store.restoreBackup(backup.name));
    expect(value(store.openProposal(id)).values['muc1']).toBe('cũ');
    value(store.saveSection(id, 'muc2', 'tiếp'));
    store.close();
    const next = openTestStore(folder);
    expect(next.healed).toBeNull();
    expect(value(next.openProposal(id)).values).toEqual({ muc1: 'cũ', muc2: 'tiếp' });
  });

  it('S45: a second place gets its own copy', async () => {
    const folder = newFolder();
    const second = newFolder();
    const store = openTestStore(folder);
    value(store.createProposal(newProposal()));
    value(store.setSecondPlace(second));
    value(await store.backupNow());
    expect(
      store
        .listBackups()
        .map(({ place }) => place)
        .sort(),
    ).toEqual(['own', 'second']);
    rmSync(second, { recursive: true });
    value(store.createProposal(newProposal()));
    value(await store.backupNow());
    expect(store.backupState()).toMatchObject({ secondPlace: { reachable: false } });
    expect(store.backupState().trouble).not.toBe('');
  });
});
