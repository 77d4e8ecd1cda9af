import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';
import { checkFolder, layOut } from './check-store';
import { type DiskChange, type DiskManners, DiskModel, parseDiskLog } from './disk/disk-model';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { digestsOf, stepsOf } from './workload';

/** A recorded run of the saver: every change of the disk, acknowledgements among them. */
export interface Recording {
  readonly folder: string;
  readonly log: Buffer;
  readonly digests: readonly string[];
}

export const recordSaver = async (seed: number, steps: number): Promise<Recording> => {
  const place = quickFolder('bdx-power-');
  try {
    const folder = join(place, 'store');
    mkdirSync(folder);
    const log = `${place}.log`;
    const [program, shim] = [await buildProgram('saver'), buildShim()];
    const args = [folder, String(seed), '0', String(steps), join(place, 'ACK'), '8000'];
    const run = await runProgram(program, args, {
      LD_PRELOAD: shim,
      BDX_DISK_PREFIX: place,
      BDX_DISK_LOG: log,
    });
    if (run.status !== 0) throw new Error(`the saver ended with ${run.status}`);
    const recorded = readFileSync(log);
    rmSync(log);
    return { folder, log: recorded, digests: digestsOf(stepsOf(seed, steps)) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

export interface PowerCuts {
  readonly points: number;
  readonly seed: number;
  readonly manners?: DiskManners;
}

/** Eight megabytes without a meaning, which only make the replay slow. */
const isBallast = ({ path }: DiskChange): boolean => path.endsWith('/du-phong.bin');

/** T-02: the power fails at random points of the recording; nothing acknowledged may be gone. */
export const cutPower = (
  { folder, log, digests }: Recording,
  { points, seed, manners = {} }: PowerCuts,
): Outcome => {
  const tally = new Tally(
    'T-02',
    'Mất điện mô phỏng: ghi chưa đồng bộ bị bỏ, xáo thứ tự, xé 512 byte',
  );
  const random = seededRandom(seed);
  const changes = parseDiskLog(log);
  const cuts = Array.from({ length: points }, () => Math.floor(random() * changes.length)).sort(
    (a, b) => a - b,
  );
  const disk = new DiskModel(manners);
  const place = quickFolder('bdx-cut-');
  let acknowledged = 0;
  try {
    for (const [at, change] of changes.entries()) {
      for (; cuts[0] === at; cuts.shift()) {
        const left = disk.afterPowerCut(random, folder);
        layOut(
          place,
          new Map([...left].map(([path, bytes]) => [path.slice(folder.length), bytes])),
        );
        const allowed = digests.slice(acknowledged, acknowledged + 2);
        const { problem, healed } = checkFolder(place, allowed, false);
        if (healed) tally.add('healed');
        tally.trial(
          problem === null ? null : `${problem} (change ${at}, after step ${acknowledged})`,
        );
      }
      if (isBallast(change)) continue;
      if (!change.path.endsWith('/ACK')) disk.apply(change);
      else if (change.kind === 'W') {
        const number = Number(change.data.toString('utf8').trim());
        if (Number.isFinite(number)) acknowledged = number;
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  tally.add('changes', changes.length);
  tally.add('acknowledged', acknowledged);
  return tally.outcome;
};
