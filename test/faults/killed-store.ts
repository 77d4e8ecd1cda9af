import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openStore } from '../../electron/store';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions } from './check-store';
import { digestsOf, doStep, stepsOf } from './workload';

/** Files of a store as a kill leaves them: the log is not carried over into the database. */
export interface KilledStore {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Digest of everything that was acknowledged. */
  readonly digest: string;
  /** Files after some earlier step, for "an old copy came back". */
  readonly older: ReadonlyMap<string, Buffer>;
  readonly steps: number;
}

export const filesIn = (folder: string): Map<string, Buffer> => {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(relative(folder, path), readFileSync(path));
  }
  return files;
};

export interface KilledStoreRequest {
  readonly seed: number;
  readonly steps: number;
  /** Steps after which a backup is made. */
  readonly backups: readonly number[];
  /** Steps after which the log is carried over into the database. */
  readonly checkpoints: readonly number[];
  /** Step whose files are `older`. */
  readonly olderAt: number;
}

export const makeKilledStore = async (request: KilledStoreRequest): Promise<KilledStore> => {
  const folder = quickFolder('bdx-killed-');
  const steps = stepsOf(request.seed, request.steps);
  let number = 0;
  let uptime = 0;
  let older: ReadonlyMap<string, Buffer> = new Map();
  const opened = openStore({
    ...checkOptions(folder),
    newId: () => `p${number}`,
    uptime: () => uptime,
  });
  if (!opened.ok) throw new Error(opened.error.state.message);
  const store = opened.value;
  try {
    for (const step of steps) {
      if (!doStep(store, step)) throw new Error(`step ${number} was refused`);
      number += 1;
      if (request.backups.includes(number)) {
        const made = await store.backupNow();
        if (!made.ok) throw new Error(made.error.message);
      }
      if (request.checkpoints.includes(number)) {
        uptime += 30_000;
        await store.tick();
      }
      if (number === request.olderAt) older = filesIn(folder);
    }
    const digest = digestsOf(steps).at(-1) ?? '';
    return { files: filesIn(folder), digest, older, steps: steps.length };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const DATABASE = 'ban-de-xuat.db';
export const LOG = 'ban-de-xuat.db-wal';
export const MARK = 'ban-de-xuat.moc';
export const isJournal = (name: string): boolean => name.startsWith('nhat-ky/');
export const isBackup = (name: string): boolean => name.startsWith('sao-luu/');
