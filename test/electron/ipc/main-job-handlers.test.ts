import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawProposal, layProposal } from '../../../electron/export';
import { createTickets, TICKET_LIFE_MS, writeFileAtomically } from '../../../electron/files';
import { allHandlers, type ExportPlace, type Services } from '../../../electron/ipc';
import type { Store } from '../../../electron/store';
import { err, ok } from '../../../shared/base';
import type { Channel, Input } from '../../../shared/ipc';
import { openTestStore, testIds, value } from '../store/open-test-store';
import { fakeServices, shipped } from './fake-services';

let work: string;
let store: Store;
let clock = 0;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'bdx-handlers-'));
  store = openTestStore();
  clock = 0;
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const world = (more: Partial<Services> = {}, from: Store | null = store) => {
  const fake = fakeServices(from);
  const revealed = vi.fn();
  const services: Services = {
    ...fake.services,
    tickets: createTickets<ExportPlace>(testIds('ve'), () => clock),
    askTarget: ({ fileName }) => Promise.resolve(join(work, fileName)),
    drawPaper: drawProposal,
    layPages: (paper) => Promise.resolve(layProposal(paper)),
    writeFile: (path, bytes) => writeFileAtomically(path, bytes),
    printPages: () => Promise.resolve(ok(true)),
    files: {
      ...fake.services.files,
      exists: (path: string) => {
        try {
          readFileSync(path);
          return true;
        } catch (error) {
          return (error as NodeJS.ErrnoException).code === 'EISDIR';
        }
      },
      reveal: revealed,
      open: () => Promise.resolve(''),
    },
    ...more,
  };
  const handlers = allHandlers(services);
  const call = <C extends Channel>(channel: C, input: Input<C>) =>
    Promise.resolve(handlers[channel](input as never));
  return { call, revealed, emitted: fake.emitted };
};

const template = shipped.templates.find(({ id }) => id === 'hp-2023-bdx')!;

const create = async (
  call: ReturnType<typeof world>['call'],
  title = 'Đề xuất A',
): Promise<string> =>
  value(
    await call('proposals.create', {
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title,
      organisationId: null,
    }),
  ).id;

const PARAGRAPH = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lý do cấp thiết.' }] }],
};

describe('creating', () => {
  it('starts with the form, its style and a tidy title', async () => {
    const { call, emitted } = world();
    const id = await create(call, `  ${'Kế hoạch'.normalize('NFD')}  số   7 `);
    const record = value(await call('proposals.open', { id }));
    expect(record.title).toBe('Kế hoạch số 7');
    expect(record.style).toEqual(template.typography.style);
    expect(emitted).toContain('proposals.changed');
  });

  it('takes the profile over into the part for the organisation', async () => {
    const { call } = world();
    const profile = value(
      await call('organisations.save', {
        name: 'Công ty Đông Hải',
        address: 'Hải Phòng',
        contact: { name: 'Lan', position: 'QA', phone: '0912345678', email: 'lan@x.vn' },
        isDefault: true,
      }),
    );
    const record = value(
      await call('proposals.create', {
        callId: 'hp-2023-1882',
        templateId: 'hp-2023-bdx',
        title: 'x',
        organisationId: profile.id,
      }),
    );
    const place = template.sections.find(({ kind }) => kind === 'organisation')!;
    expect(record.values[place.id]).toMatchObject({ name: 'Công ty Đông Hải' });
    expect(record.values[place.id]).not.toHaveProperty('isDefault');
  });

  it.each([
    ['call', { callId: 'khong-co' }],
    ['template', { templateId: 'khong-co' }],
    ['organisation', { organisationId: 'khong-co' }],
  ])('says which %s is unknown and keeps nothing', async (_name, wrong) => {
    const { call } = world();
    const answer = await call('proposals.create', {
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title: 'x',
      organisationId: null,
      ...wrong,
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(value(await call('proposals.list', { trashed: false }))).toEqual([]);
  });
});

describe('saving a section', () => {
  it('keeps it in NFC and acknowledges it', async () => {
    const { call } = world();
    const id = await create(call);
    const nfd = 'Nâng cao năng suất'.normalize('NFD');
    const first = value(await call('proposals.saveSection', { id, section: 'i', value: nfd }));
    const second = value(
      await call('proposals.saveSection', { id, section: 'ii', value: PARAGRAPH }),
    );
    expect(second.seq).toBeGreaterThan(first.seq);
    const record = value(await call('proposals.open', { id }));
    expect(record.values['i']).toBe('Nâng cao năng suất');
    expect(record.values['ii']).toEqual(PARAGRAPH);
    const [summary] = value(await call('proposals.list', { trashed: false }));
    expect(summary).toMatchObject({
      answered: 2,
      sections: template.sections.length,
      pageLimit: 5,
    });
  });

  const deep = (levels: number): unknown => {
    let node: unknown = { type: 'paragraph' };
    for (let level = 0; level < levels; level += 1) {
      node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
    }
    return { type: 'doc', content: [node] };
  };
  const circular: Record<string, unknown> = { type: 'doc' };
  circular['content'] = [circular];

  it.each([
    ['another kind', 'ii', 'chỉ là chữ', 'invalid-value'],
    ['an unknown node', 'ii', { type: 'doc', content: [{ type: 'image' }] }, 'invalid-value'],
    [
      'an unknown mark',
      'ii',
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link' }] }] },
        ],
      },
      'invalid-value',
    ],
    ['HTML', 'ii', '<p onclick="x">', 'invalid-value'],
    ['an unknown section', 'nope', 'x', 'invalid-value'],
    ['a prototype for a section', '__proto__', 'x', 'invalid-value'],
    [
      'an amount that is none',
      'ix',
      { total: Number.NaN, state: null, matching: null },
      'invalid-value',
    ],
    ['far too much', 'i', 'x'.repeat(2_000_001), 'too-large'],
    ['far too deep', 'ii', deep(10_000), 'too-large'],
    ['a circle', 'ii', circular, 'too-large'],
  ])('refuses %s and leaves what was there', async (_name, section, wrong, code) => {
    const { call } = world();
    const id = await create(call);
    value(await call('proposals.saveSection', { id, section: 'ii', value: PARAGRAPH }));
    const before = value(await call('proposals.open', { id }));
    expect(await call('proposals.saveSection', { id, section, value: wrong })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(value(await call('proposals.open', { id }))).toEqual(before);
  });

  it('refuses a style with which no page comes about', async () => {
    const { call } = world();
    const id = await create(call);
    const { style } = template.typography;
    const absurd = { ...style, margins: { ...style.margins, left: 100_000 } };
    expect(await call('proposals.saveStyle', { id, style: absurd })).toMatchObject({
      ok: false,
      error: { code: 'invalid-value' },
    });
    expect(value(await call('proposals.open', { id })).style).toEqual(style);
  });
});

describe('exporting', () => {
  const prepared = async (more: Partial<Services> = {}) => {
    const made = world(more);
    const id = await create(made.call, 'Kế hoạch: 2023/2024?');
    value(await made.call('proposals.saveSection', { id, section: 'ii', value: PARAGRAPH }));
    return { ...made, id };
  };

  it('writes what the store holds and enters the file into the register', async () => {
    const { call, id } = await prepared();
    for (const format of ['pdf', 'docx'] as const) {
      const { ticket, fileName, folder } = value(await call('export.chooseTarget', { id, format }));
      expect(fileName).toBe(`Kế hoạch- 2023-2024-.${format}`);
      expect(folder).toBe(work);
      const record = value(await call('export.write', { ticket }));
      const bytes = readFileSync(join(work, fileName));
      expect(record).toMatchObject({
        proposalId: id,
        format,
        fileName,
        folder: work,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
    }
    const register = value(await call('export.list', { id }));
    expect(register.map(({ format }) => format)).toEqual(['docx', 'pdf']);
  });

  it('gives the same bytes for the same words and time', async () => {
    const { call, id } = await prepared();
    const digests: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { ticket } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
      digests.push(value(await call('export.write', { ticket })).sha256);
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it('takes a ticket once, and not for ever', async () => {
    const { call, id } = await prepared();
    const first = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    value(await call('export.write', { ticket: first.ticket }));
    for (const ticket of [first.ticket, 'đoán']) {
      expect(await call('export.write', { ticket })).toMatchObject({
        ok: false,
        error: { code: 'ticket-expired' },
      });
    }
    const late = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    clock += TICKET_LIFE_MS + 1;
    expect(await call('export.write', { ticket: late.ticket })).toMatchObject({
      ok: false,
      error: { code: 'ticket-expired' },
    });
  });

  it('offers the folder of the last file', async () => {
    const asked: (string | null)[] = [];
    const { call, id } = await prepared({
      askTarget: ({ fileName, folder }) => {
        asked.push(folder);
        return Promise.resolve(join(work, fileName));
      },
    });
    const { ticket } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    value(await call('export.write', { ticket }));
    await call('export.chooseTarget', { id, format: 'docx' });
    expect(asked).toEqual([null, work]);
  });

  it('does nothing when the person closes the dialog', async () => {
    const { call, id } = await prepared({ askTarget: () => Promise.resolve(null) });
    expect(await call('export.chooseTarget', { id, format: 'pdf' })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
    expect(value(await call('export.list', { id }))).toEqual([]);
  });

  it('registers nothing and leaves the old file when writing is refused', async () => {
    const full = { code: 'disk-full', message: 'Ổ đĩa đầy.' } as const;
    const { call, id } = await prepared({ writeFile: () => Promise.resolve(err(full)) });
    const { ticket, fileName } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    writeFileSync(join(work, fileName), 'bản cũ');
    expect(await call('export.write', { ticket })).toEqual(err(full));
    expect(readFileSync(join(work, fileName), 'utf8')).toBe('bản cũ');
    expect(value(await call('export.list', { id }))).toEqual([]);
  });

  it('refuses a letter the paper has no sign for, and says where', async () => {
    const { call, id } = await prepared();
    value(await call('proposals.saveSection', { id, section: 'i', value: 'Tên 🚀' }));
    const { ticket, fileName } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    expect(await call('export.write', { ticket })).toMatchObject({
      ok: false,
      error: { code: 'missing-glyph' },
    });
    expect(() => readFileSync(join(work, fileName))).toThrow();
  });

  it('shows only files that it wrote and that still are there', async () => {
    const { call, id, revealed } = await prepared();
    const { ticket } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    const record = value(await call('export.write', { ticket }));
    value(await call('export.reveal', { exportId: record.id }));
    expect(revealed).toHaveBeenCalledWith(join(work, record.fileName));
    expect(basename(record.fileName)).toBe(record.fileName);
    rmSync(join(work, record.fileName));
    for (const channel of ['export.reveal', 'export.open'] as const) {
      expect(await call(channel, { exportId: record.id })).toMatchObject({
        ok: false,
        error: { code: 'target-missing' },
      });
      expect((await call(channel, { exportId: 4711 })).ok).toBe(false);
    }
    expect(revealed).toHaveBeenCalledOnce();
  });

  it('prints the pages and tells apart who said no', async () => {
    const printPages = vi.fn<Services['printPages']>(() => Promise.resolve(ok(true)));
    const { call, id } = await prepared({ printPages });
    expect(value(await call('export.print', { id }))).toEqual({ printed: true });
    expect(printPages.mock.calls[0]?.[0].pages.length).toBeGreaterThan(0);
    const [entry] = value(await call('export.list', { id }));
    expect(entry).toMatchObject({ format: 'print', fileName: '', pages: 1 });
    // It names the PDF of the same words and time, and no file that could be opened.
    const { ticket } = value(await call('export.chooseTarget', { id, format: 'pdf' }));
    expect(value(await call('export.write', { ticket })).sha256).toBe(entry?.sha256);
    expect(await call('export.open', { exportId: entry?.id ?? 0 })).toMatchObject({
      ok: false,
      error: { code: 'target-missing' },
    });
    printPages.mockResolvedValueOnce(ok(false));
    expect(value(await call('export.print', { id }))).toEqual({ printed: false });
    const broken = { code: 'print-failed', message: 'x' } as const;
    printPages.mockResolvedValueOnce(err(broken));
    expect(await call('export.print', { id })).toEqual(err(broken));
    const prints = value(await call('export.list', { id })).filter((e) => e.format === 'print');
    expect(prints).toHaveLength(1);
  });
});

describe('without a store', () => {
  it('says so on every channel that needs one', async () => {
    const { call } = world({}, null);
    const closed = { ok: false, error: { code: 'store-closed' } };
    expect(await call('proposals.list', { trashed: false })).toMatchObject(closed);
    expect(await call('proposals.saveSection', { id: 'a', section: 'i', value: '' })).toMatchObject(
      closed,
    );
    expect(await call('organisations.list', undefined)).toMatchObject(closed);
    expect(await call('export.chooseTarget', { id: 'a', format: 'pdf' })).toMatchObject(closed);
    expect(await call('export.write', { ticket: 'a' })).toMatchObject(closed);
    expect(await call('export.print', { id: 'a' })).toMatchObject(closed);
  });
});
