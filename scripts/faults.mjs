/** `npm run test:faults`: faults in their full numbers, in pieces; writes RELIABILITY.md. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runUnder } from './bring-up/run-under.mjs';
import { runMain } from './bring-up/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return runUnder(await ensureNode(), 'scripts/test/run-faults.mjs', process.argv.slice(2));
});
