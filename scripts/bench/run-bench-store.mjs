/** What the safety net costs, without a window. An argument sets how many proposals the list has. */
import { join } from 'node:path';
import { projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, sayWhile } from '../bring-up/say.mjs';
import { bundleBench } from './bundle-bench.mjs';

await runMain(async () => {
  const outDir = await sayWhile('Dựng bộ đo', () => bundleBench('store'));
  await mustRun(
    process.execPath,
    [join(outDir, 'store.js'), projectRoot, ...process.argv.slice(2)],
    { cwd: projectRoot },
    'Đo chưa xong; lỗi ở ngay trên.',
  );
  return 0;
});
