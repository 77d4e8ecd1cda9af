import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';

it('S46 on a full disk a person can still throw things away, and then write', async () => {
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
}, 60_000);
