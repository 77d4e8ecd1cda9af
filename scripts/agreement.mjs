/** `npm run test:agreement`: every line of generated documents against LibreOffice's. See README.md. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runUnder } from './bring-up/run-under.mjs';
import { runMain } from './bring-up/say.mjs';
import { ensureSystemPackages } from './bring-up/system-packages.mjs';

await runMain(async () => {
  await ensurePackages();
  await ensureSystemPackages('documents');
  return runUnder(await ensureNode(), 'scripts/agreement/run-agreement.mjs', process.argv.slice(2));
});
