/** `npm start`: brings up whatever is missing and opens the program. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runUnder } from './bring-up/run-under.mjs';
import { runMain } from './bring-up/say.mjs';

await runMain(async () => {
  await ensurePackages();
  return runUnder(await ensureNode(), 'scripts/start/open-program.mjs', process.argv.slice(2));
});
