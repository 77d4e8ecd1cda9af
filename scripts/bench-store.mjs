/** `npm run bench:store`: saving, starting, history, attachments; writes test/bench/RESULTS-STORE.md. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runUnder } from './bring-up/run-under.mjs';
import { runMain } from './bring-up/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return runUnder(await ensureNode(), 'scripts/bench/run-bench-store.mjs', process.argv.slice(2));
});
