import { describe, expect, it } from 'vitest';
import { drillBackups } from './backup-drill';
import { flipBits } from './bit-flips';
import { damageLogs } from './damaged-log';
import { failCalls, fillDisk } from './failing-calls';
import { cutPowerOfFiles } from './file-power-cut';
import { interruptMigrations } from './interrupted-migration';
import { killSaver } from './kill';
import { loseAnyFile } from './lost-file';
import type { Outcome } from './outcome';

/** Reduced numbers; `npm run test:faults` runs the full ones and writes RELIABILITY.md. */
const LONG = { timeout: 120_000 };
const SEED = 20_261_124;

const expectNoFailure = (outcome: Outcome): void => {
  expect(outcome.examples).toEqual([]);
  expect(outcome.failures).toBe(0);
};

describe('nothing acknowledged is lost', LONG, () => {
  it('T-01: killed while saving', async () => {
    expectNoFailure(await killSaver({ trials: 40, seed: SEED }));
  });

  it('T-19, S43: killed while making backups', async () => {
    expectNoFailure(await killSaver({ trials: 12, seed: SEED, withBackups: true }));
  });

  it('T-15: migrations cut off anywhere', async () => {
    const outcome = await interruptMigrations(50, SEED);
    expectNoFailure(outcome);
    expect(outcome.figures['still old']).toBeGreaterThan(0);
    expect(outcome.figures['new']).toBeGreaterThan(0);
  });

  it.each(['export', 'settings', 'package'] as const)('T-03: power cut, %s', async (kind) => {
    expectNoFailure(await cutPowerOfFiles({ kind, points: 100, seed: SEED }));
    // Control: a disk that forgets folders loses what was acknowledged.
    const manners = { forgetsFolders: true };
    const control = await cutPowerOfFiles({ kind, points: 40, seed: SEED, manners });
    expect(control.failures).toBeGreaterThan(20);
  });

  it('T-06: disk full at many sizes', async () => {
    const outcome = await fillDisk(20, SEED);
    expectNoFailure(outcome);
    expect(outcome.figures['refused']).toBeGreaterThan(0);
  });

  it('T-08: flipped bits are mended or named', async () => {
    expectNoFailure(await flipBits({ trials: 150, seed: SEED, alone: false }));
    expectNoFailure(await flipBits({ trials: 150, seed: SEED + 1, alone: true }));
  });

  it('T-09: damaged and foreign logs', async () => {
    const outcome = await damageLogs(140, SEED);
    expectNoFailure(outcome);
    expect(outcome.figures['healed']).toBeGreaterThan(0);
  });

  it('T-10: any one file gone or spoilt', async () => {
    expectNoFailure(await loseAnyFile(150, SEED));
  });

  it('T-13, S12: failing system calls', async () => {
    const outcome = await failCalls(72, SEED);
    expectNoFailure(outcome);
    expect(outcome.figures['refused']).toBeGreaterThan(0);
  });

  it('T-12, T-28: every kept backup restored, with a clock that jumps', async () => {
    expectNoFailure(await drillBackups(14, SEED));
  });
});
