import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../electron/store';
import {
  newFolder,
  newProposal,
  openTestStore,
  paragraph,
  testIds,
  testOptions,
  value,
} from './open-test-store';

const contact = { name: 'Đỗ Ứng', position: 'Trưởng phòng', phone: '0225', email: 'a@b.vn' };

const filledStore = async (): Promise<{ store: Store; id: string }> => {
  const store = openTestStore(newFolder(), { newId: testIds('gui') });
  const organisation = value(
    store.saveOrganisation({ name: 'Công ty A', address: 'Hải Phòng', contact, isDefault: true }),
  );
  const { id } = value(
    store.createProposal({
      ...newProposal('Đề tài chuyển', { muc1: paragraph('Tính cấp thiết') }),
      organisationId: organisation.id,
    }),
  );
  value(store.markMilestone(id, 'bản đầu'));
  value(store.saveSection(id, 'muc1', paragraph('Tính cấp thiết, bản hai')));
  value(store.savePart(id, 'compliance', { chosen: [], answers: {} }));
  const pdf = join(newFolder(), 'giay.pdf');
  writeFileSync(pdf, Buffer.concat([Buffer.from('%PDF-1.4'), randomBytes(1_200_000)]));
  value(await store.addAttachment(id, pdf));
  return { store, id };
};

const otherStore = (): Store => openTestStore(newFolder(), { newId: testIds('nhan') });

describe('S80 a package', () => {
  it('carries words, history, attachments and profile to another store', async () => {
    const { store, id } = await filledStore();
    const path = join(newFolder(), 'goi.bdx');
    const written = value(await store.writePackage([id], path));
    expect(written).toMatchObject({ proposals: 1, revisions: 1, attachments: 1 });
    const other = otherStore();
    const plan = value(await other.inspectPackage(path));
    expect(plan.proposals).toMatchObject([{ id, action: 'new', revisions: 1, attachments: 1 }]);
    expect(plan.organisations).toEqual(['Công ty A']);
    expect(value(other.listProposals({ trashed: false }))).toEqual([]);
    value(await other.importPackage(path));
    const [here, there] = [value(other.openProposal(id)), value(store.openProposal(id))];
    expect(here.values).toEqual(there.values);
    expect(value(other.readParts(id))).toEqual(value(store.readParts(id)));
    expect(value(other.listRevisions(id)).map(({ kind, name }) => [kind, name])).toEqual([
      ['imported', ''],
      ['milestone', 'bản đầu'],
    ]);
    const [attachment] = value(other.listAttachments(id));
    const target = join(newFolder(), 'a.pdf');
    value(await other.copyAttachment(attachment?.id ?? '', target));
    expect(readFileSync(target)).toHaveLength(attachment?.bytes ?? 0);
  });

  it('S81 is byte for byte the same for the same content and time', async () => {
    const folder = newFolder();
    const { store, id } = await filledStore();
    store.close();
    const write = async (name: string): Promise<Buffer> => {
      const again = openStore({
        ...testOptions(join(store.file, '..')),
        now: () => '2026-11-25T00:00:00.000Z',
      });
      if (!again.ok) throw new Error('did not open');
      value(await again.value.writePackage([id], join(folder, name)));
      again.value.close();
      return readFileSync(join(folder, name));
    };
    expect((await write('a.bdx')).equals(await write('b.bdx'))).toBe(true);
  });

  it('S82 merges: same, update, older, copy; nothing here is overwritten', async () => {
    const { store, id } = await filledStore();
    const folder = newFolder();
    const [first, second] = [join(folder, '1.bdx'), join(folder, '2.bdx')];
    value(await store.writePackage([id], first));
    const other = otherStore();
    value(await other.importPackage(first));
    expect(value(await other.importPackage(first)).proposals[0]?.action).toBe('same');

    value(store.markMilestone(id, 'trước khi sửa'));
    value(store.saveSection(id, 'muc2', 'sửa ở máy kia'));
    value(await store.writePackage([id], second));
    expect(value(await other.importPackage(second)).proposals[0]?.action).toBe('update');
    expect(value(other.openProposal(id)).values['muc2']).toBe('sửa ở máy kia');
    expect(value(await other.importPackage(first)).proposals[0]?.action).toBe('older');
    expect(value(other.openProposal(id)).values['muc2']).toBe('sửa ở máy kia');

    value(other.saveSection(id, 'muc3', 'sửa ở máy này'));
    value(store.saveSection(id, 'muc3', 'lại sửa ở máy kia'));
    const third = join(folder, '3.bdx');
    value(await store.writePackage([id], third));
    expect(value(await other.importPackage(third)).proposals[0]?.action).toBe('copy');
    expect(value(other.openProposal(id)).values['muc3']).toBe('sửa ở máy này');
    expect(
      value(other.listProposals({ trashed: false }))
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Đề tài chuyển', 'Đề tài chuyển (từ tệp chuyển)']);
  });

  it('S83 under a passphrase opens with it, composed or not, and with no other', async () => {
    const { store, id } = await filledStore();
    const path = join(newFolder(), 'khoa.bdx');
    const passphrase = 'mật khẩu Đẹp';
    value(await store.writePackage([id], path, { passphrase }));
    expect(readFileSync(path).includes(Buffer.from('proposals/'))).toBe(false);
    const other = otherStore();
    expect(await other.inspectPackage(path)).toMatchObject({ error: { code: 'package-sealed' } });
    expect(await other.inspectPackage(path, { passphrase: 'sai' })).toMatchObject({
      error: { code: 'package-passphrase' },
    });
    const plan = await other.inspectPackage(path, { passphrase: passphrase.normalize('NFD') });
    expect(value(plan).proposals).toHaveLength(1);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 70_000));
    expect((await other.importPackage(path, { passphrase })).ok).toBe(false);
    expect(value(other.listProposals({ trashed: false }))).toEqual([]);
  }, 60_000);
});

describe('S84 damaged and hostile packages change nothing', () => {
  let good: Buffer;
  let manifest: Record<string, unknown>;
  beforeAll(async () => {
    const store = openStore({ ...testOptions(newFolder()), newId: testIds('gui') });
    if (!store.ok) throw new Error('did not open');
    const { id } = value(store.value.createProposal(newProposal('Gói', { muc1: 'chữ' })));
    const path = join(newFolder(), 'goi.bdx');
    value(await store.value.writePackage([id], path));
    store.value.close();
    good = readFileSync(path);
    manifest = { format: 'ban-de-xuat/package', version: 1, minReader: 1 };
  });

  const expectRefused = async (bytes: Uint8Array, name: string): Promise<void> => {
    const store = otherStore();
    const path = join(newFolder(), 'x.bdx');
    writeFileSync(path, bytes);
    const answer = await store.importPackage(path);
    expect(answer.ok, name).toBe(false);
    if (!answer.ok) {
      expect(['package-damaged', 'package-newer', 'too-large'], name).toContain(answer.error.code);
    }
    expect(value(store.listProposals({ trashed: false })), name).toEqual([]);
    expect(readdirSync(join(store.file, '..')).some((each) => each.includes('dang-ghi'))).toBe(
      false,
    );
    store.close();
  };

  it('cut off anywhere', async () => {
    const step = Math.ceil(good.length / 23);
    for (let end = 0; end < good.length; end += step) {
      await expectRefused(good.subarray(0, end), `cut at ${end}`);
    }
  });

  it('with any byte changed', async () => {
    const step = Math.ceil(good.length / 61);
    for (let at = 0; at < good.length; at += step) {
      const changed = Buffer.from(good);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      await expectRefused(changed, `byte ${at}`);
    }
  });

  const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? Buffer.from(content) : content,
        ]),
      ),
      { mtime: '1980-01-01T00:00:00' },
    );

  it.each([
    ['nothing', () => new Uint8Array(0)],
    ['words', () => Buffer.from('đây không phải tệp zip')],
    ['an empty zip', () => zip({})],
    ['a Word file', () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
    ['no manifest', () => zip({ mimetype: 'application/x-ban-de-xuat' })],
    ['names that climb', () => zip({ mimetype: 'application/x-ban-de-xuat', '../../x': 'x' })],
    ['an absolute name', () => zip({ mimetype: 'application/x-ban-de-xuat', '/etc/passwd': 'x' })],
    ['a drive name', () => zip({ mimetype: 'application/x-ban-de-xuat', 'C:/x': 'x' })],
    [
      'a manifest of another kind',
      () => zip({ mimetype: 'application/x-ban-de-xuat', 'manifest.json': '[]' }),
    ],
    [
      'a bomb',
      () =>
        zip({ mimetype: 'application/x-ban-de-xuat', 'manifest.json': new Uint8Array(80_000_000) }),
    ],
    [
      'deep nesting',
      () =>
        zip({
          mimetype: 'application/x-ban-de-xuat',
          'manifest.json': '['.repeat(200_000) + ']'.repeat(200_000),
        }),
    ],
    [
      'a key into the prototype',
      () =>
        zip({
          mimetype: 'application/x-ban-de-xuat',
          'manifest.json': '{"format":"ban-de-xuat/package","__proto__":{"x":1}}',
        }),
    ],
    [
      'a newer format',
      () =>
        zip({
          mimetype: 'application/x-ban-de-xuat',
          'manifest.json': JSON.stringify({ ...manifest, version: 9, minReader: 9 }),
        }),
    ],
    ['a comment behind it', () => Buffer.concat([good, Buffer.from('đuôi')])],
    ['something before it', () => Buffer.concat([Buffer.from('đầu'), good])],
    ['twice itself', () => Buffer.concat([good, good])],
  ] as const)('%s', async (name, make) => {
    await expectRefused(make(), name);
  });
});
