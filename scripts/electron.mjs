/** Brings up an Electron and prints where it is, as lines for a shell. See README.md. */
import { ensureElectron } from './bring-up/ensure-electron.mjs';
import { projectRoot } from './bring-up/paths.mjs';
import { runMain } from './bring-up/say.mjs';
import { ensureSystemPackages } from './bring-up/system-packages.mjs';

await runMain(async () => {
  await ensureSystemPackages('window');
  const { executable, version } = await ensureElectron();
  process.stdout.write(`export BDX_ELECTRON='${executable}' BDX_APP_DIR='${projectRoot}'\n`);
  process.stdout.write(`export BDX_ELECTRON_VERSION=${version}\n`);
});
