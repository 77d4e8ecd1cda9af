import type { RegisterRow } from './queries/tables';
import { sha256Hex } from './row-hash';

/** Ties an entry to all before it: a later change of any of them shows in every chain after it. */
export const registerChain = (before: string, row: Omit<RegisterRow, 'chain'>): string =>
  sha256Hex(
    JSON.stringify([before, row.id, row.at, row.kind, row.proposal_id, row.actor, row.detail]),
  );

/** Ids of entries that do not fit the one before: altered, or something before them is gone. */
export const brokenEntries = (rows: readonly RegisterRow[]): number[] => {
  const broken: number[] = [];
  let before = '';
  let expected = 1;
  for (const row of rows) {
    if (row.id !== expected || row.chain !== registerChain(before, row)) broken.push(row.id);
    before = row.chain;
    expected = row.id + 1;
  }
  return broken;
};
