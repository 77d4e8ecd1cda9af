import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRandomAccess } from '../../electron/store/package/random-access';
import { readPackage } from '../../electron/store/package/read-package';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';
import { layOut } from './check-store';
import { type DiskManners, DiskModel, parseDiskLog } from './disk/disk-model';
import { fileContent } from './file-content';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

export type FileKind = 'export' | 'settings' | 'package';

/** Which turn wrote the file; 0 when it is not there, null when it is not whole. */
const turnIn = (path: string, kind: FileKind): number | null => {
  try {
    if (kind !== 'package') {
      const bytes = readFileSync(path);
      const turn = Number(bytes.toString('latin1').split(' ')[0]);
      return bytes.equals(fileContent(turn)) ? turn : null;
    }
    const file = openRandomAccess(path);
    try {
      const words = String(readPackage(file).proposals[0]?.values['muc1']);
      return words === fileContent(Number(words.split(' ')[0])).toString('latin1')
        ? Number(words.split(' ')[0])
        : null;
    } finally {
      file.close();
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 0 : null;
  }
};

export interface FilePowerCuts {
  readonly kind: FileKind;
  readonly points: number;
  readonly seed: number;
  readonly manners?: DiskManners;
}

/** T-03: the power fails while a file is replaced. It is the old one or the new one, whole. */
export const cutPowerOfFiles = async (request: FilePowerCuts): Promise<Outcome> => {
  const { kind, points, seed, manners = {} } = request;
  const names: Readonly<Record<FileKind, string>> = {
    export: 'tệp kết xuất',
    settings: 'tệp cài đặt của kho',
    package: 'tệp chuyển .bdx',
  };
  const tally = new Tally('T-03', `Mất điện khi đang thay ${names[kind]}`);
  const place = quickFolder('bdx-file-');
  try {
    const folder = join(place, 'out');
    mkdirSync(folder);
    const log = join(place, 'log');
    const [program, shim] = [await buildProgram('file-writer'), buildShim()];
    const target = join(folder, 'tep.bin');
    const args = [target, '20', join(folder, 'ACK'), kind];
    const run = await runProgram(program, args, {
      LD_PRELOAD: shim,
      BDX_DISK_PREFIX: folder,
      BDX_DISK_LOG: log,
    });
    if (run.status !== 0) throw new Error(`the writer ended with ${run.status}`);
    const random = seededRandom(seed);
    const changes = parseDiskLog(readFileSync(log)).filter(
      ({ path }) => !path.startsWith(join(folder, 'source')),
    );
    const cuts = Array.from({ length: points }, () => Math.floor(random() * changes.length)).sort(
      (a, b) => a - b,
    );
    const disk = new DiskModel(manners);
    const cutPlace = join(place, 'cut');
    let acknowledged = 0;
    for (const [at, change] of changes.entries()) {
      for (; cuts[0] === at; cuts.shift()) {
        const left = disk.afterPowerCut(random, folder);
        layOut(
          cutPlace,
          new Map([...left].map(([path, bytes]) => [path.slice(folder.length), bytes])),
        );
        const turn = turnIn(join(cutPlace, 'tep.bin'), kind);
        const problem =
          turn === null
            ? 'not whole'
            : turn < acknowledged
              ? `turn ${turn} after ${acknowledged} was acknowledged`
              : null;
        tally.trial(problem);
      }
      if (!change.path.endsWith('/ACK')) disk.apply(change);
      else if (change.kind === 'W') acknowledged = Number(change.data.toString('utf8'));
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};
