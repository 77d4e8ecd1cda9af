import { applyChange, DamagedRowError, isKnownChange } from './apply-change';
import { type Entry, parseEntry } from './change';
import type { JournalRecord } from './journal/journal-record';
import { Rows } from './queries/rows';
import { writeLastSeq } from './queries/store-row';
import type { Sqlite } from './sqlite';

/** What the journal and the mark know beyond a database that stands at `from`. */
export interface Ahead {
  readonly from: number;
  /** In order; withdrawn ones are left out. */
  readonly entries: readonly Entry[];
  /** Highest sequence that was ever given out. */
  readonly target: number;
  /** Acknowledged sequences of which nothing is known. */
  readonly gaps: readonly number[];
  /** Acknowledged barrier that lies ahead: only a backup made after it holds what it did. */
  readonly barrier: number | null;
  /** The journal speaks of changes that this program does not know. */
  readonly newer: boolean;
}

export const lookAhead = (
  from: number,
  records: readonly JournalRecord[],
  acknowledged: number,
): Ahead => {
  const entries: Entry[] = [];
  const known = new Set<number>();
  let newer = false;
  let barrier: number | null = null;
  for (const { seq, payload } of records) {
    if (seq <= from) continue;
    const entry = parseEntry(seq, payload);
    known.add(seq);
    if (entry === null || !isKnownChange(entry.change.kind)) newer = true;
    else if (entry.change.kind === 'barrier') {
      // One that was never acknowledged did not come to its end: nothing rests on it.
      if (seq <= acknowledged) barrier ??= seq;
    } else if (entry.change.kind !== 'withdrawn') entries.push(entry);
  }
  const target = Math.max(from, acknowledged, ...known);
  const gaps: number[] = [];
  for (let seq = from + 1; seq <= target; seq += 1) if (!known.has(seq)) gaps.push(seq);
  return { from, entries, target, gaps, barrier, newer };
};

export const isWhole = (ahead: Ahead): boolean =>
  ahead.gaps.length === 0 && ahead.barrier === null && !ahead.newer;

/** How far it gets before the first thing that is missing. */
export const reachOf = ({ target, gaps, barrier }: Ahead): number =>
  Math.min(
    target,
    (gaps[0] ?? Number.POSITIVE_INFINITY) - 1,
    (barrier ?? Number.POSITIVE_INFINITY) - 1,
  );

/** Replays all or, when something does not fit, throws and changes nothing. */
export const replay = (db: Sqlite, ahead: Ahead): void => {
  const rows = new Rows(db);
  db.transaction(() => {
    for (const entry of ahead.entries) applyChange(rows, entry);
    writeLastSeq(rows, ahead.target);
  }).immediate();
};

/** Replays what fits where something is missing. Gives the entries that did not. */
export const replayWhatFits = (db: Sqlite, ahead: Ahead): Entry[] => {
  const rows = new Rows(db);
  const left: Entry[] = [];
  db.transaction(() => {
    for (const entry of ahead.entries) {
      try {
        db.transaction(() => applyChange(rows, entry))();
      } catch (error) {
        if (!isMisfit(error)) throw error;
        left.push(entry);
      }
    }
    writeLastSeq(rows, ahead.target);
  }).immediate();
  return left;
};

const isMisfit = (error: unknown): boolean => {
  if (error instanceof DamagedRowError) return true;
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // No such proposal: its beginning is among what is missing.
  return code === '' || code.startsWith('SQLITE_CONSTRAINT');
};
