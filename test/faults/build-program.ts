import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
const outFolder = join(root, 'node_modules', '.cache', 'faults');

/** Bundles a program of this folder, so that plain Node can run it. Gives its path. */
export const buildProgram = async (name: string): Promise<string> => {
  const file = join(outFolder, `${name}-${process.pid}.mjs`);
  await build({
    input: join(root, 'test', 'faults', 'programs', `${name}.ts`),
    platform: 'node',
    external: ['better-sqlite3', 'vitest', /^node:/],
    logLevel: 'warn',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
};

/** Compiles the library that stands between a program and the disk. Gives its path. */
export const buildShim = (): string => {
  mkdirSync(outFolder, { recursive: true });
  const file = join(outFolder, `disk-shim-${process.pid}.so`);
  const source = join(root, 'test', 'faults', 'disk', 'disk-shim.c');
  execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-shared', '-fPIC', '-o', file, source, '-ldl']);
  return file;
};

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a bundled program to its end. Its standard error is ours. */
export const runProgram = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  /** A command that runs the rest of its line in a world of its own. */
  under: readonly string[] = [],
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const [command = '', ...rest] = [...under, process.execPath, program, ...args];
    const child = spawn(command, rest, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
