/** The store and the search over a large library, without a window. */
import { join } from 'node:path';
import { projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, sayWhile } from '../bring-up/say.mjs';
import { bundleBench } from './bundle-bench.mjs';

await runMain(async () => {
  const outDir = await sayWhile('Dựng bộ đo', () => bundleBench('library'));
  await mustRun(
    process.execPath,
    [join(outDir, 'library.js'), projectRoot],
    { cwd: projectRoot },
    'Đo chưa xong; lỗi ở ngay trên.',
  );
  return 0;
});
