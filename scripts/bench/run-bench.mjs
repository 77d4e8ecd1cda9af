/** Installs the peers beside the benchmark and runs it alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, sayWhile } from '../bring-up/say.mjs';
import { benchFolder, bundleBench, bundleWorker } from './bundle-bench.mjs';

const installPeers = async () => {
  if (existsSync(join(benchFolder, 'node_modules', '@react-pdf'))) return;
  await sayWhile('Cài các thư viện để so sánh', () =>
    mustRun(
      'npm',
      ['ci'],
      { cwd: benchFolder, quiet: true },
      'Không cài được thư viện để so sánh.',
    ),
  );
};

await runMain(async () => {
  await installPeers();
  const [outDir, workerFile] = await sayWhile('Dựng bộ đo', async () => [
    await bundleBench('bench', 'cold'),
    await bundleWorker(),
  ]);
  await mustRun(
    process.execPath,
    [join(outDir, 'bench.js'), projectRoot, workerFile],
    { cwd: projectRoot },
    'Đo chưa xong; lỗi ở ngay trên.',
  );
  return 0;
});
