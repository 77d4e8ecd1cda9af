import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/store';
import { copiesFolder } from '../../electron/store/attachments/blob-copies';
import { storePaths } from '../../electron/store/store-paths';
import { quickFolder } from '../helpers/quick-folder';
import { expectTwice, soundCopies } from './attachment-copies';
import {
  contentsOn,
  type Papers,
  paperStepsOf,
  papersOf,
  type Shelf,
  shelfOf,
  shelvesOf,
} from './attachment-workload';
import { buildProgram, buildShim, runProgram } from './build-program';
import { checkOptions, layOut } from './check-store';
import { type DiskChange, type DiskManners, DiskModel, parseDiskLog } from './disk/disk-model';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

const STEPS = 24;
/** What a cut leaves is tidied up with the next backup; that is looked at after some of them. */
const TIDY_EVERY = 8;

interface PaperRecording {
  readonly folder: string;
  readonly changes: readonly DiskChange[];
  /** What must be there after so many acknowledged steps. */
  readonly shelves: readonly Shelf[];
  readonly papers: Papers;
}

const record = async (seed: number): Promise<PaperRecording> => {
  const place = quickFolder('bdx-papers-');
  try {
    const [disk, sources, log] = [join(place, 'disk'), join(place, 'sources'), join(place, 'log')];
    const folder = join(disk, 'store');
    for (const each of [disk, folder, sources]) mkdirSync(each);
    const [program, shim] = [await buildProgram('attachment-saver'), buildShim()];
    const args = [folder, String(seed), String(STEPS), join(disk, 'ACK'), sources];
    const environment = { LD_PRELOAD: shim, BDX_DISK_PREFIX: disk, BDX_DISK_LOG: log };
    const run = await runProgram(program, args, environment);
    if (run.status !== 0) throw new Error(`the saver ended with ${run.status}`);
    const changes = parseDiskLog(readFileSync(log));
    const steps = paperStepsOf(seed, STEPS);
    return { folder, changes, shelves: shelvesOf(steps), papers: papersOf(steps) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/** Eight megabytes without a meaning, which only make the replay slow. */
const isBallast = ({ path }: DiskChange): boolean => path.endsWith('/du-phong.bin');

const acknowledgedBy = (change: DiskChange): number | null =>
  change.kind === 'W' && change.path.endsWith('/ACK') ? Number(change.data.toString('utf8')) : null;

/**
 * Places in the recording, in order. First a step, then a change of it: a megabyte is hundreds of
 * changes and a sentence is ten, and each deserves as many cuts.
 */
const cutsIn = (
  changes: readonly DiskChange[],
  points: number,
  random: () => number,
): readonly number[] => {
  const ends = [...changes.keys()].filter(
    (at) => acknowledgedBy(changes[at] as DiskChange) !== null,
  );
  const bounds = [-1, ...ends, changes.length - 1];
  return Array.from({ length: points }, () => {
    const step = Math.floor(random() * (bounds.length - 1));
    const [from = 0, to = 0] = bounds.slice(step, step + 2);
    return from + 1 + Math.floor(random() * Math.max(1, to - from));
  })
    .filter((at) => at < changes.length)
    .sort((a, b) => a - b);
};

/** S72: throws where something is left of what never came in, although a backup was made since. */
const expectTidy = (place: string): void => {
  const folder = copiesFolder(storePaths(place).backups);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const left = names.filter((name) => !name.endsWith('.bin'));
  if (left.length > 0) throw new Error(`S72: left behind: ${left.join(', ')}`);
  if (!existsSync(storePaths(place).attachments)) return;
  const db = new Database(storePaths(place).attachments);
  try {
    const count = db.prepare('SELECT count(*) FROM blobs WHERE sha256 IS NULL').pluck().get();
    if (count !== 0) throw new Error(`S72: ${count} unfinished in pieces`);
  } finally {
    db.close();
  }
};

interface Looking {
  /** The store as the cut left it, and a folder for what is handed out. */
  readonly place: string;
  readonly out: string;
  readonly papers: Papers;
  readonly isTidied: boolean;
}

/** What is offered after the cut; throws where that is not what the rules promise. */
const shelfAfterCut = async ({ place, out, papers, isTidied }: Looking): Promise<Shelf> => {
  const copies = soundCopies(place, papers);
  const opened = openStore(checkOptions(place));
  if (!opened.ok) throw new Error(`not opened: ${opened.error.state.state}`);
  const store = opened.value;
  let shelf: Shelf;
  try {
    if ((store.healed?.missing.length ?? 0) > 0) throw new Error('something is missing');
    shelf = await shelfOf(store, papers, out);
    const made = isTidied ? await store.backupNow() : null;
    if (made?.ok === false) throw new Error(`no backup afterwards: ${made.error.message}`);
  } finally {
    store.close();
  }
  if (isTidied) expectTidy(place);
  const contents = contentsOn(shelf);
  expectTwice(place, papers, contents, copies);
  return shelf;
};

/** Files that only hold the bytes of papers: the pieces, and the copies beside the backups. */
export const holdsPapers = (path: string): boolean => holdsPieces(path) || holdsCopies(path);
export const holdsPieces = (path: string): boolean => path.includes('/tai-lieu.db');
export const holdsCopies = (path: string): boolean => path.includes('/sao-luu/tai-lieu/');

export interface PaperPowerCuts {
  readonly points: number;
  readonly seed: number;
  readonly manners?: DiskManners;
}

/**
 * T-02: the power fails while attachments and signed files come in and go. What was acknowledged is
 * there byte for byte, and twice; what was not is there as a whole or not at all.
 */
export const cutPowerOfAttachments = async (request: PaperPowerCuts): Promise<Outcome> => {
  const { points, seed, manners = {} } = request;
  const tally = new Tally(
    'T-02',
    'Mất điện khi đang nhận tài liệu gửi kèm, tệp đã ký, hay khi đang gỡ',
  );
  const { folder, changes, shelves, papers } = await record(seed);
  const random = seededRandom(seed);
  const cuts = [...cutsIn(changes, points, random)];
  const disk = new DiskModel(manners);
  const place = quickFolder('bdx-cut-');
  const out = quickFolder('bdx-out-');
  let [acknowledged, done] = [0, 0];
  const problemNow = async (): Promise<string | null> => {
    const left = disk.afterPowerCut(random, folder);
    layOut(place, new Map([...left].map(([path, bytes]) => [path.slice(folder.length), bytes])));
    done += 1;
    const isTidied = done % TIDY_EVERY === 0;
    const text = JSON.stringify(await shelfAfterCut({ place, out, papers, isTidied }));
    const [before, after = before] = shelves
      .slice(acknowledged, acknowledged + 2)
      .map((shelf) => JSON.stringify(shelf));
    if (text === before) return null;
    if (text !== after) return `neither the state before nor the one after: ${text}`;
    tally.add('done, not yet acknowledged');
    return null;
  };
  try {
    for (const [at, change] of changes.entries()) {
      for (; cuts[0] === at; cuts.shift()) {
        const problem = await problemNow().catch((error: unknown) => String(error));
        const where = `(seed ${seed}, change ${at}, after step ${acknowledged})`;
        tally.trial(problem === null ? null : `${problem} ${where}`);
      }
      if (isBallast(change)) continue;
      acknowledged = acknowledgedBy(change) ?? acknowledged;
      if (!change.path.endsWith('/ACK')) disk.apply(change);
    }
  } finally {
    for (const each of [place, out]) rmSync(each, { recursive: true, force: true });
  }
  tally.add('changes', changes.length);
  tally.add('acknowledged', acknowledged);
  return tally.outcome;
};
