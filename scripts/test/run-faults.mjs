/** Reads what is asked for and hands it over in the environment. See README.md. */
import { parseArgs } from 'node:util';
import { runMain, Stop } from '../bring-up/say.mjs';
import { ensureSystemPackages } from '../bring-up/system-packages.mjs';
import { runInElectron } from './run-in-electron.mjs';
import { runVitest } from './run-vitest.mjs';

const OPTIONS = {
  only: { type: 'string', default: '' },
  share: { type: 'string', default: '1' },
  seconds: { type: 'string', default: 'Infinity' },
  seed: { type: 'string' },
  fresh: { type: 'boolean', default: false },
};

const readOptions = () => {
  try {
    return parseArgs({ options: OPTIONS, args: process.argv.slice(2) }).values;
  } catch (error) {
    throw new Stop(
      `${error.message}\nCác lựa chọn: --only=T-01,T-02 --share=0.1 --seconds=200 --seed=1 --fresh`,
      2,
    );
  }
};

/** The one row that needs a window. */
const WINDOW = 'T-04';

await runMain(async () => {
  const { only, share, seconds, seed, fresh } = readOptions();
  const env = {
    BDX_FAULTS_ONLY: only,
    BDX_FAULTS_SHARE: share,
    BDX_FAULTS_SECONDS: seconds,
    BDX_FAULTS_FRESH: fresh ? '1' : '',
    ...(seed === undefined ? {} : { BDX_FAULTS_SEED: seed }),
  };
  await ensureSystemPackages('compiler');
  const wantsWindow = only === '' || only.split(',').includes(WINDOW);
  const { ok, passed, failed } = wantsWindow
    ? await runInElectron('faults', [], env)
    : await runVitest('faults', [], { ...process.env, ...env });
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return ok ? 0 : 1;
});
