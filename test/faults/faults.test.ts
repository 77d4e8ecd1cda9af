import { describe, expect, it } from 'vitest';
import { drillBackups } from './backup-drill';
import { flipBits } from './bit-flips';
import { damageLogs } from './damaged-log';
import { failCalls, fillDisk } from './failing-calls';
import { killSaver } from './kill';
import { loseAnyFile } from './lost-file';
import type { Outcome } from './outcome';

/** Reduced numbers; `npm run test:faults` runs the full ones and writes RELIABILITY.md. */
const MINUTE = 60_000;
const SEED = 20_261_124;

const expectNoFailure = (outcome: Outcome): void => {
  expect(outcome.examples).toEqual([]);
  expect(outcome.failures).toBe(0);
};

describe('nothing acknowledged is lost', () => {
  it(
    'T-01: killed while saving',
    async () => {
      expectNoFailure(await killSaver(40, SEED));
    },
    MINUTE,
  );

  it(
    'T-06: disk full at many sizes',
    async () => {
      const outcome = await fillDisk(20, SEED);
      expectNoFailure(outcome);
      expect(outcome.figures['refused']).toBeGreaterThan(0);
    },
    MINUTE,
  );

  it(
    'T-08: flipped bits are mended or named',
    async () => {
      expectNoFailure(await flipBits({ trials: 150, seed: SEED, alone: false }));
      expectNoFailure(await flipBits({ trials: 150, seed: SEED + 1, alone: true }));
    },
    MINUTE,
  );

  it(
    'T-09: damaged and foreign logs',
    async () => {
      const outcome = await damageLogs(140, SEED);
      expectNoFailure(outcome);
      expect(outcome.figures['healed']).toBeGreaterThan(0);
    },
    MINUTE,
  );

  it(
    'T-10: any one file gone or spoilt',
    async () => {
      expectNoFailure(await loseAnyFile(150, SEED));
    },
    MINUTE,
  );

  it(
    'T-13: failing system calls',
    async () => {
      const outcome = await failCalls(72, SEED);
      expectNoFailure(outcome);
      expect(outcome.figures['refused']).toBeGreaterThan(0);
    },
    MINUTE,
  );

  it(
    'T-12, T-28: every kept backup restored, with a clock that jumps',
    async () => {
      expectNoFailure(await drillBackups(14, SEED));
    },
    MINUTE,
  );
});
