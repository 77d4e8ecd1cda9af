/** One Vitest run of one project; counts come from its JSON report, not from its printed words. */
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProject, projectRoot } from '../bring-up/paths.mjs';
import { runCommand } from '../bring-up/run-command.mjs';

const vitest = () => {
  const manifest = createRequire(import.meta.url).resolve('vitest/package.json');
  return join(dirname(manifest), 'vitest.mjs');
};

export const runVitest = async (project, filters, env) => {
  // Of this run alone, until it is read: runs of one project may go on side by side.
  const report = inProject('test-results', `${project}-${process.pid}.json`);
  mkdirSync(inProject('test-results'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runCommand(
    process.execPath,
    [vitest(), 'run', '--project', project, ...reporters, ...filters],
    { cwd: projectRoot, env },
  );
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { ok, passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { ok: false, passed: 0, failed: 0 };
  } finally {
    if (existsSync(report)) renameSync(report, inProject('test-results', `${project}.json`));
  }
};
