import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { controlRows } from './control-rows';
import { type FaultRow, faultRows } from './fault-rows';
import { addRun, changeOutcomes, readOutcomes, trialsOf } from './kept-outcomes';
import { measureStore } from './measure-store';
import type { Outcome } from './outcome';
import { windowRows } from './window-rows';

/**
 * The full numbers, in pieces that add up: each piece goes on with seeds that no piece before it
 * had, and writes RELIABILITY.md. What is furthest from its goal comes first. Runs of different rows
 * may go on side by side.
 */
const ONLY = (process.env['BDX_FAULTS_ONLY'] ?? '').split(',').filter((id) => id !== '');
/** 1 is all; a smaller share is for a quick look. */
const SHARE = Number(process.env['BDX_FAULTS_SHARE'] ?? 1);
/** No new piece begins after so many seconds. */
const SECONDS = Number(process.env['BDX_FAULTS_SECONDS'] ?? Number.POSITIVE_INFINITY);
/** Forgets what was counted before. */
const FRESH = process.env['BDX_FAULTS_FRESH'] === '1';
const SEED = Number(process.env['BDX_FAULTS_SEED'] ?? 20_261_124);

const machine = `${platform()} ${release()}, ${cpus().length} lõi, Node ${process.versions.node}`;
const today = (): string => new Date().toISOString().slice(0, 10);

const sourceOf = (): string => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

const isControl = (row: FaultRow): boolean => controlRows.includes(row);
const all = [...faultRows, ...windowRows, ...controlRows];
const order = all.map(({ key }) => key);
const isWanted = ({ id, key }: FaultRow): boolean =>
  ONLY.length === 0 || ONLY.includes(id) || ONLY.includes(key);

const source = sourceOf();
if (FRESH) {
  const wanted = new Set(all.filter(isWanted).map(({ key }) => key));
  changeOutcomes(({ rows, figures }) => ({
    figures,
    rows: rows.filter(({ key }) => !wanted.has(key)),
  }));
}

const doneOf = ({ key }: FaultRow): number => trialsOf(readOutcomes(), key);
const goalOf = ({ full }: FaultRow): number => Math.max(1, Math.round(full * SHARE));

/** Adds a run that began when `done` trials were kept. */
const keep = (row: FaultRow, done: number, outcome: Outcome): void => {
  const { key, reduced, full } = row;
  const day = today();
  const run = { key, outcome, reduced, full, source, machine, first: day, last: day };
  changeOutcomes((kept) => {
    if (trialsOf(kept, key) === done) {
      return addRun(kept, { ...run, isControl: isControl(row) }, order);
    }
    // The same seeds were tried in both runs, and are one trial each.
    process.stderr.write(`${key}: another run of this row was first, this piece is not counted\n`);
    return kept;
  });
};

const begun = performance.now();
const isTimeLeft = (): boolean => performance.now() - begun < SECONDS * 1000;

/** Of the rows that are not done yet the one with the least share; null: all are. */
const nextOf = (rows: readonly FaultRow[]): FaultRow | null =>
  rows
    .filter((row) => doneOf(row) < goalOf(row))
    .sort((a, b) => doneOf(a) / goalOf(a) - doneOf(b) / goalOf(b))[0] ?? null;

const failuresOf = async (rows: readonly FaultRow[]): Promise<string[]> => {
  const examples: string[] = [];
  const able = rows.filter((row) => {
    const why = row.whyNot?.() ?? null;
    if (why !== null) process.stderr.write(`${row.key}: skipped, ${why}\n`);
    return why === null;
  });
  for (let row = nextOf(able); row !== null && isTimeLeft(); row = nextOf(able)) {
    const done = doneOf(row);
    const trials = Math.min(row.piece, goalOf(row) - done);
    let outcome: Outcome;
    try {
      outcome = await row.run(trials, SEED + done);
    } catch (error) {
      // A test that broke says nothing of the store, and the other rows go on.
      process.stderr.write(`${row.key}: ${(error as Error).stack ?? String(error)}\n`);
      examples.push(`${row.key}: ${String(error)}`);
      able.splice(able.indexOf(row), 1);
      continue;
    }
    keep(row, done, outcome);
    const { failures } = outcome;
    process.stderr.write(`${row.key}: ${doneOf(row)}/${goalOf(row)}, ${failures} failed\n`);
    examples.push(...outcome.examples.map((example) => `${row?.key}: ${example}`));
    // The same fault again would only fill the page.
    if (failures > 0) able.splice(able.indexOf(row), 1);
  }
  return examples;
};

it('nothing acknowledged is lost', async () => {
  expect(await failuresOf([...faultRows, ...windowRows].filter(isWanted))).toEqual([]);
});

it('what must lose, loses', async () => {
  const rows = controlRows.filter(isWanted);
  await failuresOf(rows);
  for (const { key, outcome } of readOutcomes().rows.filter((row) =>
    rows.some((one) => one.key === row.key),
  )) {
    expect(outcome.failures, key).toBeGreaterThan(outcome.trials / 4);
  }
});

it.runIf(ONLY.length === 0 || ONLY.includes('figures'))('figures of a real disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bdx-measure-'));
  const rows = await measureStore(folder, 10_000);
  rmSync(folder, { recursive: true, force: true });
  changeOutcomes((kept) => ({ ...kept, figures: { date: today(), machine, rows } }));
  expect(rows.length).toBeGreaterThan(0);
});
