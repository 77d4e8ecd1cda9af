import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProject, projectRoot } from '../bring-up/paths.mjs';
import { runCommand } from '../bring-up/run-command.mjs';
import { runMain, Stop, say } from '../bring-up/say.mjs';
import { ensureSystemPackages } from '../bring-up/system-packages.mjs';
import { ensureBuild } from '../build/ensure-build.mjs';
import { runInElectron } from './run-in-electron.mjs';
import { runVitest } from './run-vitest.mjs';

const require = createRequire(import.meta.url);
/** Programs of packages are run by file: node_modules/.bin differs from system to system. */
const programOf = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

const runTool = async (name, file, args) => {
  const { ok } = await runCommand(process.execPath, [programOf(name, file), ...args], {
    cwd: projectRoot,
  });
  return { ok, passed: 0, failed: 0 };
};

const STAGES = {
  lint: {
    title: 'Lint và định dạng (Biome)',
    run: () => runTool('@biomejs/biome', 'bin/biome', ['check', '--error-on-warnings']),
  },
  types: {
    title: 'Kiểu (TypeScript)',
    run: () => runTool('typescript', 'bin/tsc', ['--build', inProject('tsconfig.json')]),
  },
  unit: {
    title: 'Kiểm thử phần tử (Vitest)',
    run: async (filters) => {
      await ensureSystemPackages('documents', 'compiler');
      await ensureBuild(process.execPath, ['main']);
      return runVitest('unit', filters, process.env);
    },
  },
  e2e: {
    title: 'Kiểm thử trong Electron thật',
    run: (filters) => runInElectron('e2e', filters),
  },
  packaging: {
    title: 'Kiểm thử bản đóng gói',
    run: (filters) => runInElectron('packaging', filters),
  },
};

/** Something that a stage needs could not be had: as bad as a failed test, and counted as one. */
const failedStage = (error) => {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  return { ok: false, passed: 0, failed: 1 };
};

const readArguments = (args) => {
  const only = args.filter((arg) => arg.startsWith('--only='));
  const names = only.flatMap((arg) => arg.slice('--only='.length).split(','));
  const unknown = names.find((name) => STAGES[name] === undefined);
  if (unknown !== undefined) {
    throw new Stop(`Không có phần "${unknown}". Các phần: ${Object.keys(STAGES).join(', ')}.`, 2);
  }
  const filters = args.filter((arg) => !arg.startsWith('--only=') && arg !== '--');
  if (filters.length > 0 && names.length === 0) {
    throw new Stop('Bộ lọc chỉ đi kèm --only=unit, --only=e2e hoặc --only=packaging.', 2);
  }
  return { names: names.length === 0 ? Object.keys(STAGES) : names, filters };
};

await runMain(async () => {
  const { names, filters } = readArguments(process.argv.slice(2));
  const sum = { passed: 0, failed: 0 };
  let allOk = true;
  for (const [index, name] of names.entries()) {
    const { title, run } = STAGES[name];
    const start = Date.now();
    process.stderr.write(`\n━━━ ${index + 1}/${names.length} ${title} ━━━\n`);
    const { ok, passed, failed } = await run(filters).catch(failedStage);
    sum.passed += passed;
    // A stage that fails without a failed test (types, lint, a crash) still counts as a failure.
    sum.failed += ok ? 0 : Math.max(1, failed);
    const seconds = Math.round((Date.now() - start) / 1000);
    say(`${title}: ${ok ? 'đạt' : 'KHÔNG ĐẠT'} (${seconds} giây).`);
    if (!ok) {
      allOk = false;
      break;
    }
  }
  process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
  return allOk ? 0 : 1;
});
