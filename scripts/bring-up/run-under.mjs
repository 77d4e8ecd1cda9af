import { spawn } from 'node:child_process';
import { inProject } from './paths.mjs';

/** Goes on in another script under another Node; gives its exit code. */
export const runUnder = (node, script, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [inProject(script), ...args], { stdio: 'inherit' });
    // Ctrl+C reaches the whole group; this process only waits for the other's own end.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
