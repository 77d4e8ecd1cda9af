import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { err } from '../../../shared/base';
import type { DossierRecord } from '../../../shared/ipc';
import type { DossierData } from '../../../shared/model';
import { BLUE, inkPicture, RED } from '../export/sample-picture';
import { makeIdentity, PASSPHRASE } from '../sign/make-identity';
import { openTestStore } from '../store/open-test-store';
import { create, dossierWorld, edit, freeze, ground, type World } from './dossier-world';

const own = ground();

type Change = (data: DossierData) => Partial<DossierData>;

const enter = async ({ done }: World, id: string, change: Change): Promise<DossierRecord> => {
  const { data } = await done('dossier.read', { id });
  return done('dossier.save', { id, data: { ...data, ...change(data) } });
};

/** A dossier with a signer, so that a picture has somebody it belongs to. */
const signedBy = async (window: World, name = 'Trần Thị Bình'): Promise<string> => {
  const id = await create(window, 'A');
  await enter(window, id, (data) => ({
    organisation: { ...data.organisation, name: 'Công ty Minh Họa' },
    signer: { ...data.signer, position: 'Giám đốc', name },
  }));
  return id;
};

const choose = async (window: World, id: string, kind: 'signature' | 'seal'): Promise<void> => {
  window.given.picture = join(own.work, `${kind}.png`);
  const ink = kind === 'signature' ? BLUE : RED;
  writeFileSync(window.given.picture, inkPicture(kind === 'signature' ? 500 : 400, 400, ink));
  await window.done('dossier.choosePicture', { id, kind });
};

const LETTER = { paper: 'cover-letter' } as const;

describe('pictures of signature and seal', () => {
  it('are kept for the signer they belong to, with the warning that they sign nothing', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await choose(window, id, 'signature');
    await choose(window, id, 'seal');
    const kept = await window.done('dossier.setSealDiameter', { id, diameter: 40 });
    expect(kept.signature).toMatchObject({ width: 500, height: 400, notes: [] });
    expect(kept.seal).toMatchObject({ width: 400, diameter: 40 });
    expect(kept.warning).toMatchObject({ severity: 'warning', code: 'signature-picture' });
    expect(kept.warning.message).toContain('không phải là chữ ký');

    const other = await signedBy(window, 'Người Khác');
    const found = await window.done('dossier.pictures', { id: other });
    expect([found.signature, found.seal?.diameter]).toEqual([null, 40]);
    const gone = await window.done('dossier.removePicture', { id, kind: 'signature' });
    expect([gone.signature, gone.seal?.diameter]).toEqual([null, 40]);
  });

  it('are refused without a signer, and for a person’s seal', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    window.given.picture = join(own.work, 'a.png');
    writeFileSync(window.given.picture, inkPicture(400, 200, BLUE));
    for (const kind of ['signature', 'seal'] as const) {
      const refused = await window.call('dossier.choosePicture', { id, kind });
      expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-value' } });
    }
    const named = await signedBy(window);
    writeFileSync(window.given.picture, 'không phải ảnh');
    expect(await window.call('dossier.choosePicture', { id: named, kind: 'seal' })).toMatchObject({
      ok: false,
      error: { code: 'picture-refused' },
    });
  });

  it('stand on no paper but one that was asked for with them, and that says so', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    const none = await window.call('dossier.pages', { id, ...LETTER, pictures: true });
    expect(none).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await choose(window, id, 'signature');
    await choose(window, id, 'seal');

    const plain = await window.done('dossier.pages', { id, ...LETTER });
    expect([plain.furniture.pictures, plain.warnings]).toEqual([undefined, []]);
    const shown = await window.done('dossier.pages', { id, ...LETTER, pictures: true });
    expect(shown.furniture.pictures?.map(({ kind }) => kind)).toEqual(['signature', 'seal']);
    expect(shown.warnings.map(({ code }) => code)).toEqual(['signature-picture']);
    expect(shown.pageList).toEqual(plain.pageList);

    for (const format of ['pdf', 'docx'] as const) {
      const without = await window.done('dossier.export', { id, ...LETTER, format });
      const first = readFileSync(join(own.work, without.fileName));
      const written = await window.done('dossier.export', {
        id,
        ...LETTER,
        format,
        pictures: true,
      });
      expect(written.fileName).toContain('(có ảnh chữ ký)');
      expect([without.warnings, written.warnings.length]).toEqual([[], 1]);
      const bytes = readFileSync(join(own.work, written.fileName));
      const has = (file: Buffer): boolean =>
        format === 'pdf'
          ? file.includes('/SMask')
          : strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).includes(
              'Ảnh con dấu',
            );
      expect([has(first), has(bytes)]).toEqual([false, true]);
    }
    const label = await window.done('dossier.export', {
      id,
      paper: 'envelope-label',
      format: 'pdf',
      pictures: true,
    });
    expect([label.fileName.includes('có ảnh'), label.warnings]).toEqual([false, []]);

    await window.done('dossier.print', { id, ...LETTER, pictures: true });
    await window.done('dossier.print', { id, ...LETTER });
    expect(window.printed.map(({ furniture }) => furniture.pictures?.length)).toEqual([
      2,
      undefined,
    ]);
    const texts = (await window.done('dossier.register', { id })).map(({ text }) => text);
    // Two files and one print; what was asked for without pictures, and the label, are none.
    expect(texts.filter((text) => text.includes('có ảnh chữ ký'))).toHaveLength(2 + 1);
  });

  it('leave the frozen files as they were frozen', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await choose(window, id, 'signature');
    const { freeze: frozen } = await freeze(window, id);
    const file = frozen?.files.find(
      ({ paper, format }) => paper === 'cover-letter' && format === 'pdf',
    );
    const plain = await window.done('dossier.export', { id, ...LETTER, format: 'pdf' });
    expect(plain.sha256).toBe(file?.sha256);
    const pictured = await window.done('dossier.export', {
      id,
      ...LETTER,
      format: 'pdf',
      pictures: true,
    });
    expect(pictured.sha256).not.toBe(file?.sha256);
    const folder = await window.done('dossier.exportAll', {
      id,
      parts: { separate: true, bound: false, email: 'none', pictures: true },
    });
    const marked = folder.files.filter(({ fileName }) => fileName.includes('(có ảnh chữ ký)'));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.length).toBeLessThan(folder.files.length);
    expect(folder.warnings).toHaveLength(1);
  });

  it('do not sign for another enterprise in its commitment', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await choose(window, id, 'signature');
    const commit =
      (name: string, representative: string): Change =>
      (data) => ({
        commitments: {
          [id]: {
            enterprise: { name, address: '', taxCode: '', representative, position: 'Giám đốc' },
            need: '',
            cooperation: '',
            reception: '',
            amount: null,
            date: null,
          },
        },
        modelPoint: [...data.modelPoint, id],
      });
    const paper = `commitment:${id}`;
    const shown = async (): Promise<number> => {
      const { furniture } = await window.done('dossier.pages', { id, paper, pictures: true });
      return furniture.pictures?.length ?? 0;
    };
    await enter(window, id, commit('Công ty Khác', 'Trần Thị Bình'));
    expect(await shown()).toBe(0);
    await enter(window, id, commit('Công ty Minh Họa', 'trần thị bình'));
    expect(await shown()).toBe(1);
  });
});

describe('the whole dossier', () => {
  it('goes into a folder as asked: one bound PDF, and what goes by e-mail with its words', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await enter(window, id, (data) => ({
      recipient: { ...data.recipient, name: 'Sở KH&CN', email: 'nhan@noinhan.example' },
    }));
    const { folder, files, email, bytes } = await window.done('dossier.exportAll', {
      id,
      parts: { separate: false, bound: true, email: 'folder' },
    });
    expect(files.map(({ kind }) => kind).filter((kind) => kind === 'bound')).toHaveLength(1);
    expect(files.reduce((sum, file) => sum + file.bytes, 0)).toBe(bytes);
    const bound = files.find(({ kind }) => kind === 'bound');
    const pdf = await PDFDocument.load(readFileSync(join(folder, bound?.fileName ?? '')));
    const record = await window.done('dossier.read', { id });
    const pages = record.papers
      .filter(({ enclosed }) => enclosed)
      .reduce((sum, paper) => sum + (paper.pages ?? 0), 0);
    expect(pdf.getPageCount()).toBe(pages + 1);
    expect(readFileSync(join(folder, bound?.fileName ?? '')).includes('/Watermark')).toBe(true);

    expect(email).toMatchObject({ to: 'nhan@noinhan.example', isLarge: false });
    const packed = files.filter(({ kind }) => kind === 'email');
    expect(packed.map(({ fileName }) => fileName)).toContain(
      join('BẢN NHÁP Gói gửi thư điện tử', 'noi-dung-thu.txt'),
    );
    expect(packed).toHaveLength((email?.files.length ?? 0) + 1);
    for (const { name } of email?.files ?? []) {
      // Plain letters survive every mail program.
      expect(name).toMatch(/^ban-nhap-[a-z0-9-]+\.(pdf|docx)$/u);
      expect(email?.body).toContain(`- ${name}`);
    }
    expect(await window.done('dossier.email', { id })).toMatchObject({
      subject: email?.subject,
      files: email?.files.map(({ name }) => ({ name })),
    });
  });

  it('is packed into one archive with the signed PDF in place of the unsigned', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await freeze(window, id);
    window.given.certificate = join(own.work, 'ky.p12');
    writeFileSync(window.given.certificate, makeIdentity({ days: 3000 }).p12);
    const { ticket } = await window.done('sign.chooseCertificate', undefined);
    await window.done('sign.sign', {
      id,
      ...LETTER,
      format: 'pdf',
      ticket,
      passphrase: PASSPHRASE,
      reason: '',
      location: '',
      visible: false,
    });
    const { folder, files, email, stale } = await window.done('dossier.exportAll', {
      id,
      parts: { separate: false, bound: false, email: 'zip' },
    });
    expect([files.map(({ kind }) => kind), stale]).toEqual([['email'], []]);
    const archive = unzipSync(readFileSync(join(folder, files[0]?.fileName ?? '')));
    const names = Object.keys(archive);
    expect(names.toSorted()).toEqual(
      ['noi-dung-thu.txt', ...(email?.files.map(({ name }) => name) ?? [])].toSorted(),
    );
    const signed = names.find((name) => name.endsWith('-da-ky.pdf')) ?? '';
    expect(Buffer.from(archive[signed] ?? []).includes('/ByteRange')).toBe(true);
    expect(names.some((name) => name.startsWith('01-') && name.endsWith('.docx'))).toBe(true);
  });
});

describe('a frozen proposal that was changed', () => {
  it('cannot be exported or packed as signed until its words are again those that were signed', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await freeze(window, id);
    window.given.certificate = join(own.work, 'ky.p12');
    writeFileSync(window.given.certificate, makeIdentity({ days: 3000 }).p12);
    const { ticket } = await window.done('sign.chooseCertificate', undefined);
    const paper = `proposal:${id}`;
    const base = { id, paper, format: 'pdf' } as const;
    await window.done('sign.sign', {
      ...base,
      ticket,
      passphrase: PASSPHRASE,
      reason: '',
      location: '',
      visible: false,
    });
    expect((await window.call('dossier.export', { ...base, signed: true })).ok).toBe(true);

    await edit(window, id);
    const sign = { ...base, ticket, passphrase: PASSPHRASE, reason: '', location: '' };
    expect(await window.call('sign.sign', { ...sign, visible: false })).toMatchObject({
      ok: false,
      error: { code: 'dossier-changed' },
    });
    const before = readdirSync(own.work);
    expect(await window.call('dossier.export', { ...base, signed: true })).toMatchObject({
      ok: false,
      error: { code: 'dossier-changed', message: expect.stringContaining('không còn khớp') },
    });
    expect(readdirSync(own.work)).toEqual(before);
    const { stale, files } = await window.done('dossier.exportAll', { id });
    expect(stale).toHaveLength(1);
    expect(files.some(({ kind }) => kind === 'signed')).toBe(false);

    const list = await window.done('history.list', { id });
    const frozen = list.find(({ name }) => name !== '') ?? list.at(-1);
    await window.done('history.restore', { id, number: frozen?.number ?? 1 });
    const again = await window.call('dossier.export', { ...base, signed: true });
    expect(again.ok).toBe(true);
  });
});

describe('freezing', () => {
  it('refuses errors that nobody has said to know of, and freezes nothing', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    await window.done('dossier.setActor', { name: 'Lan' });
    const refused = await window.call('dossier.freeze', { id });
    expect(refused).toMatchObject({ ok: false, error: { code: 'dossier-errors' } });
    expect((await window.done('dossier.read', { id })).freeze).toBeNull();
    expect(await window.done('dossier.register', { id })).toEqual([]);
  });

  it('stops when the dossier’s own entries cannot be kept', async () => {
    const full = { code: 'store-full', message: 'Ổ đĩa chứa dữ liệu đã đầy.' } as const;
    const failing = dossierWorld(own, {
      ...own.store,
      savePart: (id, part, words) =>
        part === 'dossier' ? err(full) : own.store.savePart(id, part, words),
    });
    const id = await create(failing, 'A');
    await failing.done('dossier.setActor', { name: 'Lan' });
    expect(await failing.call('dossier.freeze', { id, anyway: true })).toEqual({
      ok: false,
      error: full,
    });
    const window = dossierWorld(own);
    expect((await window.done('dossier.read', { id })).freeze).toBeNull();
    expect(await window.done('dossier.register', { id })).toEqual([]);
  });
});

describe('the register on paper', () => {
  it('prints every entry, oldest first, and shouts where the chain is broken', async () => {
    const window = dossierWorld(own);
    const id = await signedBy(window);
    await freeze(window, id);
    await window.done('dossier.export', { id, ...LETTER, format: 'pdf' });
    await window.done('dossier.printRegister', { id });
    const words = ({ pages }: World['printed'][number]): string =>
      pages.pages
        .flatMap(({ lines }) => lines.map(({ spans }) => spans.map(({ text }) => text).join('')))
        .join('\n');
    const whole = words(window.printed.at(-1)!);
    expect(whole).toContain('Chuỗi băm của sổ nguyên vẹn.');
    expect(whole.indexOf('Khoá để ký')).toBeGreaterThan(0);
    expect(whole.indexOf('Kết xuất')).toBeGreaterThan(whole.indexOf('Khoá để ký'));

    const { file } = own.store;
    own.store.close();
    const db = new Database(file);
    db.prepare(
      `UPDATE register SET detail = replace(detail, 'Lan', 'Kẻ khác'), actor = 'Kẻ khác' WHERE id = 1`,
    ).run();
    db.close();
    own.store = openTestStore(dirname(file));
    const later = dossierWorld(own);
    await later.done('dossier.printRegister', { id });
    const broken = words(later.printed.at(-1)!);
    expect(broken).toMatch(/CHUỖI BĂM BỊ ĐỨT ở dòng 1/u);
    expect(broken).toContain('[ĐÃ BỊ SỬA]');
    expect(existsSync(file)).toBe(true);
  });
});
