import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drillBackups } from './backup-drill';
import { flipBits } from './bit-flips';
import { damageLogs } from './damaged-log';
import { failCalls, fillDisk } from './failing-calls';
import { cutPowerOfFiles } from './file-power-cut';
import { interruptMigrations } from './interrupted-migration';
import { killSaver } from './kill';
import { loseAnyFile } from './lost-file';
import { type Measured, measureStore } from './measure-store';
import type { Outcome } from './outcome';
import { cutPowerOfControl } from './power-control';
import { cutPower, recordSaver } from './power-cut';
import { reliabilityPage } from './reliability-page';

/** 1 is all; a smaller share is for a quick look. */
const SHARE = Number(process.env['BDX_FAULTS_SHARE'] ?? 1);
const SEED = Number(process.env['BDX_FAULTS_SEED'] ?? 20_261_124);
const times = (full: number): number => Math.max(10, Math.round(full * SHARE));

const outcomes: Outcome[] = [];
const controls: Outcome[] = [];
const figures: Measured[] = [];

const survives = (name: string, run: () => Promise<Outcome> | Outcome): void => {
  it(name, async () => {
    const outcome = await run();
    outcomes.push(outcome);
    expect(outcome.examples).toEqual([]);
    expect(outcome.failures).toBe(0);
  });
};

const loses = (name: string, run: () => Promise<Outcome>): void => {
  it(`control: ${name}`, async () => {
    const outcome = await run();
    controls.push(outcome);
    expect(outcome.failures).toBeGreaterThan(outcome.trials / 4);
  });
};

const named = (outcome: Outcome, fault: string): Outcome => ({ ...outcome, fault });

describe('nothing acknowledged is lost', () => {
  survives('T-01', () => killSaver({ trials: times(10_000), seed: SEED }));
  survives('T-02', async () => {
    const recording = await recordSaver(SEED, 600);
    return cutPower(recording, { points: times(20_000), seed: SEED });
  });
  for (const kind of ['export', 'settings', 'package'] as const) {
    survives(`T-03 ${kind}`, () => cutPowerOfFiles({ kind, points: times(3000), seed: SEED }));
  }
  survives('T-06', () => fillDisk(times(120), SEED));
  survives('T-08', () => flipBits({ trials: times(20_000), seed: SEED, alone: false }));
  survives('T-08 alone', () => flipBits({ trials: times(20_000), seed: SEED + 1, alone: true }));
  survives('T-09', () => damageLogs(times(5000), SEED));
  survives('T-10', () => loseAnyFile(times(5000), SEED));
  survives('T-13', () => failCalls(times(1700), SEED));
  survives('T-15', () => interruptMigrations(times(1000), SEED));
  survives('T-19', () => killSaver({ trials: times(1000), seed: SEED, withBackups: true }));
  survives('T-28', () => drillBackups(60, SEED));
});

describe('what must lose, loses', () => {
  loses('a drive that lies about syncs', async () => {
    const manners = { liesAboutSync: true };
    const outcome = cutPower(await recordSaver(SEED, 60), { points: 200, seed: SEED, manners });
    return named(outcome, 'Đĩa báo đã đồng bộ mà chưa');
  });
  loses('SQLite alone at NORMAL', () => cutPowerOfControl(200, SEED, 'NORMAL'));
  loses('no folder is ever synced', async () => {
    const manners = { forgetsFolders: true };
    const outcome = await cutPowerOfFiles({ kind: 'export', points: 200, seed: SEED, manners });
    return named(outcome, 'Thay tệp mà không đồng bộ thư mục');
  });
});

describe('figures', () => {
  it('are measured on a real disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bdx-measure-'));
    figures.push(...(await measureStore(folder, 10_000)));
    rmSync(folder, { recursive: true, force: true });
    expect(figures.length).toBeGreaterThan(0);
  });
});

afterAll(() => {
  const page = reliabilityPage({
    date: new Date().toISOString().slice(0, 10),
    machine: `${platform()} ${release()}, ${cpus().length} lõi, Node ${process.versions.node}`,
    share: SHARE,
    outcomes,
    controls,
    figures,
  });
  writeFileSync(join(import.meta.dirname, '..', '..', 'RELIABILITY.md'), page);
});
