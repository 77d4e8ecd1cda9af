/**
 * Builds the three programs: the main side, the preload script, the window.
 *
 * Plain Vite instead of electron-vite: three calls say all there is to say, and electron-vite would
 * add only a development server that we do not use (the window is always loaded over app://).
 *
 * Targets are the lower of the two runtimes we run on (Electron 33: Node 20, Chromium 130), so that
 * one build runs on the pinned Electron and on the fallback of the tests.
 */
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../bring-up/paths.mjs';

const NODE = 'node20';
const CHROMIUM = 'chrome130';

/** Stays outside the bundles: Electron itself, and the native module, which must lie on the disk. */
const OUTSIDE = ['electron', 'better-sqlite3', ...builtinModules.flatMap((m) => [m, `node:${m}`])];

const DRAWS = /[\\/]electron[\\/]export[\\/](?:pdf[\\/]|docx[\\/]|draw-|bind-|export-paper)/;

/**
 * Files of the main side that are loaded only when something is drawn, signed or imported. Left alone,
 * the bundler puts a package into one file with whatever else its users use, and the window's main
 * side would load and keep all of it from its start: 8 MB of objects and half a second on a slow machine.
 */
const APART = [
  ['fontkit', /[\\/]node_modules[\\/]@pdf-lib[\\/]fontkit[\\/]/],
  ['pdf-lib', /[\\/]node_modules[\\/](?:pdf-lib|@pdf-lib)[\\/]/],
  ['docx', /[\\/]node_modules[\\/](?:docx|xml|xml-js|jszip|sax)[\\/]/],
  ['signing', /[\\/]node_modules[\\/](?:pkijs|asn1js|pv\w+|bytestreamjs|node-forge|@noble)[\\/]/],
  ['zod', /[\\/]node_modules[\\/]zod[\\/]/],
  ['shared', /[\\/]shared[\\/]/],
  ['zip', /[\\/](?:node_modules[\\/]fflate[\\/]|electron[\\/]export[\\/]docx[\\/]steady-zip)/],
  ['papers', /[\\/]electron[\\/]export[\\/](?:refusal|draw-papers|pictures[\\/])/],
  ['drawing', DRAWS],
];

const basis = {
  root: projectRoot,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  clearScreen: false,
};

/** Main process, command line, and the threads for export and for checking backups. They share code, so they are one build. */
const mainBuild = (outDir) => ({
  ...basis,
  // No conditions of a browser: packages with two faces must show the one for Node.
  ssr: { noExternal: true, external: OUTSIDE, target: 'node' },
  build: {
    ssr: true,
    outDir: join(outDir, 'main'),
    target: NODE,
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rollupOptions: {
      external: OUTSIDE,
      // Loading a file that draws does nothing by itself; so who takes a name from beside it need not.
      treeshake: { moduleSideEffects: (id) => !DRAWS.test(id) },
      input: {
        main: join(projectRoot, 'electron/app/main.ts'),
        cli: join(projectRoot, 'electron/cli/cli.ts'),
        'export-worker': join(projectRoot, 'electron/export/export-worker.ts'),
        'backup-checker': join(projectRoot, 'electron/store/backups/backup-checker.ts'),
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Flat: import.meta.dirname must be out/main in every chunk, or assets are not found.
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
        codeSplitting: {
          groups: APART.map(([name, test]) => ({ name, test })),
        },
      },
    },
  },
});

/** A sandboxed preload script has to be CommonJS and one single file. */
const preloadBuild = (outDir) => ({
  ...basis,
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    outDir: join(outDir, 'preload'),
    target: NODE,
    minify: false,
    sourcemap: false,
    emptyOutDir: true,
    rollupOptions: {
      external: ['electron'],
      // Two names are used of the contract; its schemas would be the whole weight of the file.
      treeshake: { moduleSideEffects: (id) => id.includes('electron/preload') },
      input: { preload: join(projectRoot, 'electron/preload/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});

const rendererBuild = async (outDir) => {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...basis,
    root: join(projectRoot, 'renderer'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: join(outDir, 'renderer'),
      target: CHROMIUM,
      cssTarget: CHROMIUM,
      sourcemap: true,
      emptyOutDir: true,
      // Nothing as data: URL; the content security policy allows files of app:// only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8192,
    },
  };
};

const BUILDS = { main: mainBuild, preload: preloadBuild, renderer: rendererBuild };

// Which part, and the folder to put it in (as a folder of that name).
const [part = '', outDir = join(projectRoot, 'out')] = process.argv.slice(2);
try {
  await build(await BUILDS[part](outDir));
} catch (error) {
  // The message names file and line; our stack would only push it out of sight.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
