import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../electron/store';
import { Contents } from '../../../electron/store/attachments/contents';
import { refusalOf } from '../../../electron/store/attachments/refused';
import { startChecker } from '../../../electron/store/backups/start-checker';
import { storePaths } from '../../../electron/store/store-paths';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const pdf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const copyOf = (folder: string, content: string): string =>
  join(folder, 'sao-luu', 'tai-lieu', `${content}.bin`);

const attach = async (store: Store, proposalId: string, bytes: Buffer) => {
  const path = join(newFolder(), 'Bản quét.pdf');
  writeFileSync(path, bytes);
  return value(await store.addAttachment(proposalId, path));
};

/** What the attachment gives back, or the code of the refusal. */
const readBack = async (store: Store, id: string): Promise<Buffer | string> => {
  const path = join(newFolder(), 'ra.pdf');
  const copied = await store.copyAttachment(id, path);
  return copied.ok ? readFileSync(path) : copied.error.code;
};

/** Turns one bit of the first piece of a content around, inside of the database of pieces. */
const spoilPiece = (folder: string): void => {
  const db = new Database(join(folder, 'tai-lieu.db'));
  const { data } = db.prepare('SELECT data FROM chunks LIMIT 1').get() as { data: Buffer };
  data[17] = (data[17] ?? 0) ^ 1;
  db.prepare('UPDATE chunks SET data = ? WHERE rowid = (SELECT min(rowid) FROM chunks)').run(data);
  db.close();
};

const DAMAGES = {
  'a flipped bit in the file': spoilPiece,
  'the file gone': (folder: string) => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('tai-lieu.db')) rmSync(join(folder, name));
    }
  },
  'no database any more': (folder: string) =>
    writeFileSync(join(folder, 'tai-lieu.db'), 'hỏng'.repeat(2000)),
  'the copy gone': (folder: string, content: string) => rmSync(copyOf(folder, content)),
  'the copy cut off': (folder: string, content: string) =>
    truncateSync(copyOf(folder, content), 100),
  'a flipped bit in the copy': (folder: string, content: string) => {
    const bytes = readFileSync(copyOf(folder, content));
    bytes[40] = (bytes[40] ?? 0) ^ 4;
    writeFileSync(copyOf(folder, content), bytes);
  },
} satisfies Readonly<Record<string, (folder: string, content: string) => void>>;

describe('the contents', () => {
  it('S74 lie on the disk twice before an attachment is acknowledged', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const bytes = pdf(2_300_000);
    const added = await attach(store, id, bytes);
    expect(store.listBackups()).toEqual([]);
    expect(sha256(readFileSync(copyOf(folder, added.sha256)))).toBe(added.sha256);
    expect(readdirSync(join(folder, 'sao-luu', 'tai-lieu'))).toHaveLength(1);
  });

  it.each(Object.entries(DAMAGES))(
    'S75 are handed out whole and healed from the other side: %s',
    async (_name, damage) => {
      const folder = newFolder();
      const store = openTestStore(folder);
      const { id } = value(store.createProposal(newProposal()));
      const bytes = pdf(1_300_000);
      const added = await attach(store, id, bytes);
      store.close();
      damage(folder, added.sha256);
      const next = openTestStore(folder);
      expect(await readBack(next, added.id)).toEqual(bytes);
      const report = value(await next.scrubContents());
      expect(report.damaged).toEqual([]);
      expect(report.mended.map(({ name }) => name)).toContain('tài liệu gửi kèm “Bản quét.pdf”');
      next.close();
      // Now the other side alone is enough as well.
      expect(sha256(readFileSync(copyOf(folder, added.sha256)))).toBe(added.sha256);
      rmSync(copyOf(folder, added.sha256));
      expect(await readBack(openTestStore(folder), added.id)).toEqual(bytes);
    },
  );

  it('S75 are looked at in the course of time by the regular duties', async () => {
    const folder = newFolder();
    let uptime = 0;
    const store = openTestStore(folder, { uptime: () => uptime });
    const { id } = value(store.createProposal(newProposal()));
    const added = await attach(store, id, pdf(200_000));
    rmSync(copyOf(folder, added.sha256));
    const work = async (turns: number, milliseconds: number): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) {
        uptime += milliseconds;
        await store.tick();
      }
    };
    await work(4, 30_000);
    expect(existsSync(copyOf(folder, added.sha256))).toBe(true);
    // The round is over: bits that turn now are found in the next one.
    DAMAGES['a flipped bit in the copy'](folder, added.sha256);
    await work(4, 30_000);
    expect(sha256(readFileSync(copyOf(folder, added.sha256)))).not.toBe(added.sha256);
    await work(2, 6 * 3_600_000);
    expect(sha256(readFileSync(copyOf(folder, added.sha256)))).toBe(added.sha256);
  });

  it('S75 are named when neither side is sound, and never handed out', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const added = await attach(store, id, pdf(300_000));
    store.close();
    spoilPiece(folder);
    DAMAGES['a flipped bit in the copy'](folder, added.sha256);
    const next = openTestStore(folder);
    expect(await readBack(next, added.id)).toBe('row-damaged');
    const { damaged } = value(await next.scrubContents());
    expect(damaged.map(({ name }) => name)).toEqual(['tài liệu gửi kèm “Bản quét.pdf”']);
  });

  it('S75 come back from the second place when both own copies are gone', async () => {
    const [folder, stick] = [newFolder(), newFolder()];
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const bytes = pdf(250_000);
    const added = await attach(store, id, bytes);
    value(store.setSecondPlace(stick));
    value(await store.backupNow());
    store.close();
    DAMAGES['the file gone'](folder);
    rmSync(copyOf(folder, added.sha256));
    const next = openTestStore(folder);
    expect(value(await next.scrubContents()).damaged).toEqual([]);
    expect(await readBack(next, added.id)).toEqual(bytes);
  });

  it('S76 go only when words, journal and kept backups no longer speak of them', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const added = await attach(store, id, pdf(150_000));
    value(store.removeAttachment(added.id));
    value(await store.backupNow());
    // The journal still has the change that names it.
    expect(existsSync(copyOf(folder, added.sha256))).toBe(true);
    value(store.saveSection(id, 'muc1', 'x'));
    value(await store.backupNow());
    value(store.saveSection(id, 'muc1', 'y'));
    value(await store.backupNow());
    expect(existsSync(copyOf(folder, added.sha256))).toBe(false);
    store.close();
    const db = new Database(join(folder, 'tai-lieu.db'), { readonly: true });
    expect(db.prepare('SELECT count(*) FROM chunks').pluck().get()).toBe(0);
    db.close();
  });

  it('S76 stay as long as a kept backup speaks of them, and come back with it', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const bytes = pdf(150_000);
    const added = await attach(store, id, bytes);
    const { name } = value(await store.backupNow());
    value(store.removeAttachment(added.id));
    for (let turn = 0; turn < 3; turn += 1) {
      value(store.saveSection(id, 'muc1', `${turn}`));
      value(await store.backupNow());
    }
    value(await store.restoreBackup(name));
    expect(await readBack(store, added.id)).toEqual(bytes);
  });

  it('S70 of a duplicate are its own attachments, their bytes are kept once', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const bytes = pdf(150_000);
    const first = await attach(store, id, bytes);
    const copy = value(store.duplicateProposal(id, 'Bản sao'));
    const [own] = value(store.listAttachments(copy.id));
    expect(own).toMatchObject({ name: first.name, sha256: first.sha256 });
    expect(own?.id).not.toBe(first.id);
    value(store.removeAttachment(first.id));
    expect(await readBack(store, own?.id ?? '')).toEqual(bytes);
    expect(readdirSync(join(folder, 'sao-luu', 'tai-lieu'))).toHaveLength(1);
  });

  it('S70 of a duplicate stand in the order of the original', async () => {
    const ids = [...'zyxwvutsrq'];
    const store = openTestStore(newFolder(), { newId: () => ids.shift() ?? 'a' });
    const { id } = value(store.createProposal(newProposal()));
    const sizes = [5000, 3000, 4000];
    for (const size of sizes) await attach(store, id, pdf(size));
    const copy = value(store.duplicateProposal(id, 'Bản sao'));
    expect(value(store.listAttachments(copy.id)).map(({ bytes }) => bytes - 9)).toEqual(sizes);
  });

  it('S74 leave nothing that looks like one when the transfer ends midway', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const path = join(newFolder(), 'to.pdf');
    writeFileSync(path, pdf(3_000_000));
    const stop = new AbortController();
    const answer = await store.addAttachment(id, path, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(answer).toMatchObject({ error: { code: 'cancelled' } });
    expect(readdirSync(join(folder, 'sao-luu', 'tai-lieu'))).toEqual([]);
    const db = statSync(join(folder, 'tai-lieu.db')).size;
    expect(db).toBeGreaterThan(0);
  });
});

describe('a store that is closed', () => {
  it('ends a transfer with an answer, and the next start has nothing of it', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const path = join(newFolder(), 'to.pdf');
    writeFileSync(path, pdf(5_000_000));
    const answer = await store.addAttachment(id, path, { onProgress: () => store.close() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'store-closed' } });
    const next = openTestStore(folder);
    expect(value(next.listAttachments(id))).toEqual([]);
    value(await next.backupNow());
    next.close();
    expect(readdirSync(join(folder, 'sao-luu', 'tai-lieu'))).toEqual([]);
  });
});

describe('S74 the room on the disk', () => {
  it('is looked for first, and the sentence says what is missing', () => {
    const options = { Database, paths: storePaths(newFolder()) };
    const session = () => ({ ok: false, error: { code: 'store-closed', message: '' } }) as const;
    const contents = new Contents({ options, session }, startChecker(Database));
    contents.needRoom(1);
    let failure: unknown = null;
    try {
      contents.needRoom(1e15);
    } catch (error) {
      failure = refusalOf(error);
    }
    expect(failure).toMatchObject({ code: 'store-full' });
    expect((failure as { message: string }).message).toMatch(
      /^Ổ đĩa chỉ còn trống \d+ MB, mà cần 19073\d\d\d\d\d MB vì mỗi tài liệu được giữ thành hai bản\.$/,
    );
  });
});
