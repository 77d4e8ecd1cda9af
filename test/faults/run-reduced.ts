import { expect } from 'vitest';
import { faultRow } from './fault-rows';
import type { Outcome } from './outcome';

const SEED = 20_261_124;

/** A row of the table in the number that `npm test` does; `npm run test:faults` does the full one. */
export const runReduced = (key: string): Promise<Outcome> => {
  const { run, reduced } = faultRow(key);
  return run(reduced, SEED);
};

export const expectNoFailure = (outcome: Outcome): void => {
  expect(outcome.examples).toEqual([]);
  expect(outcome.failures).toBe(0);
  expect(outcome.trials).toBeGreaterThan(0);
};
