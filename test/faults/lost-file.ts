import { rmSync } from 'node:fs';
import { quickFolder } from '../helpers/quick-folder';
import { checkFolder, layOut } from './check-store';
import { isBackup, isJournal, makeKilledStore } from './killed-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

type Fate = 'gone' | 'empty' | 'half' | 'zeros' | 'flipped';
const FATES: readonly Fate[] = ['gone', 'empty', 'half', 'zeros', 'flipped'];

const after = (fate: Fate, bytes: Buffer, random: () => number): Buffer | null => {
  switch (fate) {
    case 'gone':
      return null;
    case 'empty':
      return Buffer.alloc(0);
    case 'half':
      return bytes.subarray(0, Math.floor(bytes.length / 2));
    case 'zeros':
      return Buffer.alloc(bytes.length);
    case 'flipped': {
      const copy = Buffer.from(bytes);
      const at = Math.floor(random() * copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return copy;
    }
  }
};

/** Parts that may break as one: a folder of journals, the newest backup with its note. */
const partsOf = (names: readonly string[]): string[][] => {
  const backups = names.filter(isBackup).sort();
  return [
    ...names.filter((name) => !isJournal(name) && !isBackup(name)).map((name) => [name]),
    names.filter(isJournal),
    ...names.filter(isJournal).map((name) => [name]),
    backups.slice(-2),
    backups,
  ].filter((part) => part.length > 0);
};

/** Any one thing of the folder is gone or spoilt. Nothing acknowledged may be lost. */
export const loseAnyFile = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-10',
    'Mất hoặc hỏng một tệp bất kỳ: dữ liệu, WAL, nhật ký, mốc, bản sao lưu',
  );
  const random = seededRandom(seed);
  const place = quickFolder('bdx-lost-');
  try {
    for (let trial = 0; trial < trials; ) {
      const steps = 30 + Math.floor(random() * 120);
      const store = await makeKilledStore({
        seed: seed + trial,
        steps,
        backups: random() < 0.3 ? [] : [Math.floor(steps / 3), Math.floor(steps / 2)],
        checkpoints: random() < 0.5 ? [] : [Math.floor(steps / 2)],
        olderAt: 0,
      });
      const parts = partsOf([...store.files.keys()]);
      const cases = parts.flatMap((part) => FATES.map((fate) => ({ part, fate })));
      for (const { part, fate } of cases) {
        if (trial >= trials) break;
        const files = new Map(store.files);
        for (const name of part) {
          const left = after(fate, files.get(name) ?? Buffer.alloc(0), random);
          if (left === null) files.delete(name);
          else files.set(name, left);
        }
        layOut(place, files);
        const { problem, healed, recovered } = checkFolder(place, [store.digest], true);
        if (healed) tally.add('healed');
        if (recovered) tally.add('recovered when asked');
        tally.trial(problem === null ? null : `${part.join(' + ')} ${fate}: ${problem}`);
        trial += 1;
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return tally.outcome;
};
