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
        input: Object.fromEntries(names.map((name) => [name, join(benchFolder, `${name}.ts`)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return outDir;
};
