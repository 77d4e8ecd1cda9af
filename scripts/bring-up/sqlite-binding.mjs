/**
 * better-sqlite3's native part. The one inside the package wants Node-API 10 (Node ≥ 22, Electron
 * ≥ 35) and crashes on the fallback Electron. For that one it is compiled once from the package's own
 * source, kept outside the checkout, and put where the package looks first. The compiled one also
 * runs on Node 24, so unit tests and the command line may meet it.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureNodeHeaders } from './ensure-node.mjs';
import { inCache, inProject } from './paths.mjs';
import { mustRun } from './run-command.mjs';
import { say, sayWhile } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { withLock } from './with-lock.mjs';

const packageFolder = inProject('node_modules', 'better-sqlite3');
const placed = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

/** The package says "experimental" to the headers to get one call early; Node-API 9 has the rest. */
const CXXFLAGS = [
  '-UNAPI_VERSION',
  '-DNAPI_VERSION=2147483647',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
].join(' ');

const versionOf = (name) =>
  JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8')).version;

const compile = async (target) => {
  await ensureSystemPackages('compiler');
  const headers = await ensureNodeHeaders();
  const work = `${target}.${process.pid}.tmp`;
  const source = join(work, 'node_modules', 'better-sqlite3');
  try {
    mkdirSync(work, { recursive: true });
    cpSync(packageFolder, source, {
      recursive: true,
      filter: (path) => !path.endsWith(join('better-sqlite3', 'build')),
    });
    const addonApi = join('node_modules', 'node-addon-api');
    cpSync(inProject(addonApi), join(work, addonApi), { recursive: true });
    const gyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
    await mustRun(
      process.execPath,
      [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`],
      { cwd: source, quiet: true, env: { ...process.env, CXXFLAGS } },
      'Không biên dịch được better-sqlite3 cho Electron dự phòng (cần python3, make, g++).',
    );
    renameSync(join(source, 'build', 'Release', 'better_sqlite3.node'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const isSame = (a, b) => existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b));

export const ensureSqliteBinding = async (kind) => {
  if (kind === 'pinned') {
    // The package's own binary is the right one; a compiled one would be found first.
    rmSync(placed, { force: true });
    return;
  }
  const name = `better-sqlite3-${versionOf('better-sqlite3')}-napi9-${process.platform}-${process.arch}`;
  const kept = inCache(`${name}.node`);
  await withLock(name, async () => {
    if (!existsSync(kept)) {
      mkdirSync(inCache(), { recursive: true });
      say('Electron dự phòng cần better-sqlite3 biên dịch riêng; chỉ làm một lần trên máy này.');
      await sayWhile('Biên dịch better-sqlite3 (khoảng 2 phút)', () => compile(kept));
    }
    if (isSame(kept, placed)) return;
    mkdirSync(dirname(placed), { recursive: true });
    copyFileSync(kept, `${placed}.${process.pid}.tmp`);
    renameSync(`${placed}.${process.pid}.tmp`, placed);
  });
};
