import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../electron/store';
import { type StorePaths, storePaths } from '../../electron/store/store-paths';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions, problemOf } from './check-store';
import { type Outcome, Tally } from './outcome';
import { digestOf, doStep, type Model, modelAfter, type Step, stepsOf } from './workload';

/** A change every second and a half: 20,000 are a working day. */
const PACE_MS = 1440;
const MB = 1024 * 1024;
/** What SQLite is told to keep of its log at the most. */
const LARGEST_LOG = 8 * MB;
/** Words of two backups and of the time between them. */
const LARGEST_JOURNAL = 4 * MB;
/** The retention keeps fewer, whatever the day. */
const MOST_BACKUPS = 40;
const CHECKPOINT_WITHIN_MS = 30_000;
const MORE_FILES = 4;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const openFiles = (): number => {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    // Only Linux tells.
    return 0;
  }
};

/** What must stay small however long somebody works. */
class Watch {
  readonly #paths: StorePaths;
  readonly #files = openFiles();
  #emptyAt = 0;

  constructor(paths: StorePaths) {
    this.#paths = paths;
  }

  problem(store: Store, uptime: number): string | null {
    const log = sizeOf(`${this.#paths.database}-wal`);
    if (log === 0) this.#emptyAt = uptime;
    if (log > LARGEST_LOG) return `a log of ${log} bytes`;
    if (uptime - this.#emptyAt > CHECKPOINT_WITHIN_MS) return 'no checkpoint for half a minute';
    const journal = readdirSync(this.#paths.journal)
      .map((name) => sizeOf(join(this.#paths.journal, name)))
      .reduce((sum, size) => sum + size, 0);
    if (journal > LARGEST_JOURNAL) return `a journal of ${journal} bytes`;
    const backups = store.listBackups().length;
    if (backups > MOST_BACKUPS) return `${backups} backups`;
    const more = openFiles() - this.#files;
    return more > MORE_FILES ? `${more} more files are open than at the start` : null;
  }
}

const workOn = async (
  store: Store,
  steps: readonly Step[],
  tally: Tally,
  { watch, pass }: { readonly watch: Watch; readonly pass: (number: number) => number },
): Promise<Model> => {
  let model: Model = {};
  for (const [number, step] of steps.entries()) {
    const uptime = pass(number);
    if (!doStep(store, step)) {
      tally.trial(`step ${number} was refused`);
      continue;
    }
    model = modelAfter(model, step);
    await store.tick();
    const problem = watch.problem(store, uptime);
    tally.trial(problem === null ? null : `step ${number}: ${problem}`);
  }
  return model;
};

/**
 * T-25: a working day without a pause. Log, journal, backups and open files stay as small as in its
 * first hour, and in the evening all is there.
 */
export const workAllDay = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-25',
    'Làm việc liền nhiều giờ: nhật ký, bản sao lưu, tệp đang mở không phình ra',
  );
  const folder = quickFolder('bdx-day-');
  let number = 0;
  let uptime = 0;
  const opened = openStore({
    ...checkOptions(folder),
    newId: () => `p${number}`,
    uptime: () => uptime,
    now: () => new Date(Date.parse('2026-11-24T01:00:00.000Z') + uptime).toISOString(),
  });
  if (!opened.ok) throw new Error(opened.error.state.message);
  const store = opened.value;
  try {
    const pass = (step: number): number => {
      number = step;
      uptime = step * PACE_MS;
      return uptime;
    };
    const watch = new Watch(storePaths(folder));
    const model = await workOn(store, stepsOf(seed, trials), tally, { watch, pass });
    const problem = problemOf(store, [digestOf(model)]);
    if (problem !== null) tally.trial(`in the evening: ${problem}`);
    tally.most('backups', store.listBackups().length);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return tally.outcome;
};
