/**
 * Each layer's compiler must not know the world of another. The probe is compiled together with the
 * real sources of the layer, because names leak in through the types of a package somebody imports.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from './source-file';

const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

/** Lines of the probe at which the compiler found an error. */
const linesWithErrors = async (layer: string, probe: string): Promise<Set<number>> => {
  // Inside the layer's own reach, so that packages resolve as they do for the layer.
  const folder = join(projectRoot, 'node_modules/.cache/probes', `${layer}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'probe.ts'), probe);
    const settings = {
      extends: join(projectRoot, layer, 'tsconfig.json'),
      compilerOptions: {
        composite: false,
        noEmit: true,
        emitDeclarationOnly: false,
        tsBuildInfoFile: null,
        incremental: false,
      },
      include: ['probe.ts', 'ts', 'tsx'].map((kind) =>
        kind === 'probe.ts' ? './probe.ts' : join(projectRoot, layer, `**/*.${kind}`),
      ),
      references: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const output = await promisify(execFile)(
      process.execPath,
      [tsc, '-p', join(folder, 'tsconfig.json'), '--pretty', 'false'],
      { maxBuffer: 64 * 1024 * 1024 },
    ).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    const found = output.matchAll(/probe\.ts\((\d+),\d+\): error/g);
    return new Set([...found].map(([, line]) => Number(line)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

it.each(['shared', 'renderer', 'electron'])(
  'the compiler of %s knows no name of another world',
  async (layer) => {
    const probe = readFileSync(join(import.meta.dirname, `probes/${layer}.probe.txt`), 'utf8');
    const lines = probe.trimEnd().split('\n');
    const known = 'export const known: ReadonlyMap<string, number> = new Map();';
    const errors = await linesWithErrors(layer, [...lines, known].join('\n'));
    const leaked = lines.filter((_, index) => !errors.has(index + 1));
    expect(leaked).toEqual([]);
    expect(errors.has(lines.length + 1)).toBe(false);
  },
  60_000,
);
