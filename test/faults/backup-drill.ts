import { rmSync } from 'node:fs';
import { openStore } from '../../electron/store';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions, problemOf } from './check-store';
import { type Outcome, Tally } from './outcome';
import { contentOf, digestOf, doStep, stepsOf } from './workload';

/**
 * T-28: goes back to each kept backup in turn and compares all words with those of the time when it
 * was made; and T-12: the clock jumps by years meanwhile, which must not make any difference.
 */
export const drillBackups = async (backups: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-28',
    'Phục hồi từng bản sao lưu và đối chiếu, đồng hồ máy nhảy lùi và tới',
  );
  const folder = quickFolder('bdx-drill-');
  const steps = stepsOf(seed, backups * 12);
  const digestOfName = new Map<string, string>();
  let number = 0;
  let clock = Date.parse('2026-11-24T01:00:00.000Z');
  const YEAR = 365 * 86_400_000;
  const opened = openStore({
    ...checkOptions(folder),
    newId: () => `p${number}`,
    now: () => {
      clock += number % 7 === 0 ? -2 * YEAR : number % 5 === 0 ? YEAR : 1000;
      return new Date(clock).toISOString();
    },
  });
  if (!opened.ok) throw new Error(opened.error.state.message);
  const store = opened.value;
  try {
    for (const step of steps) {
      if (!doStep(store, step)) throw new Error(`step ${number} was refused`);
      number += 1;
      if (number % 12 !== 0) continue;
      const made = await store.backupNow();
      if (!made.ok) throw new Error(made.error.message);
      digestOfName.set(made.value.name, digestOf(contentOf(store)));
    }
    const kept = store.listBackups();
    tally.add('kept', kept.length);
    for (const { name } of kept) {
      const restored = await store.restoreBackup(name);
      const expected = digestOfName.get(name) ?? '';
      const problem = restored.ok ? problemOf(store, [expected]) : restored.error.message;
      tally.trial(problem === null ? null : `${name}: ${problem}`);
    }
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return tally.outcome;
};
