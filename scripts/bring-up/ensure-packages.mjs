/** npm's packages, as the lock file says. */
import { readFileSync } from 'node:fs';
import { npmEnvironment } from './npm-environment.mjs';
import { checkoutId, inProject, projectRoot } from './paths.mjs';
import { mustRun } from './run-command.mjs';
import { sayWhile } from './say.mjs';
import { withLock } from './with-lock.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

/**
 * npm writes node_modules/.package-lock.json as the last thing of a good installation. So it is the
 * stamp: what it lists must be what our lock file lists (packages of other systems left out).
 */
export const packagesAreThere = () => {
  const installed = packagesOf(inProject('node_modules', '.package-lock.json'));
  const wanted = packagesOf(inProject('package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  const isSame = ([path, { version }]) =>
    installed[path] === undefined
      ? wanted[path].optional === true || wanted[path].devOptional === true
      : installed[path].version === version;
  return (
    Object.entries(wanted)
      .filter(([path]) => path !== '')
      .every(isSame) && Object.keys(installed).every((path) => wanted[path] !== undefined)
  );
};

export const ensurePackages = async () => {
  if (packagesAreThere()) return;
  await withLock(`npm-${checkoutId}`, async () => {
    if (packagesAreThere()) return;
    await sayWhile('Cài các gói npm theo package-lock.json', () =>
      mustRun(
        'npm',
        ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
        { cwd: projectRoot, env: npmEnvironment() },
        'npm ci không xong. Kiểm tra kết nối tới kho gói npm rồi chạy lại lệnh này.',
      ),
    );
  });
};
