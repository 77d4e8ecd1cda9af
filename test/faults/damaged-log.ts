import { rmSync } from 'node:fs';
import { quickFolder } from '../helpers/quick-folder';
import { checkFolder, layOut } from './check-store';
import { DATABASE, type KilledStore, LOG, makeKilledStore } from './killed-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

type Damage = (store: KilledStore, random: () => number) => Map<string, Buffer>;

const without = (store: KilledStore, name: string): Map<string, Buffer> => {
  const files = new Map(store.files);
  files.delete(name);
  return files;
};

const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

const logOf = ({ files }: KilledStore): Buffer => files.get(LOG) ?? Buffer.alloc(0);

const damages: Readonly<Record<string, Damage>> = {
  truncated: (store, random) => {
    const log = logOf(store);
    return new Map(store.files).set(LOG, log.subarray(0, Math.floor(random() * log.length)));
  },
  flipped: (store, random) => {
    const log = logOf(store);
    const at = Math.floor(random() * log.length);
    return new Map(store.files).set(LOG, flipped(log, at, Math.floor(random() * 8)));
  },
  gone: (store) => without(store, LOG),
  garbage: (store, random) =>
    new Map(store.files).set(
      LOG,
      Buffer.from(Array.from(logOf(store), () => Math.floor(random() * 256))),
    ),
  'of another time': (store) =>
    new Map(store.files).set(LOG, store.older.get(LOG) ?? Buffer.alloc(0)),
  'old database under it': (store) =>
    new Map(store.files).set(DATABASE, store.older.get(DATABASE) ?? Buffer.alloc(0)),
  'old database without it': (store) =>
    without(
      {
        ...store,
        files: new Map(store.files).set(DATABASE, store.older.get(DATABASE) ?? Buffer.alloc(0)),
      },
      LOG,
    ),
};

/** T-09: the write-ahead log is cut, flipped, gone or of another time. Nothing may be lost. */
export const damageLogs = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally('T-09', 'Tệp nhật ký WAL bị cắt, lật bit, mất, thay bằng bản cũ');
  const random = seededRandom(seed);
  const place = quickFolder('bdx-wal-');
  const kinds = Object.entries(damages);
  try {
    for (let trial = 0; trial < trials; ) {
      const store = await makeKilledStore({
        seed: seed + trial,
        steps: 120,
        backups: [20],
        checkpoints: [40],
        olderAt: 40,
      });
      for (let round = 0; round < 40 && trial < trials; round += 1, trial += 1) {
        const [kind, damage] = kinds[trial % kinds.length] ?? ['', damages['gone']];
        if (damage === undefined) continue;
        layOut(place, damage(store, random));
        const { problem, healed, recovered } = checkFolder(place, [store.digest], true);
        if (healed) tally.add('healed');
        if (recovered) tally.add('recovered when asked');
        tally.trial(problem === null ? null : `${kind}: ${problem}`);
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};
