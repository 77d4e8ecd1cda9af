import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, newProposal, openTestStore, value } from './open-test-store';

const pdf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);

const fileIn = (folder: string, name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('S70 attachments', () => {
  it('come back byte for byte, also after a restart', async () => {
    const folder = newFolder();
    const place = newFolder();
    const bytes = pdf(2_500_000);
    const source = fileIn(place, 'Giấy chứng nhận.pdf', bytes);
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const seen: number[] = [];
    const added = value(
      await store.addAttachment(id, source, { onProgress: (done) => seen.push(done) }),
    );
    expect(added).toMatchObject({
      name: 'Giấy chứng nhận.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(seen).toEqual([1_048_576, 2_097_152, bytes.length]);
    store.close();
    const next = openTestStore(folder);
    expect(value(next.listAttachments(id))).toEqual([added]);
    const target = join(place, 'out.pdf');
    value(await next.copyAttachment(added.id, target));
    expect(readFileSync(target).equals(bytes)).toBe(true);
    value(next.removeAttachment(added.id));
    expect(value(next.listAttachments(id))).toEqual([]);
  });

  it('S71 are refused when they are something else, empty or too large', async () => {
    const place = newFolder();
    const store = openTestStore();
    const { id } = value(store.createProposal(newProposal()));
    for (const [name, bytes] of [
      ['virus.exe', Buffer.from('MZ\u0090\u0000')],
      ['gia.pdf', Buffer.from('<html></html>')],
      ['rong.pdf', Buffer.alloc(0)],
    ] as const) {
      const answer = await store.addAttachment(id, fileIn(place, name, bytes));
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-value' } });
    }
    expect(await store.addAttachment(id, join(place, 'khong-co.pdf'))).toMatchObject({
      ok: false,
      error: { code: 'store-io' },
    });
    expect(value(store.listAttachments(id))).toEqual([]);
  });

  it('S72 leave nothing behind when cancelled', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const source = fileIn(newFolder(), 'to.pdf', pdf(4_000_000));
    const stop = new AbortController();
    const answer = await store.addAttachment(id, source, {
      signal: stop.signal,
      onProgress: (done) => done > 2_000_000 && stop.abort(),
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(value(store.listAttachments(id))).toEqual([]);
  });

  it('S73 are whole again from the copy beside the backups', async () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const bytes = pdf(1_500_000);
    const { id: attachment } = value(
      await store.addAttachment(id, fileIn(newFolder(), 'a.pdf', bytes)),
    );
    value(await store.backupNow());
    store.close();
    for (const name of readdirSync(folder)) {
      if (name.startsWith('tai-lieu.db')) rmSync(join(folder, name));
    }
    writeFileSync(join(folder, 'tai-lieu.db'), 'hỏng'.repeat(1000));
    const next = openTestStore(folder);
    const target = join(folder, 'out.pdf');
    value(await next.copyAttachment(attachment, target));
    expect(readFileSync(target).equals(bytes)).toBe(true);
    expect(existsSync(join(folder, 'tai-lieu.db.hong-1'))).toBe(true);
  });
});
