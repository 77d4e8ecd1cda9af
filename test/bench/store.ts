/**
 * How long the safety net takes: saving, starting, lists, history, attachments, backups. See
 * `npm run bench:store`. Writes RESULTS-STORE.md. The peers are the disk and SQLite themselves: the
 * same bytes appended to a file and synced, and put into a bare database at FULL.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { compareValues } from '../../shared/model';
import { randomOf } from '../corpus';
import { paragraphText } from '../corpus/vietnamese-prose';
import {
  create,
  failures,
  figure,
  longestStall,
  MB,
  must,
  open,
  project,
  rows,
  timed,
} from './bench-store';
import { type Sample, sampleOf, timesOf } from './sample';
import { attachments } from './store-attachments';

const PROPOSALS = Number(process.argv[3] ?? 10_000);
const REVISIONS = 1000;
const SAVES = 1000;
const PARTS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'] as const;
const SAVES_BEFORE_CRASH = 400;

/** A rich text of about so many bytes of JSON. */
const richText = (bytes: number, seed: number) => {
  const random = randomOf(seed + 1);
  const content: object[] = [];
  for (let size = 0; size < bytes; ) {
    const text = paragraphText(random, 4, 0.3);
    content.push({ type: 'paragraph', content: [{ type: 'text', text }] });
    size += Buffer.byteLength(text) + 60;
  }
  return { type: 'doc', content };
};

/** The same text with one word more, as autosave sends it. */
const edited = (base: ReturnType<typeof richText>, turn: number) => ({
  ...base,
  content: [
    ...base.content,
    { type: 'paragraph', content: [{ type: 'text', text: `lần ${turn}` }] },
  ],
});

/** Runs in a process of its own, which ends as if the power had gone. */
const saveAndDie = (folder: string): void => {
  const store = open(folder);
  const base = richText(60_000, 1);
  const id = create(store, 'Trước khi mất điện', base);
  for (let turn = 0; turn < SAVES_BEFORE_CRASH; turn += 1) {
    must(store.saveSection(id, 'ii', edited(base, turn)));
  }
  process.kill(process.pid, 'SIGKILL');
};

/** One row of so many bytes written again and again by nothing but SQLite. */
const bareDatabase = (path: string): ((text: string) => void) => {
  const db = new Database(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE words (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const put = db.prepare('INSERT OR REPLACE INTO words VALUES (1, ?)');
  return (text) => {
    put.run(text);
  };
};

interface Saves {
  readonly append: Sample;
  readonly put: Sample;
  readonly save: Sample;
}

/**
 * The three take turns, so that whoever else wants the disk disturbs them alike: a save, and the two
 * things no save with two synced copies can do without.
 */
const measureSaves = async (
  place: string,
  count: number,
  base: ReturnType<typeof richText>,
  save: (value: unknown, turn: number) => unknown,
): Promise<Saves> => {
  const text = JSON.stringify(base);
  const bytes = Buffer.from(text);
  const file = openSync(`${place}.peer`, 'a');
  const commit = bareDatabase(`${place}.peer.db`);
  const [appends, commits, saves]: [number[], number[], number[]] = [[], [], []];
  for (let turn = -20; turn < count; turn += 1) {
    const value = edited(base, turn);
    const append = await timed(() => {
      writeSync(file, bytes);
      fdatasyncSync(file);
    });
    const put = await timed(() => commit(`${text}${turn}`));
    const saved = await timed(() => save(value, turn));
    if (turn < 0) continue;
    appends.push(append.ms);
    commits.push(put.ms);
    saves.push(saved.ms);
  }
  closeSync(file);
  return { append: sampleOf(appends), put: sampleOf(commits), save: sampleOf(saves) };
};

const figureOfSaves = (what: string, { append, put, save }: Saves): void => {
  const floor = append.p50 + put.p50;
  figure(`${what}, median`, save.p50, 2, `${save.count} saves`);
  figure(`${what}, 99 of 100`, save.p99, 20, `longest ${save.max.toFixed(1)}`);
  figure(
    'peer: the same appended to a file and synced',
    append.p50,
    null,
    `p99 ${append.p99.toFixed(1)}`,
  );
  figure(
    'peer: the same in a bare SQLite commit at FULL',
    put.p50,
    null,
    `p99 ${put.p99.toFixed(1)}`,
  );
  rows.push(
    `| a save in times of both peers together | ${(save.p50 / floor).toFixed(1)} | | | the floor on this disk was ${floor.toFixed(1)} ms |`,
  );
};

const saving = async (root: string): Promise<void> => {
  const store = open(join(root, 'saving'));
  // As a person has them: ten parts, and each autosave carries the one that was typed into.
  const part = richText(6000, 7);
  const parts = create(store, 'Hồ sơ 60 KB', part);
  const section = (turn: number): string => PARTS[Math.abs(turn) % PARTS.length] ?? 'ii';
  for (const each of PARTS) must(store.saveSection(parts, each, part));
  const saves = await measureSaves(join(root, 'parts'), SAVES, part, (value, turn) =>
    must(store.saveSection(parts, section(turn), value)),
  );
  figureOfSaves('autosave in a proposal of 60 KB, ten parts', saves);
  // Harder than any honest proposal: all of it in one part, written whole each time.
  const base = richText(60_000, 7);
  const id = create(store, 'Một phần 60 KB', base);
  const wholes = await measureSaves(join(root, 'saving'), SAVES, base, (value) =>
    must(store.saveSection(id, 'ii', value)),
  );
  store.close();
  figureOfSaves('autosave of one part of 60 KB', wholes);
};

const startAfterCrash = async (root: string): Promise<void> => {
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const folder = join(root, `crash-${turn}`);
    mkdirSync(folder);
    const [, script = ''] = process.argv;
    spawnSync(process.execPath, [script, project, '0', 'die', folder], { stdio: 'inherit' });
    const { ms, value: store } = await timed(() => {
      const opened = open(folder);
      const [first] = must(opened.listProposals({ trashed: false }));
      const record = must(opened.openProposal(first?.id ?? ''));
      const text = JSON.stringify(record.values['ii']);
      if (!text.includes(`lần ${SAVES_BEFORE_CRASH - 1}`)) throw new Error('a save is lost');
      return opened;
    });
    store.close();
    times.push(ms);
  }
  figure('start after a crash until the text is there, longest of 5', sampleOf(times).max, 2000);
};

const manyProposals = async (root: string): Promise<void> => {
  const folder = join(root, 'many');
  const filling = open(folder);
  const value = richText(12_000, 3);
  const { ms: made } = await timed(() => {
    for (let index = 0; index < PROPOSALS; index += 1) create(filling, `Hồ sơ ${index}`, value);
  });
  filling.close();
  const start = await timed(() => {
    const store = open(folder);
    must(store.listProposals({ trashed: false }));
    return store;
  });
  const store = start.value;
  const listed = await timesOf(() => must(store.listProposals({ trashed: false })).length, {
    warmUp: 3,
    count: 30,
  });
  const note = `${PROPOSALS} proposals of 12 KB, written in ${Math.round(made / 1000)} s`;
  figure('list of all proposals, median', listed.p50, 30, note);
  figure('start with them until the list is there', start.ms, 2000);
  const first = await longestStall(async () => must(await store.backupNow()));
  figure(
    'longest stall of a backup of them',
    first.stall,
    100,
    `${Math.round(first.ms)} ms in all`,
  );
  const [newest] = store.listBackups();
  const bytes = newest?.bytes ?? 0;
  const verified = await longestStall(async () =>
    must(await store.verifyBackup(newest?.name ?? '')),
  );
  figure(
    'longest stall while it is checked again',
    verified.stall,
    100,
    `${Math.round(verified.ms)} ms in all, ${Math.round(bytes / MB)} MB`,
  );
  const one = must(store.listProposals({ trashed: false }))[0]?.id ?? '';
  const saves = await measureSaves(folder, 300, richText(60_000, 11), (words) =>
    must(store.saveSection(one, 'ii', words)),
  );
  figureOfSaves(`autosave of one part of 60 KB among ${PROPOSALS} proposals`, saves);
  store.close();
};

const history = async (root: string): Promise<void> => {
  const store = open(join(root, 'history'));
  const base = richText(12_000, 5);
  const id = create(store, 'Hồ sơ nhiều phiên bản', base);
  for (let turn = 0; turn < REVISIONS; turn += 1) {
    must(store.saveSection(id, 'ii', edited(base, turn)));
    must(store.markMilestone(id, `Mốc ${turn}`));
  }
  const listed = await timesOf(() => must(store.listRevisions(id)).length, {
    warmUp: 2,
    count: 20,
  });
  const compared = await timesOf(
    (turn) => {
      const before = must(store.readRevision(id, 1 + turn));
      const after = must(store.readRevision(id, REVISIONS));
      return compareValues(before.values['ii'], after.values['ii']).length;
    },
    { warmUp: 2, count: 20 },
  );
  figure('history of 1,000 versions, longest of 20', listed.max, 300);
  figure('two of them read and compared, longest of 20', compared.max, 300);
  store.close();
};

const measure = async (): Promise<void> => {
  const [before = 0] = loadavg();
  const root = mkdtempSync(join(tmpdir(), 'bdx-bench-store-'));
  try {
    await saving(root);
    await startAfterCrash(root);
    await history(root);
    await attachments(root);
    await manyProposals(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const text = [
    '# The safety net in figures',
    '',
    '`npm run bench:store` writes this page. Milliseconds. Every save is in the journal and in the',
    'database, both synced (FULL), before it counts.',
    '',
    `${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.`,
    `Others wanted the machine too: load average ${before.toFixed(1)} at the start, ${(loadavg()[0] ?? 0).toFixed(1)} at the end.`,
    '',
    '| what | got | target | | note |',
    '|---|---:|---:|---|---|',
    ...rows,
    '',
    failures.length === 0 ? 'All targets met.' : `NOT met: ${failures.join('; ')}.`,
    '',
  ].join('\n');
  writeFileSync(join(project, 'test/bench/RESULTS-STORE.md'), text);
  process.stdout.write(text);
};

const [, , , , order, place = ''] = process.argv;
if (order === 'die') saveAndDie(place);
else await measure();
