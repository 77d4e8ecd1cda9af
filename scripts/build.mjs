/** `npm run build`: builds what changed. */
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { runMain, say } from './bring-up/say.mjs';
import { ensureBuild } from './build/ensure-build.mjs';

await runMain(async () => {
  await ensurePackages();
  await ensureBuild(await ensureNode());
  say('Bản dựng trong out/ là mới nhất.');
});
