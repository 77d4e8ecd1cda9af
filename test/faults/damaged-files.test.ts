import { describe, expect, it } from 'vitest';
import { expectNoFailure, runReduced } from './run-reduced';

const LONG = { timeout: 180_000 };

describe('what breaks in the files is noticed, and healed or named', LONG, () => {
  it.each(['T-08', 'T-08 alone'])('%s: flipped bits are mended or named', async (key) => {
    expectNoFailure(await runReduced(key));
  });

  it('T-09: damaged and foreign logs', async () => {
    const outcome = await runReduced('T-09');
    expectNoFailure(outcome);
    expect(outcome.figures['healed']).toBeGreaterThan(0);
  });

  it('T-10: any one file gone or spoilt', async () => {
    expectNoFailure(await runReduced('T-10'));
  });

  it('T-12: a clock that jumps', async () => {
    expectNoFailure(await runReduced('T-12'));
  });

  it('T-20: hostile files to import', async () => {
    const outcome = await runReduced('T-20');
    expectNoFailure(outcome);
    // Both ways of going well were met.
    expect(outcome.figures['refused']).toBeGreaterThan(0);
    expect(outcome.figures['came in, told truly']).toBeGreaterThan(0);
  });

  it('T-12, T-28: every kept backup restored, with a clock that jumps', async () => {
    expectNoFailure(await runReduced('T-28'));
  });
});
