import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../electron/store';
import { freezeSchema } from '../../../shared/model';
import { newFolder, newProposal, openTestStore, testIds, value } from './open-test-store';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const copyOf = (folder: string, content: string): string =>
  join(folder, 'sao-luu', 'tai-lieu', `${content}.bin`);

const NAME = '01 Công văn đề xuất (đã ký).pdf';

const removePieces = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('tai-lieu.db')) rmSync(join(folder, name));
  }
};

const other = (): Store => openTestStore(newFolder(), { newId: testIds('nhan') });

describe('S77 frozen and signed files', () => {
  it('are kept by their content, twice, and come back to the byte after any one loss', async () => {
    const folder = newFolder();
    const bytes = randomBytes(180_000);
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const kept = value(await store.keepFile(id, NAME, bytes));
    expect(kept).toMatchObject({ proposalId: id, name: NAME, sha256: sha256(bytes) });
    expect(value(await store.keepFile(id, 'tên khác.pdf', bytes)).name).toBe(NAME);
    expect(value(store.listKeptFiles(id))).toEqual([kept]);
    store.close();
    removePieces(folder);
    const next = openTestStore(folder);
    expect(Buffer.from(value(next.readKeptFile(kept.sha256))).equals(bytes)).toBe(true);
    value(await next.scrubContents());
    rmSync(copyOf(folder, kept.sha256));
    expect(Buffer.from(value(next.readKeptFile(kept.sha256))).equals(bytes)).toBe(true);
  });

  it('survive the loss of the database: the journal speaks of them', async () => {
    const folder = newFolder();
    const bytes = randomBytes(50_000);
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const { sha256: content } = value(await store.keepFile(id, NAME, bytes));
    store.close();
    rmSync(join(folder, 'ban-de-xuat.db'));
    const next = openTestStore(folder);
    expect(next.healed?.missing).toEqual([]);
    expect(Buffer.from(value(next.readKeptFile(content))).equals(bytes)).toBe(true);
  });

  it('lie beside backups, are checked with them, and come back with them', async () => {
    const folder = newFolder();
    const bytes = randomBytes(50_000);
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const { sha256: content } = value(await store.keepFile(id, NAME, bytes));
    const { name } = value(await store.backupNow());
    expect(value(await store.verifyBackup(name))).toMatchObject({
      proposals: 1,
      contents: 1,
      missing: 0,
    });
    value(store.trashProposal(id));
    value(store.eraseProposal(id));
    expect(store.readKeptFile(content)).toMatchObject({ error: { code: 'not-found' } });
    value(await store.restoreBackup(name));
    expect(Buffer.from(value(store.readKeptFile(content))).equals(bytes)).toBe(true);
  });

  it('are refused without bytes or name, and where there is no such proposal', async () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    for (const [proposal, name, bytes, code] of [
      [id, '', randomBytes(3), 'invalid-value'],
      [id, 'x'.repeat(301), randomBytes(3), 'invalid-value'],
      [id, NAME, Buffer.alloc(0), 'invalid-value'],
      ['khong-co', NAME, randomBytes(3), 'not-found'],
    ] as const) {
      expect(await store.keepFile(proposal, name, bytes)).toMatchObject({ error: { code } });
    }
  });
});

const freezeOf = (code: string, hour: number, signed: readonly string[]) =>
  freezeSchema.parse({
    code,
    at: `2026-11-24T0${hour}:00:00.000Z`,
    actor: 'Hường',
    sha256: 'a'.repeat(64),
    proposals: [],
    plans: [],
    files: [],
    signed: signed.map((content) => ({
      paper: 'cover-letter',
      format: 'pdf',
      fileName: NAME,
      pages: 1,
      bytes: 3,
      sha256: content,
      signer: 'Giám đốc',
      signedAt: '',
      origin: 'here',
      at: '2026-11-24T01:00:00.000Z',
    })),
    ended: null,
  });

describe('S78 a package with frozen and signed files', () => {
  it('carries them, and the dry run counts them', async () => {
    const bytes = randomBytes(40_000);
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    const { sha256: content } = value(await store.keepFile(id, NAME, bytes));
    const path = join(newFolder(), 'ho-so.bdx');
    expect(value(await store.writePackage([id], path))).toMatchObject({ files: 1, attachments: 0 });
    const there = other();
    const plan = value(await there.inspectPackage(path));
    expect(plan.proposals).toMatchObject([{ files: 1, attachments: 0 }]);
    expect(plan.attachmentBytes).toBe(bytes.length);
    expect(there.readKeptFile(content).ok).toBe(false);
    value(await there.importPackage(path));
    expect(Buffer.from(value(there.readKeptFile(content))).equals(bytes)).toBe(true);
    expect(value(await there.inspectPackage(path)).proposals).toMatchObject([
      { action: 'same', files: 0 },
    ]);
  });

  it('merges what was frozen and signed on both sides, nothing is lost', async () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    value(store.savePart(id, 'dossier-freezes', [freezeOf('AAAA-AAAA', 1, ['b'.repeat(64)])]));
    value(store.savePart(id, 'dossier-course', { receipt: 'ở máy gửi' }));
    const path = join(newFolder(), 'ho-so.bdx');
    value(await store.writePackage([id], path));
    const there = other();
    value(await there.importPackage(path));
    value(
      there.savePart(id, 'dossier-freezes', [
        freezeOf('AAAA-AAAA', 1, ['c'.repeat(64)]),
        freezeOf('BBBB-BBBB', 2, []),
      ]),
    );
    value(there.savePart(id, 'dossier-course', { receipt: 'ở máy nhận' }));
    value(store.markMilestone(id, 'mốc'));
    value(store.saveSection(id, 'muc1', 'viết tiếp'));
    value(await store.writePackage([id], path));
    expect(value(await there.importPackage(path)).proposals).toMatchObject([{ action: 'update' }]);
    const parts = value(there.readParts(id));
    expect(parts['dossier-freezes']).toMatchObject([
      { code: 'AAAA-AAAA', signed: [{ sha256: 'c'.repeat(64) }, { sha256: 'b'.repeat(64) }] },
      { code: 'BBBB-BBBB' },
    ]);
    expect(parts['dossier-course']).toEqual({ receipt: 'ở máy gửi' });
    expect(parts['dossier-course.before-import']).toEqual({ receipt: 'ở máy nhận' });
  });

  it('brings a paper signed on another machine home, the words being the same', async () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    value(store.savePart(id, 'dossier-freezes', [freezeOf('AAAA-AAAA', 1, [])]));
    value(store.savePart(id, 'dossier-course', { receipt: 'chỉ ở đây' }));
    const path = join(newFolder(), 'ho-so.bdx');
    value(await store.writePackage([id], path));
    const there = other();
    value(await there.importPackage(path));
    const signed = randomBytes(9000);
    const { sha256: content } = value(await there.keepFile(id, NAME, signed));
    value(there.savePart(id, 'dossier-freezes', [freezeOf('AAAA-AAAA', 1, [content])]));
    value(there.savePart(id, 'dossier-course', { receipt: 'ở máy kia' }));
    value(await there.writePackage([id], path));
    expect(value(await store.importPackage(path)).proposals).toMatchObject([
      { action: 'update', files: 1 },
    ]);
    expect(Buffer.from(value(store.readKeptFile(content))).equals(signed)).toBe(true);
    expect(value(store.readParts(id))).toMatchObject({
      'dossier-freezes': [{ signed: [{ sha256: content }] }],
      'dossier-course': { receipt: 'chỉ ở đây' },
    });
    // A second time there is nothing left to bring.
    expect(value(await store.importPackage(path)).proposals).toMatchObject([{ action: 'same' }]);
  });

  it('is refused whole when a file is not what its hash says', async () => {
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    value(await store.keepFile(id, NAME, Buffer.from('chữ ký'.repeat(100))));
    const path = join(newFolder(), 'ho-so.bdx');
    value(await store.writePackage([id], path));
    const bytes = readFileSync(path);
    const at = bytes.indexOf('chữ ký');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const spoilt = join(newFolder(), 'hong.bdx');
    writeFileSync(spoilt, bytes);
    const there = other();
    expect(await there.importPackage(spoilt)).toMatchObject({
      ok: false,
      error: { code: 'package-damaged' },
    });
    expect(value(there.listProposals({ trashed: false }))).toEqual([]);
  });

  it.each(['../../.bashrc', '..', 'a/b.pdf', 'C:\\x.pdf', '\\\\may\\chung.pdf', 'a\u0000.pdf', ''])(
    'is refused when a frozen paper is named %j: names become files on export',
    async (fileName) => {
      const store = openTestStore();
      const { id } = value(store.createProposal(newProposal()));
      const [signed] = freezeOf('AAAA-AAAA', 1, ['b'.repeat(64)]).signed;
      const freeze = { ...freezeOf('AAAA-AAAA', 1, []), signed: [{ ...signed, fileName }] };
      value(store.savePart(id, 'dossier-freezes', [freeze]));
      const path = join(newFolder(), 'ho-so.bdx');
      // The writer reads its file back as an import would, so it refuses to send it, too.
      const written = await store.writePackage([id], path);
      expect(written).toMatchObject({ ok: false, error: { code: 'package-damaged' } });
    },
  );

  it('lets a receipt’s photograph follow into a proposal of its own', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal('Gốc', { muc1: 'a' })));
    const photo = join(newFolder(), 'biên nhận.png');
    writeFileSync(photo, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]));
    const attachment = value(await store.addAttachment(id, photo));
    value(store.savePart(id, 'dossier-course', { receipt: { photo: attachment.id } }));
    const path = join(newFolder(), 'ho-so.bdx');
    value(await store.writePackage([id], path));
    // What was sent is no version of what stands here now: both sides went on.
    value(store.saveSection(id, 'muc1', 'b'));
    const plan = value(await store.importPackage(path));
    expect(plan.proposals).toMatchObject([{ action: 'copy' }]);
    const copy = value(store.listProposals({ trashed: false })).find((one) => one.id !== id);
    const [own] = value(store.listAttachments(copy?.id ?? ''));
    expect(own?.id).not.toBe(attachment.id);
    expect(value(store.readParts(copy?.id ?? ''))['dossier-course']).toEqual({
      receipt: { photo: own?.id },
    });
    expect(existsSync(copyOf(folder, attachment.sha256))).toBe(true);
  });
});
