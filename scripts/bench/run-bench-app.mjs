/** The built program in a real window, measured from outside and from within. */
import { join } from 'node:path';
import { withDisplay } from '../bring-up/ensure-display.mjs';
import { ensureElectron } from '../bring-up/ensure-electron.mjs';
import { projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, sayWhile } from '../bring-up/say.mjs';
import { ensureSystemPackages } from '../bring-up/system-packages.mjs';
import { ensureBuild } from '../build/ensure-build.mjs';
import { bundleBench } from './bundle-bench.mjs';

await runMain(async () => {
  await ensureSystemPackages('window', 'display');
  await ensureBuild(process.execPath);
  const electron = await ensureElectron();
  const outDir = await sayWhile('Dựng bộ đo', () => bundleBench('in-app'));
  await withDisplay((env) =>
    mustRun(
      process.execPath,
      [join(outDir, 'in-app.js'), projectRoot],
      {
        cwd: projectRoot,
        env: {
          ...env,
          BDX_ELECTRON: electron.executable,
          BDX_ELECTRON_VERSION: electron.version,
          BDX_APP_DIR: projectRoot,
        },
      },
      'Đo chưa xong; lỗi ở ngay trên.',
    ),
  );
  return 0;
});
