/**
 * Bundles benchmarks as the program itself is bundled: a test runner's module wrapper would be
 * measured with it. The packages that drive a window stay outside; they are not measured.
 */
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { inProject, projectRoot } from '../bring-up/paths.mjs';

export const benchFolder = inProject('test', 'bench');

/** `names` of files in test/bench; gives the folder of the bundles. */
export const bundleBench = async (...names) => {
  const outDir = inProject('out', 'bench');
  await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: {
      noExternal: true,
      external: [
        'playwright-core',
        'better-sqlite3',
        ...builtinModules.flatMap((name) => [name, `node:${name}`]),
      ],
      target: 'node',
    },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      emptyOutDir: false,
      rollupOptions: {
        input: {
          ...Object.fromEntries(names.map((name) => [name, join(benchFolder, `${name}.ts`)])),
          // The store's thread has to lie beside it, as in the program.
          'backup-checker': inProject('electron', 'store', 'backups', 'backup-checker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return outDir;
};

/**
 * The window's layout worker, built as the window's build makes it: minified, in one file. Gives the
 * path of the file.
 */
export const bundleWorker = async () => {
  const outDir = inProject('out', 'bench-worker');
  await build({
    root: projectRoot,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      target: 'chrome130',
      emptyOutDir: true,
      reportCompressedSize: false,
      rollupOptions: {
        input: inProject('renderer', 'state', 'layout-worker', 'layout-worker.ts'),
        output: { format: 'es', entryFileNames: 'layout-worker.js', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'layout-worker.js');
};
