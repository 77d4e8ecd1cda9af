/**
 * A person on a small disk that is full but for a little. Runs where it may mount: for each case a
 * fresh tmpfs, a store on it, a filler that leaves so much room, one thing that the person does, and
 * then room again. Cases come as lines of JSON in a file; answers go to standard output.
 */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../electron/files';
import { openStore, type Store } from '../../../electron/store';
import { checkOptions } from '../check-store';
import { seededRandom } from '../random';
import type { Operation, SmallDiskAnswer, SmallDiskCase } from '../small-disk';
import { contentOf, digestOf, type Model } from '../workload';

const [, , place = '', casesPath = ''] = process.argv;
const disk = join(place, 'disk');
const template = join(place, 'template');
const outside = join(place, 'outside');
const data = join(disk, 'data');
const target = join(disk, 'out', 'tep.bin');
const filler = join(disk, 'phim.mkv');
const OLD = Buffer.from('tệp cũ của lần trước');

const style = {
  fontSize: 14,
  lineSpacing: 1,
  spaceAfter: 6,
  margins: { top: 20, bottom: 20, left: 30, right: 20 },
  indent: 12.7,
};

/** A code where it was refused; null where it was done. */
type Refusal = string | null;
type Answered = { readonly ok: boolean; readonly error?: { readonly code: string } };
const refusalOf = (answer: Answered): Refusal => (answer.ok ? null : (answer.error?.code ?? '?'));

const words = (seed: number, bytes: number): string => {
  const random = seededRandom(seed);
  let text = '';
  while (text.length < bytes) text += `${Math.floor(random() * 1e9).toString(36)} chữ `;
  return text;
};

const need = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

interface Prepared {
  readonly kept: string;
  readonly trashed: string;
  readonly backup: string;
  readonly atBackup: Model;
  readonly before: Model;
}

/** What every case begins with: two proposals, a version, a backup, an attachment, the ballast. */
const prepare = async (): Promise<Prepared> => {
  mkdirSync(outside, { recursive: true });
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, 7)]);
  writeFileSync(join(outside, 'bao-gia.pdf'), pdf);
  const small = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9000, 8)]);
  writeFileSync(join(outside, 'nho.pdf'), small);
  mkdirSync(join(outside, 'usb'));
  const other = need(openStore(checkOptions(join(outside, 'other'))));
  const sent = need(other.createProposal({ ...blank, title: 'Từ máy khác' }));
  need(other.saveSection(sent.id, 'muc1', words(5, 30_000)));
  need(await other.writePackage([sent.id], join(outside, 'tu-may-khac.bdx')));
  other.close();
  const store = need(openStore(checkOptions(template)));
  const first = need(store.createProposal({ ...blank, title: 'Giữ lại' }));
  need(store.saveSection(first.id, 'muc1', words(1, 20_000)));
  need(await store.addAttachment(first.id, join(outside, 'nho.pdf')));
  need(store.markMilestone(first.id, 'mốc'));
  const backup = need(await store.backupNow());
  const atBackup = contentOf(store);
  const second = need(store.createProposal({ ...blank, title: 'Bỏ đi' }));
  need(store.saveSection(second.id, 'muc2', words(2, 40_000)));
  need(store.trashProposal(second.id));
  // Takes the ballast.
  await store.tick();
  const before = contentOf(store);
  store.close();
  return { kept: first.id, trashed: second.id, backup: backup.name, atBackup, before };
};

const blank = { callId: 'c', templateId: 't', organisationId: null, style, values: {} };

/** Takes all the room there is but so much; what is left is whole pages. */
const fillBut = (kibibytes: number): void => {
  const fd = openSync(filler, 'w');
  const piece = Buffer.alloc(64 * 1024, 1);
  for (let size = piece.length; size >= 4096; ) {
    try {
      writeSync(fd, piece, 0, size);
    } catch {
      size /= 2;
    }
  }
  ftruncateSync(fd, Math.max(0, Math.floor(fstatSync(fd).size / 4096) * 4096 - kibibytes * 1024));
  closeSync(fd);
};

interface Doing {
  readonly store: Store;
  readonly prepared: Prepared;
  readonly seed: number;
}

interface Act {
  readonly run: (doing: Doing) => Refusal | Promise<Refusal>;
  /** What is there once it is done, of the proposals that were there before. */
  readonly after?: (before: Model, doing: Omit<Doing, 'store'>) => Model;
  /** Proposals that it adds. */
  readonly adds?: number;
  /** It has to work however little room there is. */
  readonly always?: boolean;
}

const changed = (
  model: Model,
  id: string,
  change: (proposal: Model[string]) => Model[string],
): Model => {
  const proposal = model[id];
  return proposal === undefined ? model : { ...model, [id]: change(proposal) };
};
const withValue = (model: Model, id: string, section: string, text: string): Model =>
  changed(model, id, (proposal) => ({
    ...proposal,
    values: { ...proposal.values, [section]: text },
  }));

const writeBytes = async (bytes: Buffer): Promise<Refusal> =>
  refusalOf(await writeFileAtomically(target, bytes));

const TURNS = 12;
const typed = (seed: number, turn: number): string => words(seed + turn, 2000 + turn * 100);

const ACTS: Readonly<Record<Operation, Act>> = {
  save: {
    run: ({ store, prepared, seed }) =>
      refusalOf(store.saveSection(prepared.kept, 'muc1', words(seed, 60_000))),
    after: (model, { prepared, seed }) =>
      withValue(model, prepared.kept, 'muc1', words(seed, 60_000)),
  },
  'type on': {
    run: ({ store, prepared, seed }) => {
      let refusal: Refusal = null;
      for (let turn = 0; turn <= TURNS; turn += 1) {
        refusal = refusalOf(store.saveSection(prepared.kept, 'muc3', typed(seed, turn)));
      }
      return refusal;
    },
    after: (model, { prepared, seed }) =>
      withValue(model, prepared.kept, 'muc3', typed(seed, TURNS)),
  },
  new: {
    run: ({ store }) => refusalOf(store.createProposal({ ...blank, title: 'Mới' })),
    adds: 1,
  },
  duplicate: {
    run: ({ store, prepared }) => refusalOf(store.duplicateProposal(prepared.kept, 'Bản sao')),
    adds: 1,
  },
  rename: {
    run: ({ store, prepared }) => refusalOf(store.renameProposal(prepared.kept, 'Tên khác')),
    after: (model, { prepared }) =>
      changed(model, prepared.kept, (proposal) => ({ ...proposal, title: 'Tên khác' })),
  },
  version: {
    run: ({ store, prepared }) => refusalOf(store.markMilestone(prepared.kept, 'mốc hai')),
    after: (model, { prepared }) =>
      changed(model, prepared.kept, (proposal) => ({
        ...proposal,
        milestones: [...proposal.milestones, 'mốc hai'],
      })),
  },
  // What a freeze writes among the words. Drawing its papers touches no disk, and taking them in asks
  // for 16 MB of room first (S74), so that all of it would be refused at the door, as `attachment` is.
  freeze: {
    run: async ({ store, prepared, seed }) => {
      const frozen = store.freezeRevision(prepared.kept, 'khoá');
      if (!frozen.ok) return refusalOf(frozen);
      const written = await writeBytes(Buffer.from(words(seed, 90_000)));
      return written ?? refusalOf(store.savePart(prepared.kept, 'dossier', { frozen: true }));
    },
  },
  settings: {
    run: ({ store, seed }) => refusalOf(store.saveSetting('deadlines', { text: words(seed, 500) })),
  },
  'second place': {
    run: ({ store }) => refusalOf(store.setSecondPlace(join(outside, 'usb'))),
  },
  backup: { run: async ({ store }) => refusalOf(await store.backupNow()) },
  restore: {
    run: async ({ store, prepared }) => refusalOf(await store.restoreBackup(prepared.backup)),
    after: (_model, { prepared }) => prepared.atBackup,
  },
  'export pdf': { run: ({ seed }) => writeBytes(Buffer.from(words(seed, 150_000))) },
  'export docx': { run: ({ seed }) => writeBytes(Buffer.from(words(seed, 25_000))) },
  package: {
    run: async ({ store, prepared }) =>
      refusalOf(await store.writePackage([prepared.kept], target)),
  },
  import: {
    run: async ({ store }) =>
      refusalOf(await store.importPackage(join(outside, 'tu-may-khac.bdx'))),
    adds: 1,
  },
  attachment: {
    run: async ({ store, prepared }) =>
      refusalOf(await store.addAttachment(prepared.kept, join(outside, 'bao-gia.pdf'))),
  },
  erase: {
    run: ({ store, prepared }) => refusalOf(store.eraseProposal(prepared.trashed)),
    after: (model, { prepared }) =>
      Object.fromEntries(Object.entries(model).filter(([id]) => id !== prepared.trashed)),
    always: true,
  },
  open: { run: () => null },
};

const FULL: ReadonlySet<string> = new Set(['store-full', 'disk-full']);

/** Files that an interrupted work must not leave behind. */
const leftovers = (): string[] =>
  readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /dang-ghi|phuc-hoi|dung-lai|\.tmp/u.test(name),
  );

/** Proposals of before as they are now, and how many there are beside them. */
const split = (content: Model, before: Model): { old: Model; added: number } => {
  const entries = Object.entries(content);
  const old = entries.filter(([id]) => before[id] !== undefined);
  return { old: Object.fromEntries(old), added: entries.length - old.length };
};

const runCase = async (each: SmallDiskCase, prepared: Prepared): Promise<SmallDiskAnswer> => {
  const { operation, room, seed } = each;
  const act = ACTS[operation];
  cpSync(template, data, { recursive: true });
  mkdirSync(join(disk, 'out'));
  writeFileSync(target, OLD);
  const problems: string[] = [];
  const check = (isRight: boolean, what: string): void => {
    if (!isRight) problems.push(what);
  };
  if (operation === 'open') fillBut(room);
  let start = performance.now();
  const opened = openStore(checkOptions(data));
  let refusal: Refusal = opened.ok ? null : opened.error.state.state;
  let milliseconds = performance.now() - start;
  let store: Store | null = opened.ok ? opened.value : null;
  if (store !== null && operation !== 'open') {
    fillBut(room);
    start = performance.now();
    refusal = await act.run({ store, prepared, seed });
    milliseconds = performance.now() - start;
    check(refusal === null || FULL.has(refusal), `refused as ${refusal}`);
    check(refusal === null || act.always !== true, 'refused though it has to work');
    check(refusal === null || readFileSync(target).equals(OLD), 'the old file was touched');
    check(leftovers().length === 0, `left behind: ${leftovers().join(', ')}`);
  }
  const isRefused = refusal !== null;
  // Words of before can be read on a full disk.
  if (store !== null) {
    const { old } = split(contentOf(store), prepared.before);
    check(prepared.kept in old, 'words cannot be read while the disk is full');
  }
  rmSync(filler, { force: true });
  let adds = isRefused ? 0 : (act.adds ?? 0);
  if (store === null) {
    const again = openStore(checkOptions(data));
    check(again.ok, `does not open with room: ${again.ok ? '' : again.error.state.state}`);
    store = again.ok ? again.value : null;
  } else if (isRefused) {
    check(store.retry().state === 'ready', `not ready with room: ${store.state().state}`);
    const second = await act.run({ store, prepared, seed });
    check(second === null, `refused with room: ${second}`);
    adds += act.adds ?? 0;
  }
  store?.close();
  const last = openStore(checkOptions(data));
  if (last.ok) {
    const { old, added } = split(contentOf(last.value), prepared.before);
    const expected = act.after?.(prepared.before, { prepared, seed }) ?? prepared.before;
    check(digestOf(old) === digestOf(expected), 'wrong words afterwards');
    // A refused one may have come through all the same; an acknowledged one must be there.
    check(added >= adds && added <= adds + 1, `${added} proposals added instead of ${adds}`);
    check((last.value.healed?.missing ?? []).length === 0, 'something is missing');
    last.value.close();
  } else check(false, `not opened: ${last.error.state.state}`);
  return {
    ...each,
    problem: problems.length === 0 ? null : problems.join('; '),
    refused: isRefused,
    milliseconds: Math.round(milliseconds),
  };
};

const prepared = await prepare();
mkdirSync(disk, { recursive: true });
for (const line of readFileSync(casesPath, 'utf8').split('\n')) {
  if (line === '') continue;
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk]);
  try {
    const answer = await runCase(JSON.parse(line) as SmallDiskCase, prepared);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}
