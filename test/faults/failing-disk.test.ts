import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';
import { expectNoFailure, runReduced } from './run-reduced';
import { whyNoSmallDisk } from './small-disk';

const LONG = { timeout: 180_000 };

describe('a disk that is full or refuses', LONG, () => {
  it('T-13, S12: failing system calls', async () => {
    const outcome = await runReduced('T-13');
    expectNoFailure(outcome);
    expect(outcome.figures['refused']).toBeGreaterThan(0);
  });

  it('T-06: full at many sizes', async () => {
    const outcome = await runReduced('T-06 simulated');
    expectNoFailure(outcome);
    expect(outcome.figures['refused']).toBeGreaterThan(0);
  });

  it('T-06, S72, S74: full or failing in the middle of taking an attachment in', async () => {
    const outcome = await runReduced('T-06 attachments');
    expectNoFailure(outcome);
    expect(outcome.figures['refused, said so']).toBeGreaterThan(20);
    expect(outcome.figures['done']).toBeGreaterThan(20);
  });

  it('T-06: a real one full but for a little, in everything that a person does', async ({
    skip,
  }) => {
    const why = whyNoSmallDisk();
    if (why !== null) return skip(why);
    const outcome = await runReduced('T-06 real');
    expectNoFailure(outcome);
    expect(outcome.figures['refused, said so']).toBeGreaterThan(20);
    expect(outcome.figures['done']).toBeGreaterThan(20);
  });

  it('S46 a person can still throw things away on a full disk, and then write', async () => {
    const folder = quickFolder('bdx-full-');
    const run = await runProgram(await buildProgram('full-disk-user'), [folder], {
      LD_PRELOAD: buildShim(),
      BDX_DISK_PREFIX: folder,
    });
    rmSync(folder, { recursive: true, force: true });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.output)).toEqual({
      refused: 'store-full',
      state: 'io',
      erased: 'ok',
      saved: 'ok',
    });
  });
});
