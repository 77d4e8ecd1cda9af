import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmEnvironment } from './npm-environment.mjs';
import { mustRun } from './run-command.mjs';

/**
 * Puts one package of the npm registry below `folder`/node_modules, without running its scripts.
 * Not with --prefix: that would also move where npm looks for its settings, and with them the
 * certificates of a company network.
 */
export const fetchNpmPackage = async (name, version, folder, sentence) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await mustRun(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
    { cwd: folder, env: npmEnvironment(), quiet: true },
    sentence,
  );
  return join(folder, 'node_modules', name);
};
