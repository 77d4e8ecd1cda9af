/** The Electron that package.json pins: what users get. Its own installer downloads it. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inCache, inProject } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { say, sayWhile } from './say.mjs';

const folder = inProject('node_modules', 'electron');
const REACH_MS = 6_000;
const INSTALL_MS = 15 * 60_000;
const REMEMBER_MS = 12 * 60 * 60_000;

const readOr = (file, otherwise) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
};

export const pinnedVersion = () =>
  JSON.parse(readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8')).version;

/** The same questions that the installer asks itself. */
export const findPinnedElectron = () => {
  const version = readOr(`${folder}/dist/version`, '').replace(/^v/, '').trim();
  const executable = `${folder}/dist/${readOr(`${folder}/path.txt`, 'none')}`;
  return version === pinnedVersion() && existsSync(executable)
    ? { kind: 'pinned', version, executable, folder: `${folder}/dist` }
    : undefined;
};

const failedStamp = () => inCache(`electron-${pinnedVersion()}-unreachable`);

const failedLately = () => {
  try {
    return Date.now() - statSync(failedStamp()).mtimeMs < REMEMBER_MS;
  } catch {
    return false;
  }
};

/** Asks where the installer would download from; a blocked network must not cost minutes. */
const isReachable = async () => {
  try {
    const require = createRequire(`${folder}/package.json`);
    const { getArtifactRemoteURL } = await import(require.resolve('@electron/get'));
    const details = {
      version: `v${pinnedVersion()}`,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
    };
    const url = await getArtifactRemoteURL({ ...details, isGeneric: false });
    const signal = AbortSignal.timeout(REACH_MS);
    return (await fetch(url, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
};

/** `patient` asks again although it failed a short time ago. */
export const installPinnedElectron = async ({ patient }) => {
  if (!patient && failedLately()) return undefined;
  mkdirSync(inCache(), { recursive: true });
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  const installed =
    (await isReachable()) &&
    (await sayWhile(`Tải Electron ${pinnedVersion()}`, () =>
      runCommand(process.execPath, [`${folder}/install.js`], {
        env,
        quiet: true,
        timeout: INSTALL_MS,
      }),
    ));
  const found = installed ? findPinnedElectron() : undefined;
  if (found === undefined) {
    say(`Không tải được Electron ${pinnedVersion()} (máy không tới được nơi tải).`);
    writeFileSync(failedStamp(), '');
  } else rmSync(failedStamp(), { force: true });
  return found;
};
