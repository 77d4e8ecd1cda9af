import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
const outFolder = join(root, 'node_modules', '.cache', 'faults');

/**
 * For all programs that are started: compiled once, they start a fifth faster, and a kill in the
 * middle of saving needs a start.
 */
const STARTED = { NODE_COMPILE_CACHE: join(outFolder, 'compiled') };

/** A file named by what it is made of, so that nobody makes it twice, or sees it half made. */
const madeFrom = (
  source: string,
  nameOf: (hash: string) => string,
  make: (file: string) => void,
) => {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const file = join(outFolder, nameOf(hash));
  if (existsSync(file)) return file;
  mkdirSync(outFolder, { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  make(unfinished);
  renameSync(unfinished, file);
  return file;
};

/** Bundles a program of this folder, so that plain Node can run it. Gives its path. */
export const buildProgram = async (name: string): Promise<string> => {
  const { output } = await build({
    input: join(root, 'test', 'faults', 'programs', `${name}.ts`),
    platform: 'node',
    external: ['better-sqlite3', 'vitest', /^node:/],
    logLevel: 'warn',
    write: false,
    output: { format: 'esm', codeSplitting: false },
  });
  const { code } = output[0];
  return madeFrom(
    code,
    (hash) => `${name}-${hash}.mjs`,
    (file) => writeFileSync(file, code),
  );
};

/** Compiles the library that stands between a program and the disk. Gives its path. */
export const buildShim = (): string => {
  const source = join(root, 'test', 'faults', 'disk', 'disk-shim.c');
  const how = ['-O2', '-Wall', '-Wextra', '-shared', '-fPIC'];
  return madeFrom(
    `${how.join(' ')}\n${readFileSync(source, 'utf8')}`,
    (hash) => `disk-shim-${hash}.so`,
    (file) => execFileSync('gcc', [...how, '-o', file, source, '-ldl']),
  );
};

/** Starts a bundled program; `env` goes beside what this process has. */
export const startProgram = (
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  output: 'pipe' | 'ignore',
): ChildProcess => {
  const [first = '', ...rest] = command;
  return spawn(first, rest, {
    env: { ...process.env, ...STARTED, ...env },
    stdio: ['ignore', output, 'inherit'],
  });
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
    const child = startProgram([...under, process.execPath, program, ...args], env, 'pipe');
    let output = '';
    child.stdout?.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
