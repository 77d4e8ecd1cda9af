import { withDisplay } from '../bring-up/ensure-display.mjs';
import { ensureElectron } from '../bring-up/ensure-electron.mjs';
import { projectRoot } from '../bring-up/paths.mjs';
import { ensureSystemPackages } from '../bring-up/system-packages.mjs';
import { ensureBuild } from '../build/ensure-build.mjs';
import { runVitest } from './run-vitest.mjs';

/** Tests in real windows: the runtime and the checkout are handed over in the environment. */
export const runInElectron = async (project, filters, more = {}) => {
  await ensureSystemPackages('window', 'display', 'documents');
  await ensureBuild(process.execPath);
  const electron = await ensureElectron();
  return withDisplay((env) =>
    runVitest(project, filters, {
      ...env,
      ...more,
      BDX_ELECTRON: electron.executable,
      BDX_ELECTRON_VERSION: electron.version,
      BDX_APP_DIR: projectRoot,
    }),
  );
};
