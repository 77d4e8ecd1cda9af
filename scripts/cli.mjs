/**
 * `npm run --silent cli -- …`: the main job without a window. Standard input and output, the
 * arguments and the exit code are the program's own; all words of this script go to standard error.
 */
import { spawn } from 'node:child_process';
import { ensureNode } from './bring-up/ensure-node.mjs';
import { ensurePackages } from './bring-up/ensure-packages.mjs';
import { inProject } from './bring-up/paths.mjs';
import { runMain } from './bring-up/say.mjs';
import { ensureBuild } from './build/ensure-build.mjs';

await runMain(async () => {
  await ensurePackages();
  const node = await ensureNode();
  await ensureBuild(node, ['main']);
  // npm changes into the project's folder; file names on the command line are meant from where the
  // person stood.
  const viaNpm = process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD;
  const cwd = viaNpm || process.cwd();
  const child = spawn(node, [inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    cwd,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
});
