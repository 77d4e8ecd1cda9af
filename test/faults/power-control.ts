import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';
import { layOut } from './check-store';
import { DiskModel, parseDiskLog } from './disk/disk-model';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

const SAVES = 120;

const numberIn = (path: string): number => {
  try {
    const db = new Database(path, { fileMustExist: true });
    try {
      return (db.prepare('SELECT number FROM draft').pluck().get() as number | undefined) ?? 0;
    } finally {
      db.close();
    }
  } catch {
    // No file, no table: nothing of what was acknowledged is there.
    return 0;
  }
};

/**
 * The control of T-02: the same power cuts on a program that trusts SQLite's silent default. If it
 * loses nothing, the simulation is too kind and the other results say nothing.
 */
export const cutPowerOfControl = async (
  points: number,
  seed: number,
  synchronous: 'NORMAL' | 'FULL',
): Promise<Outcome> => {
  const tally = new Tally('T-02', `Đối chứng: chỉ SQLite, synchronous=${synchronous}`);
  const place = quickFolder('bdx-control-');
  try {
    const folder = join(place, 'store');
    mkdirSync(folder);
    const log = join(place, 'log');
    const [program, shim] = [await buildProgram('normal-saver'), buildShim()];
    const args = [join(folder, 'a.db'), String(SAVES), join(folder, 'ACK'), synchronous];
    const run = await runProgram(program, args, {
      LD_PRELOAD: shim,
      BDX_DISK_PREFIX: folder,
      BDX_DISK_LOG: log,
    });
    if (run.status !== 0) throw new Error(`the control ended with ${run.status}`);
    const random = seededRandom(seed);
    const changes = parseDiskLog(readFileSync(log));
    const firstAck = changes.findIndex(({ kind, path }) => kind === 'W' && path.endsWith('/ACK'));
    const cuts = Array.from(
      { length: points },
      () => firstAck + 1 + Math.floor(random() * (changes.length - firstAck - 1)),
    ).sort((a, b) => a - b);
    const disk = new DiskModel();
    const cutPlace = join(place, 'cut');
    let acknowledged = 0;
    for (const [at, change] of changes.entries()) {
      for (; cuts[0] === at; cuts.shift()) {
        const left = disk.afterPowerCut(random, folder);
        const files = [...left].map(([path, bytes]) => [path.slice(folder.length), bytes] as const);
        layOut(cutPlace, new Map(files));
        const number = numberIn(join(cutPlace, 'a.db'));
        tally.trial(number >= acknowledged ? null : `${acknowledged - number} saves lost`);
      }
      if (!change.path.endsWith('/ACK')) disk.apply(change);
      else if (change.kind === 'W') acknowledged = Number(change.data.toString('utf8'));
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};
