/** The Electron that package.json pins: what users get. Its own installer downloads it. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { checkoutId, inCache, inProject } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { say } from './say.mjs';
import { withLock } from './with-lock.mjs';

const folder = inProject('node_modules', 'electron');
const REACH_MS = 6_000;
const STALL_MS = 30_000;
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

/**
 * Fetches into the cache of Electron's own installer, with its checksums and its mirror settings. The
 * installer itself would do, but it has no time limit, and a blocked network must not cost minutes.
 */
const download = async () => {
  const require = createRequire(`${folder}/package.json`);
  const { downloadArtifact, initializeProxy } = await import(require.resolve('@electron/get'));
  if (process.env.HTTPS_PROXY || process.env.https_proxy) initializeProxy();
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), REACH_MS);
  let told = 0;
  const getProgressCallback = ({ percent }) => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), STALL_MS);
    const tens = Math.floor(percent * 10);
    if (tens > told) say(`Electron ${pinnedVersion()}: ${tens * 10} %`);
    told = Math.max(told, tens);
  };
  try {
    await downloadArtifact({
      version: pinnedVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      checksums: process.env.electron_use_remote_checksums
        ? undefined
        : require('./checksums.json'),
      downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback },
    });
  } finally {
    clearTimeout(timer);
  }
};

/** `patient` asks again although it failed a short time ago. */
export const installPinnedElectron = async ({ patient }) => {
  if (!patient && failedLately()) return undefined;
  mkdirSync(inCache(), { recursive: true });
  say(`Tải Electron ${pinnedVersion()} …`);
  try {
    await withLock('electron-pinned', download);
  } catch (error) {
    const reason = error.cause?.code ?? error.message;
    say(`Không tải được Electron ${pinnedVersion()} (${reason}).`);
    writeFileSync(failedStamp(), '');
    return undefined;
  }
  rmSync(failedStamp(), { force: true });
  // Unpacks what now lies in its cache.
  await withLock(`electron-install-${checkoutId}`, () =>
    runCommand(process.execPath, [`${folder}/install.js`], { quiet: true }),
  );
  return findPinnedElectron();
};
