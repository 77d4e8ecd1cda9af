import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyFile } from '../../../electron/sign';
import { err } from '../../../shared/base';
import { makeIdentity, PASSPHRASE, SIGNER } from '../sign/make-identity';
import { openTestStore, value } from '../store/open-test-store';
import { create, dossierWorld, edit, exported, freeze, ground } from './dossier-world';

const own = ground();

describe('a dossier of several proposals', () => {
  it('lays three of Mỹ Lộc in the chosen order, whichever of them names it', async () => {
    const window = dossierWorld(own);
    const [a, b, c] = [
      await create(window, 'A'),
      await create(window, 'B'),
      await create(window, 'C'),
    ];
    await window.done('dossier.setProposals', { id: a, proposals: [c, a, b] });
    for (const id of [a, b, c]) {
      const record = await window.done('dossier.read', { id });
      expect(record.lead).toBe(a);
      expect(record.proposals.map(({ title }) => title)).toEqual(['C', 'A', 'B']);
      const kinds = record.papers.map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining(['cover-letter', 'summary-table', 'delivery-note']),
      );
    }
    expect((await window.done('dossier.board', undefined)).map(({ id }) => id)).toEqual([a]);
  });
});

describe('freezing', () => {
  it('wants a name, keeps files, and lets drafts say so', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    expect((await exported(window, id)).includes('/Watermark')).toBe(true);
    expect(await window.call('dossier.freeze', { id, anyway: true })).toMatchObject({
      ok: false,
      error: { code: 'invalid-value' },
    });
    const { freeze: frozen } = await freeze(window, id);
    expect(frozen?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(new Set(value(own.store.listKeptFiles(id)).map(({ sha256 }) => sha256))).toEqual(
      new Set(frozen?.files.map(({ sha256 }) => sha256)),
    );
    const pdf = await exported(window, id);
    expect([pdf.includes('/Watermark'), pdf.includes('/Footer')]).toEqual([false, true]);
  });

  it('does not let a changed proposal pass for the frozen one', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    await freeze(window, id);
    await edit(window, id);
    const pdf = await exported(window, id);
    expect([pdf.includes('/Watermark'), pdf.includes('/Footer')]).toEqual([true, false]);
    const record = await window.done('dossier.read', { id });
    expect(record.proposals[0]?.changed).toBe(true);
    const fits = (paper: string) => record.papers.find((one) => one.id === paper)?.fits;
    expect(fits(`proposal:${id}`)).toBe(false);
    // The letter prints the title that was changed; the label names the sender and the counter only.
    expect([fits('cover-letter'), fits('envelope-label')]).toEqual([false, true]);
    expect(await window.call('dossier.save', { id, data: record.data })).toMatchObject({
      ok: false,
      error: { code: 'dossier-frozen' },
    });
  });

  it('opens again only with a reason, and keeps the version', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    await freeze(window, id);
    expect((await window.call('dossier.unfreeze', { id, reason: '  ' })).ok).toBe(false);
    const record = await window.done('dossier.unfreeze', { id, reason: 'Sở yêu cầu' });
    expect(record.freeze).toBeNull();
    expect(record.past[0]?.ended?.reason).toBe('Sở yêu cầu');
    const kinds = (await window.done('dossier.register', { id })).map(({ kind }) => kind);
    expect(kinds).toEqual(['unfreeze', 'freeze']);
  });

  it('writes the whole dossier into a folder: drafts by name, then the frozen files', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    const drafts = await window.done('dossier.exportAll', { id });
    expect(drafts.files.length).toBeGreaterThan(5);
    expect(drafts.files.every(({ fileName }) => fileName.startsWith('BẢN NHÁP '))).toBe(true);
    const { freeze: frozen } = await freeze(window, id);
    const whole = await window.done('dossier.exportAll', { id });
    expect(whole.files.map(({ fileName }) => fileName)).toEqual(
      frozen?.files.map(({ fileName }) => fileName),
    );
    expect(readdirSync(whole.folder)).toHaveLength(whole.files.length);
  });

  it('draws a lost file again to the byte', async () => {
    const lost = () => err({ code: 'row-damaged' as const, message: 'x' });
    const window = dossierWorld(own, { ...own.store, readKeptFile: lost });
    const id = await create(window, 'A');
    const { freeze: frozen } = await freeze(window, id);
    const file = frozen?.files.find(
      ({ format, paper }) => format === 'pdf' && paper === 'cover-letter',
    );
    const written = await window.done('dossier.export', {
      id,
      paper: 'cover-letter',
      format: 'pdf',
    });
    expect(written.sha256).toBe(file?.sha256);
  });
});

describe('the register', () => {
  it('shows which entry was altered outside the program', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    await freeze(window, id);
    await window.done('dossier.enter', { id, entry: { kind: 'sealed', on: '2026-11-25' } });
    expect((await window.done('dossier.register', { id })).every(({ intact }) => intact)).toBe(
      true,
    );
    const { file } = own.store;
    own.store.close();
    const db = new Database(file);
    db.prepare(`UPDATE register SET actor = 'Kẻ khác' WHERE id = 1`).run();
    db.close();
    own.store = openTestStore(dirname(file));
    const entries = await dossierWorld(own).done('dossier.register', { id });
    expect(entries.find((entry) => entry.id === 1)?.intact).toBe(false);
  });
});

describe('signing', () => {
  it('signs the frozen file, keeps it, and takes back only what grew from it', async () => {
    const window = dossierWorld(own);
    const id = await create(window, 'A');
    await freeze(window, id);
    window.given.certificate = join(own.work, 'ky.p12');
    writeFileSync(window.given.certificate, makeIdentity({ days: 3000 }).p12);
    const { ticket } = await window.done('sign.chooseCertificate', undefined);
    const wanted = {
      id,
      paper: 'cover-letter',
      format: 'pdf',
      ticket,
      reason: '',
      location: '',
      visible: true,
    } as const;
    expect(await window.call('sign.sign', { ...wanted, passphrase: 'sai' })).toMatchObject({
      ok: false,
      error: { code: 'sign-failed' },
    });
    const record = await window.done('sign.sign', { ...wanted, passphrase: PASSPHRASE });
    const signed = record.papers.find((paper) => paper.id === 'cover-letter')?.signed[0];
    expect(signed?.signer).toBe(SIGNER);
    const path = join(own.work, signed?.fileName ?? '');
    writeFileSync(path, value(own.store.readKeptFile(signed?.sha256 ?? '')));
    expect(value(verifyFile(readFileSync(path))).intact).toBe(true);
    window.given.signed = path;
    expect((await window.done('sign.verify', undefined)).intact).toBe(true);
    expect((await window.call('sign.takeBack', { id, paper: 'cover-letter' })).ok).toBe(true);
    expect((await window.call('sign.takeBack', { id, paper: 'delivery-note' })).ok).toBe(false);
  });
});
