/**
 * Bundles the benchmark as the program itself is bundled (a test runner's module wrapper would be
 * measured with it), installs the peers beside it, and runs it alone.
 */
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { inProject, projectRoot } from '../bring-up/paths.mjs';
import { mustRun } from '../bring-up/run-command.mjs';
import { runMain, sayWhile } from '../bring-up/say.mjs';

const folder = inProject('test', 'bench');
const outDir = inProject('out', 'bench');

const installPeers = async () => {
  if (existsSync(join(folder, 'node_modules', '@react-pdf'))) return;
  await sayWhile('Cài các thư viện để so sánh', () =>
    mustRun('npm', ['ci'], { cwd: folder, quiet: true }, 'Không cài được thư viện để so sánh.'),
  );
};

const bundle = () =>
  build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: {
      noExternal: true,
      external: builtinModules.flatMap((name) => [name, `node:${name}`]),
      target: 'node',
    },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      emptyOutDir: true,
      rollupOptions: {
        input: { bench: join(folder, 'bench.ts'), cold: join(folder, 'cold.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });

await runMain(async () => {
  await installPeers();
  await sayWhile('Dựng bộ đo', bundle);
  await mustRun(
    process.execPath,
    ['--expose-gc', join(outDir, 'bench.js'), projectRoot],
    { cwd: projectRoot },
    'Đo chưa xong; lỗi ở ngay trên.',
  );
  return 0;
});
