import { spawn } from 'node:child_process';
import { Stop } from './say.mjs';

/** npm is a batch file on Windows, and those only start through a shell. */
const needsShell = (command) => process.platform === 'win32' && command === 'npm';

/**
 * Runs a program to its end. What it prints goes to standard error, never to standard output; with
 * `quiet` it is kept and shown only when the program fails.
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const { quiet = false, timeout, cwd, env = process.env } = options;
    const child = spawn(command, args, {
      cwd,
      env,
      shell: needsShell(command),
      stdio: ['ignore', quiet ? 'pipe' : process.stderr, quiet ? 'pipe' : process.stderr],
    });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    const timer = timeout === undefined ? undefined : setTimeout(() => child.kill(), timeout);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new Stop(`Không chạy được ${command}: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, code, output: Buffer.concat(kept).toString() });
    });
  });

/** The same, but a failure ends the whole command with `sentence`. */
export const mustRun = async (command, args, options, sentence) => {
  const result = await runCommand(command, args, options);
  if (!result.ok) {
    process.stderr.write(result.output);
    throw new Stop(sentence);
  }
  return result.output;
};
