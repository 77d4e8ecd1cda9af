import { migrations } from '../../electron/store/migrations';
import { cutPowerOfAttachments } from './attachment-power-cut';
import { drillBackups } from './backup-drill';
import { flipBits } from './bit-flips';
import { jumpClocks } from './clock-jumps';
import { damageLogs } from './damaged-log';
import { failAttachments } from './failing-attachments';
import { failCalls, fillDisk } from './failing-calls';
import { cutPowerOfFiles, type FileKind } from './file-power-cut';
import { offerHostilePackages } from './hostile-packages';
import { interruptMigrations } from './interrupted-migration';
import { killSaver } from './kill';
import { workAllDay } from './long-session';
import { loseAnyFile } from './lost-file';
import type { Outcome } from './outcome';
import { cutPower, recordSaver } from './power-cut';
import { fillSmallDisk, SMALL_DISK_CASES, whyNoSmallDisk } from './small-disk';

/** One line of RELIABILITY.md: a fault, how often it has to happen, and how it is made to happen. */
export interface FaultRow {
  /** What `--only` asks for; some rows share one. */
  readonly id: string;
  /** The same for ever: results are added up under it. */
  readonly key: string;
  /** Trials of `npm test`, and all of them. */
  readonly reduced: number;
  readonly full: number;
  /** Trials that take about a quarter of a minute. */
  readonly piece: number;
  /** Why it cannot run on this machine; null: it can. */
  readonly whyNot?: () => string | null;
  readonly run: (trials: number, seed: number) => Promise<Outcome>;
}

const STEPS = migrations.length - 1;
/** Backups that are made so that so many are kept; most are thinned out again. */
const BACKUPS_A_DRILL = 60;

const fileRow = (kind: FileKind): FaultRow => ({
  id: 'T-03',
  key: `T-03 ${kind}`,
  reduced: 300,
  full: 3000,
  piece: 1500,
  run: (points, seed) => cutPowerOfFiles({ kind, points, seed }),
});

/** Everything that must lose nothing, except what needs a window. */
export const faultRows: readonly FaultRow[] = [
  {
    id: 'T-01',
    key: 'T-01',
    reduced: 500,
    full: 10_000,
    piece: 100,
    run: (trials, seed) => killSaver({ trials, seed }),
  },
  {
    id: 'T-02',
    key: 'T-02',
    reduced: 2000,
    full: 20_000,
    piece: 1500,
    run: async (points, seed) => cutPower(await recordSaver(seed, 600), { points, seed }),
  },
  {
    id: 'T-02',
    key: 'T-02 attachments',
    reduced: 200,
    full: 2000,
    piece: 250,
    run: (points, seed) => cutPowerOfAttachments({ points, seed }),
  },
  fileRow('export'),
  fileRow('settings'),
  fileRow('package'),
  {
    id: 'T-06',
    key: 'T-06 real',
    reduced: SMALL_DISK_CASES,
    full: 5 * SMALL_DISK_CASES,
    piece: SMALL_DISK_CASES,
    whyNot: whyNoSmallDisk,
    run: fillSmallDisk,
  },
  {
    id: 'T-06',
    key: 'T-06 attachments',
    reduced: 100,
    full: 1000,
    piece: 250,
    run: failAttachments,
  },
  { id: 'T-06', key: 'T-06 simulated', reduced: 120, full: 1200, piece: 120, run: fillDisk },
  {
    id: 'T-08',
    key: 'T-08',
    reduced: 1500,
    full: 20_000,
    piece: 1500,
    run: (trials, seed) => flipBits({ trials, seed, alone: false }),
  },
  {
    id: 'T-08',
    key: 'T-08 alone',
    reduced: 1500,
    full: 20_000,
    piece: 2500,
    run: (trials, seed) => flipBits({ trials, seed, alone: true }),
  },
  { id: 'T-09', key: 'T-09', reduced: 620, full: 5000, piece: 500, run: damageLogs },
  { id: 'T-10', key: 'T-10', reduced: 500, full: 5000, piece: 1000, run: loseAnyFile },
  { id: 'T-12', key: 'T-12', reduced: 10, full: 100, piece: 10, run: jumpClocks },
  { id: 'T-13', key: 'T-13', reduced: 400, full: 1700, piece: 150, run: failCalls },
  {
    id: 'T-15',
    key: 'T-15',
    reduced: 150 * STEPS,
    full: 1000 * STEPS,
    piece: 200 * STEPS,
    run: (trials, seed) => interruptMigrations(Math.ceil(trials / STEPS), seed),
  },
  {
    id: 'T-19',
    key: 'T-19',
    reduced: 100,
    full: 1000,
    piece: 50,
    run: (trials, seed) => killSaver({ trials, seed, withBackups: true }),
  },
  { id: 'T-20', key: 'T-20', reduced: 400, full: 5000, piece: 400, run: offerHostilePackages },
  // In one go: a day in pieces would be many mornings.
  { id: 'T-25', key: 'T-25', reduced: 1500, full: 20_000, piece: 20_000, run: workAllDay },
  {
    id: 'T-28',
    key: 'T-28',
    reduced: 20,
    full: 200,
    piece: 20,
    run: (_trials, seed) => drillBackups(BACKUPS_A_DRILL, seed),
  },
];

export const faultRow = (key: string): FaultRow => {
  const row = faultRows.find((one) => one.key === key);
  if (row === undefined) throw new Error(`no such fault: ${key}`);
  return row;
};
