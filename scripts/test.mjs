/** `npm test`: everything that guards the project. See README.md for how to run a part of it. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runUnder } from './bring-up/run-under.mjs';
import { runMain } from './bring-up/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return runUnder(await ensureNode(), 'scripts/test/run-stages.mjs', process.argv.slice(2));
});
