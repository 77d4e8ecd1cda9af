import { rmSync } from 'node:fs';
import { openStore } from '../../electron/store';
import { quickFolder } from '../helpers/quick-folder';
import { checkOptions } from './check-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf, doStep, type Step, stepsOf } from './workload';

const STEPS = 90;
const BACKUP_EVERY = 15;
const DAY = 86_400_000;

/** All that may depend on the order of things: words, versions kept, backups kept. */
const workUnder = async (steps: readonly Step[], now: () => string): Promise<string> => {
  const folder = quickFolder('bdx-clock-');
  let number = 0;
  let uptime = 0;
  const opened = openStore({
    ...checkOptions(folder),
    newId: () => `p${number}`,
    uptime: () => uptime,
    now,
  });
  if (!opened.ok) throw new Error(opened.error.state.message);
  const store = opened.value;
  try {
    for (const step of steps) {
      if (!doStep(store, step)) return `step ${number} was refused`;
      number += 1;
      uptime += 60_000;
      if (number % 5 === 0) await store.tick();
      if (number % BACKUP_EVERY === 0) await store.backupNow();
    }
    const content = contentOf(store);
    const versions = Object.keys(content)
      .sort()
      .map((id) => {
        const revisions = store.listRevisions(id);
        return revisions.ok
          ? revisions.value.map(({ number: each, seq, kept }) => [each, seq, kept])
          : revisions.error.code;
      });
    const backups = store.listBackups().map(({ name, reason }) => [name, reason]);
    return JSON.stringify([digestOf(content), versions, backups]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * T-12: the clock jumps back and forth by up to ten years. The same work under a clock that goes
 * right gives the same words, the same versions and the same backups: nothing goes by the clock but
 * what a person reads. Versions are kept by pauses, so both clocks agree on what a pause is.
 */
export const jumpClocks = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally('T-12', 'Đồng hồ máy nhảy lùi và tới nhiều năm khi đang làm việc');
  for (let trial = 0; trial < trials; trial += 1) {
    const random = seededRandom(seed + trial);
    const steps = stepsOf(seed + trial, STEPS);
    const start = Date.parse('2026-11-24T01:00:00.000Z');
    let steady = start;
    const right = await workUnder(steps, () => {
      steady += 20 * 60_000;
      return new Date(steady).toISOString();
    });
    // Every look at the clock is far from the one before, to either side.
    const wrong = await workUnder(steps, () =>
      new Date(start + Math.floor((random() - 0.5) * 20 * 365 * DAY)).toISOString(),
    );
    tally.trial(right === wrong ? null : `seed ${seed + trial}: other versions or backups`);
  }
  return tally.outcome;
};
