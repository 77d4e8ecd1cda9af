import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bindDossier,
  drawPlan,
  drawProposal,
  layPlan,
  layProposal,
} from '../../../electron/export';
import { createTickets, writeFileAtomically } from '../../../electron/files';
import { allHandlers, type ExportPlace, type Services } from '../../../electron/ipc';
import { verifyFile } from '../../../electron/sign';
import type { Store } from '../../../electron/store';
import { err, ok } from '../../../shared/base';
import type { Channel, DossierRecord, Input, Output } from '../../../shared/ipc';
import { makeIdentity, PASSPHRASE, SIGNER } from '../sign/make-identity';
import { openTestStore, testIds, value } from '../store/open-test-store';
import { fakeServices, shipped } from './fake-services';

let work: string;
let store: Store;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'bdx-dossier-'));
  store = openTestStore();
});
afterEach(() => {
  store.close();
  rmSync(work, { recursive: true, force: true });
});

const FONT = 'assets/fonts/liberation-serif-regular.ttf';

const world = (kept: Store = store) => {
  const given = { signed: '', certificate: '', picture: '', root: '' };
  const services: Services = {
    ...fakeServices(kept).services,
    now: () => new Date(),
    tickets: createTickets<ExportPlace>(testIds('ve'), () => 0),
    askTarget: ({ fileName }) => Promise.resolve(join(work, fileName)),
    drawPaper: drawProposal,
    layPages: (paper) => Promise.resolve(layProposal(paper)),
    writeFile: (path, bytes) => writeFileAtomically(path, bytes),
    printPages: () => Promise.resolve(ok(true)),
    dossiers: {
      papers: shipped.papers,
      drawPlan,
      layPlan: (plan) => Promise.resolve(layPlan(plan)),
      askFolder: () => Promise.resolve(work),
      askFile: (kind) => Promise.resolve(given[kind]),
      certificates: createTickets(testIds('ct'), () => 0),
      readBytes: (path) => {
        try {
          return Promise.resolve(ok(readFileSync(path)));
        } catch {
          return Promise.resolve(err({ code: 'file-unreadable', message: 'x' }));
        }
      },
      bind: bindDossier,
      ensureFolder: (path) => {
        mkdirSync(dirname(path), { recursive: true });
      },
      makeFolder: (parent, name) => {
        mkdirSync(join(parent, name));
        return join(parent, name);
      },
      signatureFont: () => Promise.resolve(readFileSync(FONT)),
    },
    files: {
      ...fakeServices(store).services.files,
      exists: () => false,
    },
  };
  const handlers = allHandlers(services);
  const call = async <C extends Channel>(channel: C, input: Input<C>) =>
    handlers[channel](input as never);
  const done = async <C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> =>
    value(await call(channel, input)) as Output<C>;
  return { call, done, given };
};

type World = ReturnType<typeof world>;

const create = async ({ done }: World, title: string): Promise<string> => {
  const { id } = await done('proposals.create', {
    callId: 'ml-2024-1322',
    templateId: 'tt03-2017-a1-dxnv',
    title,
    organisationId: null,
  });
  return id;
};

const freeze = async ({ done }: World, id: string): Promise<DossierRecord> => {
  await done('dossier.setActor', { name: 'Lan' });
  return done('dossier.freeze', { id, anyway: true });
};

/** A change of the words, in any section that takes plain text or a whole document. */
const edit = async ({ done }: World, id: string): Promise<void> => {
  const form = shipped.templates.find((one) => one.id === 'tt03-2017-a1-dxnv')!;
  const section = form.sections.find(({ kind }) => kind === 'text' || kind === 'richText')!;
  const words =
    section.kind === 'text'
      ? 'Tên khác'
      : {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Khác' }] }],
        };
  await done('proposals.saveSection', { id, section: section.id, value: words });
};

const exported = async ({ done }: World, id: string): Promise<Buffer> => {
  const { ticket } = await done('export.chooseTarget', { id, format: 'pdf' });
  const { fileName } = await done('export.write', { ticket });
  return readFileSync(join(work, fileName));
};

describe('a dossier of several proposals', () => {
  it('lays three of Mỹ Lộc in the chosen order, whichever of them names it', async () => {
    const window = world();
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
    const window = world();
    const id = await create(window, 'A');
    expect((await exported(window, id)).includes('/Watermark')).toBe(true);
    expect(await window.call('dossier.freeze', { id, anyway: true })).toMatchObject({
      ok: false,
      error: { code: 'invalid-value' },
    });
    const { freeze: frozen } = await freeze(window, id);
    expect(frozen?.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(new Set(value(store.listKeptFiles(id)).map(({ sha256 }) => sha256))).toEqual(
      new Set(frozen?.files.map(({ sha256 }) => sha256)),
    );
    const pdf = await exported(window, id);
    expect([pdf.includes('/Watermark'), pdf.includes('/Footer')]).toEqual([false, true]);
  });

  it('does not let a changed proposal pass for the frozen one', async () => {
    const window = world();
    const id = await create(window, 'A');
    await freeze(window, id);
    await edit(window, id);
    const pdf = await exported(window, id);
    expect([pdf.includes('/Watermark'), pdf.includes('/Footer')]).toEqual([true, false]);
    const record = await window.done('dossier.read', { id });
    expect(record.proposals[0]?.changed).toBe(true);
    expect(record.papers.find((paper) => paper.id === `proposal:${id}`)?.fits).toBe(false);
    expect(await window.call('dossier.save', { id, data: record.data })).toMatchObject({
      ok: false,
      error: { code: 'dossier-frozen' },
    });
  });

  it('opens again only with a reason, and keeps the version', async () => {
    const window = world();
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
    const window = world();
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
    const window = world({ ...store, readKeptFile: lost });
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
    const window = world();
    const id = await create(window, 'A');
    await freeze(window, id);
    await window.done('dossier.enter', { id, entry: { kind: 'sealed', on: '2026-11-25' } });
    expect((await window.done('dossier.register', { id })).every(({ intact }) => intact)).toBe(
      true,
    );
    const { file } = store;
    store.close();
    const db = new Database(file);
    db.prepare(`UPDATE register SET actor = 'Kẻ khác' WHERE id = 1`).run();
    db.close();
    store = openTestStore(dirname(file));
    const entries = await world().done('dossier.register', { id });
    expect(entries.find((entry) => entry.id === 1)?.intact).toBe(false);
  });
});

describe('signing', () => {
  it('signs the frozen file, keeps it, and takes back only what grew from it', async () => {
    const window = world();
    const id = await create(window, 'A');
    await freeze(window, id);
    window.given.certificate = join(work, 'ky.p12');
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
    const path = join(work, signed?.fileName ?? '');
    writeFileSync(path, value(store.readKeptFile(signed?.sha256 ?? '')));
    expect(value(verifyFile(readFileSync(path))).intact).toBe(true);
    window.given.signed = path;
    expect((await window.done('sign.verify', undefined)).intact).toBe(true);
    expect((await window.call('sign.takeBack', { id, paper: 'cover-letter' })).ok).toBe(true);
    expect((await window.call('sign.takeBack', { id, paper: 'delivery-note' })).ok).toBe(false);
  });
});
