import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../electron/store';
import { migrations } from '../../electron/store/migrations';
import { makeOldStore } from '../electron/store/old-store';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';
import { checkFolder, checkOptions, layOut } from './check-store';
import { DiskModel, parseDiskLog } from './disk/disk-model';
import { filesIn } from './killed-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf } from './workload';

const digestIn = (files: ReadonlyMap<string, Buffer>): string => {
  const folder = quickFolder('bdx-digest-');
  layOut(folder, files);
  const opened = openStore(checkOptions(folder));
  if (!opened.ok) throw new Error(opened.error.state.message);
  const digest = digestOf(contentOf(opened.value));
  opened.value.close();
  rmSync(folder, { recursive: true });
  return digest;
};

/** Version in a database as it lies there; null when it cannot be opened. */
const versionIn = (path: string): number | null => {
  try {
    const db = new Database(path, { fileMustExist: true });
    try {
      return db.pragma('user_version', { simple: true }) as number;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
};

/**
 * T-15: the program is cut off while it brings an old file to the present shape (a kill leaves what
 * was written, a power cut less). Afterwards the file is of the old version or of the new one, and
 * all words are there.
 */
export const interruptMigrations = async (points: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-15',
    'Nâng cấp cấu trúc dữ liệu bị ngắt giữa chừng, từ mọi phiên bản cũ',
  );
  const random = seededRandom(seed);
  const [program, shim] = [await buildProgram('migrator'), buildShim()];
  const versions = migrations.map(({ version }) => version);
  for (const version of versions.slice(0, -1)) {
    const place = quickFolder('bdx-migrate-');
    try {
      const folder = join(place, 'store');
      mkdirSync(folder);
      makeOldStore(folder, version, 60);
      const before = filesIn(folder);
      const digest = digestIn(before);
      const log = join(place, 'log');
      const run = await runProgram(program, [folder, join(folder, 'ACK')], {
        LD_PRELOAD: shim,
        BDX_DISK_PREFIX: folder,
        BDX_DISK_LOG: log,
      });
      if (run.status !== 0) throw new Error(`the migrator ended with ${run.status}`);
      const changes = parseDiskLog(readFileSync(log));
      const withPaths = new Map([...before].map(([name, bytes]) => [join(folder, name), bytes]));
      const disk = new DiskModel({}, withPaths);
      const cuts = Array.from({ length: points }, () => Math.floor(random() * changes.length)).sort(
        (a, b) => a - b,
      );
      const cutPlace = join(place, 'cut');
      for (const [at, change] of changes.entries()) {
        for (; cuts[0] === at; cuts.shift()) {
          const left = disk.afterPowerCut(random, folder);
          layOut(
            cutPlace,
            new Map([...left].map(([path, bytes]) => [path.slice(folder.length), bytes])),
          );
          const found = versionIn(join(cutPlace, 'ban-de-xuat.db'));
          const isKnown = found === version || found === versions.at(-1);
          const { problem } = checkFolder(cutPlace, [digest], false);
          tally.trial(isKnown ? problem : `version ${found}`);
          tally.add(found === version ? 'still old' : 'new');
        }
        if (!change.path.endsWith('/ACK')) disk.apply(change);
      }
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
  return tally.outcome;
};
