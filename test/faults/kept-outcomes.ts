import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './measure-store';
import { joinOutcomes, type Outcome } from './outcome';

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

const FILE = join(import.meta.dirname, 'outcomes.json');

export const readOutcomes = (): KeptOutcomes =>
  existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as KeptOutcomes)
    : { rows: [], figures: null };

/** Whole or not at all: a run may be ended at any moment. */
const replaceFile = (path: string, text: string): void => {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

/** Keeps the sums, and writes the page that is made of them. */
export const writeOutcomes = (kept: KeptOutcomes, page: string): void => {
  replaceFile(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  replaceFile(join(import.meta.dirname, '..', '..', 'RELIABILITY.md'), page);
};

/** A run added to what is kept of its row; rows keep the order in which `order` names them. */
export const addRun = (
  { rows, figures }: KeptOutcomes,
  run: KeptRow,
  order: readonly string[],
): KeptOutcomes => {
  const before = rows.find(({ key }) => key === run.key);
  const joined: KeptRow =
    before === undefined
      ? run
      : { ...run, first: before.first, outcome: joinOutcomes(before.outcome, run.outcome) };
  const others = rows.filter(({ key }) => key !== run.key);
  return {
    figures,
    rows: [...others, joined].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)),
  };
};
