import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Measured } from './measure-store';
import { joinOutcomes, type Outcome } from './outcome';
import { reliabilityPage } from './reliability-page';

/** All runs of one row, added up. */
export interface KeptRow {
  readonly key: string;
  readonly outcome: Outcome;
  readonly reduced: number;
  readonly full: number;
  readonly isControl: boolean;
  /** Days of the first and the last run, 2026-11-25. */
  readonly first: string;
  readonly last: string;
  /** Source that the last run tried: `git rev-parse --short HEAD`, '' where nobody can say. */
  readonly source: string;
  /** The same of the first run, where there was more than one. */
  readonly firstSource?: string;
  readonly machine: string;
}

export interface KeptOutcomes {
  readonly rows: readonly KeptRow[];
  readonly figures: {
    readonly date: string;
    readonly machine: string;
    readonly rows: readonly Measured[];
  } | null;
}

/** Where the sums are kept, the page that is made of them, and what only one run at a time holds. */
export interface KeptPlace {
  readonly file: string;
  readonly page: string;
  readonly lock: string;
}

const root = join(import.meta.dirname, '..', '..');

const PLACE: KeptPlace = {
  file: join(import.meta.dirname, 'outcomes.json'),
  page: join(root, 'RELIABILITY.md'),
  lock: join(root, 'node_modules', '.cache', 'faults', 'outcomes.lock'),
};

export const readOutcomes = ({ file }: KeptPlace = PLACE): KeptOutcomes =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as KeptOutcomes)
    : { rows: [], figures: null };

/** Whole or not at all: a run may be ended at any moment. */
const replaceFile = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

const MOST_WAIT = 60_000;

/** SQLite's lock is the system's: it goes with the process that held it, however that ends. */
const alone = (lock: string, work: () => void): void => {
  mkdirSync(dirname(lock), { recursive: true });
  const db = new Database(lock, { timeout: MOST_WAIT });
  try {
    db.exec('BEGIN EXCLUSIVE');
    work();
  } finally {
    db.close();
  }
};

/**
 * Changes what is kept, and writes the page that is made of it. Reads it again first, and nobody
 * else does so meanwhile: runs of different rows go on side by side and add up.
 */
export const changeOutcomes = (
  change: (kept: KeptOutcomes) => KeptOutcomes,
  place: KeptPlace = PLACE,
): void =>
  alone(place.lock, () => {
    const kept = change(readOutcomes(place));
    replaceFile(place.file, `${JSON.stringify(kept, null, 2)}\n`);
    replaceFile(place.page, reliabilityPage(kept));
  });

export const trialsOf = ({ rows }: KeptOutcomes, key: string): number =>
  rows.find((row) => row.key === key)?.outcome.trials ?? 0;

const joinRuns = (before: KeptRow, run: KeptRow): KeptRow => ({
  ...run,
  first: before.first,
  firstSource: before.firstSource ?? before.source,
  outcome: joinOutcomes(before.outcome, run.outcome),
});

/** A run added to what is kept of its row; rows keep the order in which `order` names them. */
export const addRun = (
  { rows, figures }: KeptOutcomes,
  run: KeptRow,
  order: readonly string[],
): KeptOutcomes => {
  const before = rows.find(({ key }) => key === run.key);
  const others = rows.filter(({ key }) => key !== run.key);
  return {
    figures,
    rows: [...others, before === undefined ? run : joinRuns(before, run)].sort(
      (a, b) => order.indexOf(a.key) - order.indexOf(b.key),
    ),
  };
};
