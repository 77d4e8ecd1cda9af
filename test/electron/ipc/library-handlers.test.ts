import { describe, expect, it } from 'vitest';
import { complianceHandlers } from '../../../electron/ipc/compliance-handlers';
import { libraryHandlers } from '../../../electron/ipc/library-handlers';
import { packHandlers } from '../../../electron/ipc/pack-handlers';
import { type Call, draftCall, type Pack, parsePack } from '../../../shared/model';
import { newFolder, newProposal, openTestStore, value } from '../store/open-test-store';
import { fakeServices, pack, shipped } from './fake-services';

const call2027 = (): Call => ({
  ...draftCall('hp-2027', '2027-01-10'),
  title: 'Kêu gọi đề xuất năm 2027',
  issuer: 'Sở Khoa học và Công nghệ Hải Phòng',
  recipients: [
    {
      name: 'Sở Khoa học và Công nghệ',
      address: '',
      deadline: null,
      note: '',
      step: 1,
      sender: '',
      hours: null,
      email: '',
    },
  ],
});

describe('the library over a real store', () => {
  it('holds what was shipped from the first look on: four calls, 66 tasks, every reference', () => {
    const { services } = fakeServices(openTestStore());
    const { calls, programmes, references, calendar, templates, staleFacts } = services.library;
    expect(calls).toEqual(shipped.calls);
    expect(programmes.flatMap(({ tasks }) => tasks)).toHaveLength(66);
    expect(new Set(references.map(({ id }) => id))).toEqual(
      new Set(shipped.references.map(({ id }) => id)),
    );
    expect(calendar).toEqual(shipped.calendar);
    expect(templates.map(({ id }) => id).sort()).toEqual(
      shipped.templates.map(({ id }) => id).sort(),
    );
    expect(staleFacts).toHaveLength(shipped.staleFacts.length);
  });

  it('is what was shipped where there is no store', () => {
    const { services } = fakeServices(null);
    expect(services.library.calls).toEqual(shipped.calls);
    expect(services.library.templates).toEqual(shipped.templates);
  });

  it('keeps a call the person edited when the program brings newer data', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const before = fakeServices(store);
    const [first] = before.services.library.calls;
    const handlers = libraryHandlers(before.services);
    value(handlers['calls.save']({ call: { ...first, number: '7/TÔI-SỬA' } }) as never);
    store.close();
    const newer: Pack = {
      ...pack,
      edition: pack.edition + 1,
      calls: pack.calls.map((call) => ({ ...call, number: 'mới', title: `${call.title} (mới)` })),
    };
    const { services } = fakeServices(openTestStore(folder), newer);
    const found = services.library.calls.find(({ id }) => id === first?.id);
    expect(found).toMatchObject({ number: '7/TÔI-SỬA', title: `${first?.title} (mới)` });
    const read = value(libraryHandlers(services)['library.read'](undefined) as never) as {
      standings: unknown[];
    };
    expect(read.standings).toEqual([
      { list: 'calls', id: first?.id, own: false, edited: ['number'] },
    ]);
  });

  it('refuses a call without its necessary words and keeps everything as it was', () => {
    const { services, emitted } = fakeServices(openTestStore());
    const refused = libraryHandlers(services)['calls.save']({
      call: { ...call2027(), title: ' ' },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-value', where: 'title' } });
    expect(services.library.calls).toEqual(shipped.calls);
    expect(emitted).toEqual([]);
  });

  it('finds a call just saved, a task and a proposal by words without accents', () => {
    const store = openTestStore();
    const { services } = fakeServices(store);
    const handlers = libraryHandlers(services);
    value(handlers['calls.save']({ call: call2027() }) as never);
    value(store.createProposal(newProposal('Robot hàn trong đóng tàu')));
    const idsFor = (query: string): string[] =>
      (value(handlers['search.find']({ query }) as never) as { kind: string; id: string }[]).map(
        ({ kind, id }) => `${kind}/${id}`,
      );
    expect(idsFor('keu goi de xuat nam 2027')[0]).toBe('call/hp-2027');
    expect(idsFor('phat trien nhan luc khoa hoc')).toContain('task/tiem-luc-i-1');
    expect(idsFor('robot han dong tau').join()).toContain('proposal/');
    expect(idsFor('1322/QD-TTg').join()).toContain('reference/');
    expect(idsFor('khong he co chu nao nhu vay')).toEqual([]);
  });

  it('keeps the days an organisation needs', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { services } = fakeServices(store);
    const handlers = libraryHandlers(services);
    const { settings } = value(handlers['library.read'](undefined) as never) as {
      settings: { signingDays: number };
    };
    expect(settings.signingDays).toBe(0.5);
    handlers['deadlines.saveSettings']({ ...settings, signingDays: 2.5 } as never);
    store.close();
    const again = libraryHandlers(fakeServices(openTestStore(folder)).services);
    const read = value(again['library.read'](undefined) as never) as typeof settings & {
      settings: { signingDays: number };
    };
    expect(read.settings.signingDays).toBe(2.5);
  });
});

describe('packs', () => {
  it('shows what would change before it does, and changes it only when asked', async () => {
    const fake = fakeServices(openTestStore());
    const handlers = packHandlers(fake.services);
    fake.packFile = '/usb/gói.json';
    fake.disk.set('/usb/gói.json', JSON.stringify({ ...pack, id: 'khac', calls: [call2027()] }));
    const preview = await handlers['packs.choose'](undefined);
    if (!preview.ok) throw new Error(preview.error.message);
    expect(preview.value.fileName).toBe('gói.json');
    expect(preview.value.summary.changes.filter(({ action }) => action === 'add')).toMatchObject([
      { list: 'calls', id: 'hp-2027' },
    ]);
    expect(fake.services.library.calls).toEqual(shipped.calls);
    const done = await handlers['packs.import']({ ticket: preview.value.ticket });
    expect(done.ok).toBe(true);
    expect(fake.services.library.calls.map(({ id }) => id)).toContain('hp-2027');
    expect(fake.emitted).toEqual(['library.changed']);
    // A ticket is good once.
    expect(await handlers['packs.import']({ ticket: preview.value.ticket })).toMatchObject({
      ok: false,
      error: { code: 'ticket-expired' },
    });
  });

  it.each([
    ['cut short', JSON.stringify(pack).slice(0, -100)],
    ['newer', JSON.stringify({ ...pack, version: 2 })],
    ['of another kind', '{"format":"khác"}'],
    ['hostile', JSON.stringify(pack).replace('"calls":', '"__proto__":{"x":1},"calls":')],
    ['too deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['twice the same', JSON.stringify({ ...pack, calls: [pack.calls[0], pack.calls[0]] })],
    ['empty', ''],
  ])('refuses one that is %s with a sentence and changes nothing', async (_, text) => {
    const store = openTestStore();
    const fake = fakeServices(store);
    const before = JSON.stringify(fake.services.library.calls);
    const kept = JSON.stringify(value(store.keptRecords()));
    fake.packFile = '/usb/x.json';
    fake.disk.set('/usb/x.json', text);
    const refused = await packHandlers(fake.services)['packs.choose'](undefined);
    expect(refused).toMatchObject({ ok: false, error: { code: 'pack-refused' } });
    if (!refused.ok) expect(refused.error.message.length).toBeGreaterThan(20);
    expect(JSON.stringify(fake.services.library.calls)).toBe(before);
    expect(JSON.stringify(value(store.keptRecords()))).toBe(kept);
  });

  it('hands a call on: what one person exports, another one reads whole', async () => {
    const mine = fakeServices(openTestStore());
    value(libraryHandlers(mine.services)['calls.save']({ call: call2027() }) as never);
    mine.packTarget = '/usb/đợt.json';
    const written = await packHandlers(mine.services)['calls.exportPack']({ id: 'hp-2027' });
    expect(written).toMatchObject({ ok: true, value: { fileName: 'đợt.json', folder: '/usb' } });
    const read = parsePack(mine.disk.get('/usb/đợt.json') ?? '');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.calls).toEqual([call2027()]);
    const theirs = openTestStore();
    value(theirs.importPack(read.value));
    expect(value(theirs.library()).calls).toEqual([call2027()]);
  });

  it('exports each shipped call with all the forms and references it points at', async () => {
    for (const { id } of shipped.calls) {
      const fake = fakeServices(openTestStore());
      fake.packTarget = '/usb/x.json';
      await packHandlers(fake.services)['calls.exportPack']({ id });
      const read = parsePack(fake.disk.get('/usb/x.json') ?? '');
      if (!read.ok) throw new Error(read.error.message);
      const references = new Set(read.value.references.map((one) => one.id));
      const templates = new Set(read.value.templates.map((one) => one.id));
      for (const call of read.value.calls) {
        for (const { reference } of call.references) expect(references).toContain(reference);
        for (const template of call.templates) expect(templates).toContain(template);
      }
    }
  });

  it('says nothing went wrong when the person closes the dialog', async () => {
    const fake = fakeServices(openTestStore());
    const handlers = packHandlers(fake.services);
    expect(await handlers['packs.choose'](undefined)).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(await handlers['calls.exportPack']({ id: 'hp-2023-1882' })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
  });
});

describe('which orientations a proposal answers', () => {
  it('is kept with the proposal and empty where nobody has chosen', () => {
    const folder = newFolder();
    const store = openTestStore(folder);
    const { id } = value(store.createProposal(newProposal()));
    const handlers = complianceHandlers(fakeServices(store).services);
    expect(handlers['proposals.compliance']({ id })).toEqual({
      ok: true,
      value: { chosen: [], answers: {} },
    });
    const compliance = { chosen: ['b.3'], answers: { 'b.3': ['iv'] } };
    value(handlers['proposals.saveCompliance']({ id, compliance }) as never);
    store.close();
    const again = complianceHandlers(fakeServices(openTestStore(folder)).services);
    expect(again['proposals.compliance']({ id })).toEqual({ ok: true, value: compliance });
  });
});
