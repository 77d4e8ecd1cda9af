/** Versions, backups, attachments and transfer files as the window asks for them, over a real store. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import form from '../../../assets/templates/hp-2023-bdx.json';
import { createTickets } from '../../../electron/files';
import { createTransferJobs, keepStore, type Services, watchBackups } from '../../../electron/ipc';
import { attachmentHandlers } from '../../../electron/ipc/attachment-handlers';
import { backupHandlers } from '../../../electron/ipc/backup-handlers';
import { historyHandlers } from '../../../electron/ipc/history-handlers';
import { storeHandlers } from '../../../electron/ipc/store-handlers';
import { transferHandlers } from '../../../electron/ipc/transfer-handlers';
import { openReadOnly, openStore, recoverStore, type Store } from '../../../electron/store';
import {
  type Channel,
  contract,
  type EventName,
  events,
  type Input,
  type Output,
} from '../../../shared/ipc';
import { templateSchema } from '../../../shared/model';

const { style } = templateSchema.parse(form).typography;

let folder: string;
const closing: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bdx-safety-unit-'));
});

afterEach(() => {
  for (const close of closing.splice(0)) close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the handlers need of the world, with dialogs that answer by a list. */
const machine = (name: string) => {
  const options = {
    folder: join(folder, name),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    appVersion: '0.1.0',
  };
  const told: { event: EventName; payload: unknown }[] = [];
  const emit: Services['emit'] = (event, payload) => {
    told.push({ event, payload: events[event].parse(payload) });
  };
  const keeper = keepStore({
    open: () => openStore(options),
    recover: () => recoverStore(options),
    look: (why) => openReadOnly(options, why),
  });
  closing.push(() => keeper.close());
  const answers: (string | null)[] = [];
  const ask = () => Promise.resolve(answers.shift() ?? null);
  const opened: string[] = [];
  let given: string | null = null;
  const services = {
    keeper,
    emit,
    askFolder: ask,
    askAttachment: ask,
    askAttachmentTarget: ask,
    packages: {
      tickets: createTickets<string>(randomUUID, Date.now),
      askFile: ask,
      askTarget: ask,
      takeGiven: () => {
        const path = given;
        given = null;
        return path;
      },
    },
    jobs: createTransferJobs((progress) => emit('transfer.progress', progress)),
    files: {
      exists: existsSync,
      reveal: () => undefined,
      open: (path: string) => {
        opened.push(path);
        return Promise.resolve('');
      },
      size: () => null,
      viewFolder: () => mkdtempSync(join(folder, 'xem-')),
    },
  } as unknown as Services;
  const handlers = {
    ...historyHandlers(services),
    ...backupHandlers(services),
    ...attachmentHandlers(services),
    ...transferHandlers(services),
    ...storeHandlers(services),
  };
  /** Through the shapes of the contract, as the dispatcher does. */
  const askFor = async <C extends Channel & keyof typeof handlers>(channel: C, input: Input<C>) => {
    const parsed = contract[channel].input.parse(input);
    const answer = await (handlers[channel] as (input: unknown) => unknown)(parsed);
    const result = answer as { ok: boolean; value?: unknown; error?: { code: string } };
    if (result.ok) contract[channel].output.parse(result.value);
    return result as
      | { ok: true; value: Output<C> }
      | { ok: false; error: { code: string; message: string } };
  };
  const must = async <C extends Channel & keyof typeof handlers>(channel: C, input: Input<C>) => {
    const answer = await askFor(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`);
    return answer.value;
  };
  const store = (): Store => {
    const opened = keeper.store();
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  const create = (title: string): string => {
    const made = store().createProposal({
      callId: 'hp-2023-1882',
      templateId: 'hp-2023-bdx',
      title,
      organisationId: null,
      style,
      values: { i: title },
    });
    if (!made.ok) throw new Error(made.error.message);
    return made.value.id;
  };
  return {
    told,
    keeper,
    answers,
    opened,
    ask: askFor,
    must,
    store,
    create,
    folder: options.folder,
    give: (path: string) => {
      given = path;
    },
  };
};

it('makes one version of the same words, however often Ghi is pressed', async () => {
  const { must, create, store } = machine('a');
  const id = create('Hồ sơ');
  const first = await must('history.mark', { id, name: '' });
  expect(await must('history.mark', { id, name: '' })).toEqual(first);
  store().saveSection(id, 'i', 'Hồ sơ đã sửa');
  const second = await must('history.mark', { id, name: '' });
  expect(second.number).toBe(first.number + 1);
  // A name is wanted even where nothing changed.
  const named = await must('history.mark', { id, name: '  Bản  gửi duyệt ' });
  expect(named.name).toBe('Bản gửi duyệt');
  expect((await must('history.list', { id })).map(({ number }) => number)).toEqual([3, 2, 1]);
});

it('restores an old version as the newest and tells the windows', async () => {
  const { must, create, store, told } = machine('a');
  const id = create('Tên cũ');
  const { number } = await must('history.mark', { id, name: 'cũ' });
  store().saveSection(id, 'i', 'Tên mới');
  await must('history.restore', { id, number });
  const record = store().openProposal(id);
  expect(record.ok && record.value.values['i']).toBe('Tên cũ');
  expect(told).toContainEqual({ event: 'proposals.changed', payload: { ids: [id] } });
  const [newest, before] = await must('history.list', { id });
  expect(newest?.kind).toBe('restored');
  const kept = await must('history.read', { id, number: before?.number ?? 0 });
  expect(kept.values['i']).toBe('Tên mới');
});

it('fills a second place at once and refuses one that cannot be written', async () => {
  const { ask, must, create, answers } = machine('a');
  create('Hồ sơ');
  answers.push(join(folder, 'không có'));
  expect(await ask('backups.chooseSecondPlace', undefined)).toMatchObject({
    error: { code: 'target-forbidden' },
  });
  const stick = join(folder, 'USB');
  mkdirSync(stick);
  answers.push(stick);
  const state = await must('backups.chooseSecondPlace', undefined);
  expect(state.secondPlace).toEqual({ folder: stick, reachable: true });
  expect(readdirSync(stick).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  answers.push(null);
  expect(await ask('backups.chooseSecondPlace', undefined)).toMatchObject({
    error: { code: 'cancelled' },
  });
  expect((await must('backups.forgetSecondPlace', undefined)).secondPlace).toBeNull();
});

it('goes back to a backup as a whole and says that everything may be another', async () => {
  const { must, create, store, told } = machine('a');
  create('Trước');
  const backup = await must('backups.make', undefined);
  create('Sau');
  await must('backups.restore', { name: backup.name, place: 'own' });
  const list = store().listProposals({ trashed: false });
  expect(list.ok && list.value.map(({ title }) => title)).toEqual(['Trước']);
  expect(told.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['proposals.changed', 'organisations.changed', 'library.changed']),
  );
});

it('looks at one copy of either place, keeps what it found, and goes back to the sound one', async () => {
  const { ask, must, create, store, answers } = machine('a');
  create('Trước');
  const stick = join(folder, 'USB');
  mkdirSync(stick);
  answers.push(stick);
  await must('backups.chooseSecondPlace', undefined);
  const [own, second] = await must('backups.list', undefined);
  if (own === undefined || second === undefined) throw new Error('two copies were expected');
  expect([own.place, second.place, second.name]).toEqual(['own', 'second', own.name]);
  expect(own.lastCheck).toBeUndefined();
  create('Sau');
  const path = join(folder, 'a', 'sao-luu', own.name);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('Trước');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const broken = await must('backups.verify', { name: own.name, place: 'own' });
  expect(broken.problem).toContain('Đã hỏng');
  const sound = await must('backups.verify', { name: own.name, place: 'second' });
  expect(sound).toMatchObject({ problem: '' });
  expect(sound.rows).toBeGreaterThan(1);
  // Kept with the copies, also for the next start.
  expect((await must('backups.list', undefined)).map(({ lastCheck }) => lastCheck)).toEqual([
    broken,
    sound,
  ]);
  expect(await ask('backups.verify', { name: 'khong-co.db', place: 'own' })).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await ask('backups.restore', { name: own.name, place: 'own' })).toMatchObject({
    error: { code: 'not-found' },
  });
  await must('backups.restore', { name: own.name, place: 'second' });
  const list = store().listProposals({ trashed: false });
  expect(list.ok && list.value.map(({ title }) => title)).toEqual(['Trước']);
});

it('looks at the second place each second and tells only of changes', () => {
  vi.useFakeTimers();
  try {
    const { keeper, store } = machine('a');
    const stick = join(folder, 'USB');
    mkdirSync(stick);
    store().setSecondPlace(stick);
    const told: (boolean | undefined)[] = [];
    const stop = watchBackups(keeper, (state) => told.push(state.secondPlace?.reachable));
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([true]);
    rmSync(stick, { recursive: true });
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([true, false]);
    stop();
    mkdirSync(stick);
    vi.advanceTimersByTime(5000);
    expect(told).toEqual([true, false]);
  } finally {
    vi.useRealTimers();
  }
});

it('reads every row when asked and finds nothing wrong with a sound file', async () => {
  const { must, create } = machine('a');
  create('Hồ sơ');
  expect(await must('store.check', undefined)).toEqual({ damaged: [], mended: [] });
});

it('offers to rebuild a broken file, does it, and tells once what was healed', async () => {
  const before = machine('a');
  const id = before.create('Còn nguyên chữ');
  before.keeper.close();
  const file = join(before.folder, 'ban-de-xuat.db');
  writeFileSync(file, 'không phải cơ sở dữ liệu'.repeat(300));

  const after = machine('a');
  const health = await after.must('store.health', undefined);
  expect(health.recovery?.missing).toEqual([]);
  expect(health.healed).toBeNull();
  expect((await after.must('store.recover', undefined)).state).toBe('ready');
  const record = after.store().openProposal(id);
  expect(record.ok && record.value.title).toBe('Còn nguyên chữ');
  expect((await after.must('store.health', undefined)).healed?.sentences).toHaveLength(1);
  expect((await after.must('store.health', undefined)).healed).toBeNull();
});

it('takes a file in, tells how far it is, and opens only a copy', async () => {
  const { must, create, answers, told, opened } = machine('a');
  const id = create('Hồ sơ');
  const pdf = join(folder, 'Báo giá.pdf');
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_500_000, 3)]);
  writeFileSync(pdf, bytes);
  answers.push(pdf);
  const added = await must('attachments.add', { id, job: 'việc 1' });
  const steps = told.filter(({ event }) => event === 'transfer.progress');
  expect(steps.at(-1)?.payload).toMatchObject({ job: 'việc 1', bytes: bytes.length });
  await must('attachments.open', { id: added.id, proposalId: id, job: 'việc 2' });
  expect(opened).toHaveLength(1);
  expect(opened[0]).not.toBe(pdf);
  expect(readFileSync(opened[0] ?? '').equals(bytes)).toBe(true);
});

it('leaves nothing of a file that was stopped on its way in', async () => {
  const { ask, must, create, answers, told } = machine('a');
  const id = create('Hồ sơ');
  const pdf = join(folder, 'Lớn.pdf');
  writeFileSync(pdf, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9_000_000, 3)]));
  answers.push(pdf);
  const adding = ask('attachments.add', { id, job: 'dừng' });
  await vi.waitFor(() =>
    expect(told.some(({ event }) => event === 'transfer.progress')).toBe(true),
  );
  await must('transfer.cancel', { job: 'dừng' });
  expect(await adding).toMatchObject({ error: { code: 'cancelled' } });
  expect(await must('attachments.list', { id })).toEqual([]);
});

it('takes a sealed file to another machine: looked at first, then brought in once', async () => {
  const here = machine('a');
  const id = here.create('Đi xa');
  const file = join(folder, 'Đi xa.bdx');
  here.answers.push(file);
  // Decomposed here, composed there: the same letters.
  const passphrase = 'mật khẩu dài'.normalize('NFD');
  await here.must('transfer.write', { ids: [id], passphrase, job: '1' });

  const there = machine('b');
  there.give(file);
  const given = await there.must('transfer.given', undefined);
  expect(given?.fileName).toBe('Đi xa.bdx');
  expect(await there.must('transfer.given', undefined)).toBeNull();
  const ticket = given?.ticket ?? '';
  const look = (secret: string | null) =>
    there.ask('transfer.inspect', { ticket, passphrase: secret, job: '2' });
  expect(await look(null)).toMatchObject({ error: { code: 'package-sealed' } });
  expect(await look('sai')).toMatchObject({ error: { code: 'package-passphrase' } });
  expect(await look('mật khẩu dài'.normalize('NFC'))).toMatchObject({
    value: { proposals: [{ title: 'Đi xa', action: 'new' }] },
  });
  const nothingYet = there.store().listProposals({ trashed: false });
  expect(nothingYet.ok && nothingYet.value).toEqual([]);
  const bring = () =>
    there.ask('transfer.import', { ticket, passphrase: 'mật khẩu dài', job: '3' });
  expect((await bring()).ok).toBe(true);
  expect(await bring()).toMatchObject({ error: { code: 'ticket-expired' } });
  const list = there.store().listProposals({ trashed: false });
  expect(list.ok && list.value.map(({ title }) => title)).toEqual(['Đi xa']);
});
