import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE } from './cli-in-process';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Inside the project, because the bundle looks for `assets` above itself. */
let folder = '';
const bundle = (): string => join(folder, 'main', 'cli.js');

const run = (words: readonly string[], input?: string | Uint8Array) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle(), ...words], {
    cwd: folder,
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Nothing of a desktop: no display, no home to write to.
    env: { PATH: process.env['PATH'] ?? '' },
  });
  return { status, stdout, stderr, json: JSON.parse(stdout) };
};

beforeAll(() => {
  const cache = join(project, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'cli-'));
  const built = spawnSync(
    process.execPath,
    [join(project, 'scripts', 'build', 'run-vite.mjs'), 'main', folder],
    { cwd: project, encoding: 'utf8' },
  );
  expect(built.stderr).toBe('');
  expect(built.status).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line as a real process', () => {
  test('one JSON document on standard output, words for people on standard error', () => {
    const { status, json, stderr } = run([
      'export',
      EXAMPLE,
      '--out',
      'out',
      '--now',
      '2023-05-10T08:00:00+07:00',
    ]);
    expect(status).toBe(0);
    expect(stderr).toContain('Kết xuất PDF');
    expect(json.files.map(({ format }: { format: string }) => format)).toEqual(['pdf', 'docx']);
    for (const { path, bytes } of json.files) expect(statSync(path).size).toBe(bytes);
  });

  test('reads standard input, tells findings by its status', () => {
    const empty = run(['new', '--call', 'hp-2023-1882']).stdout;
    expect(run(['check', '-'], empty).status).toBe(1);
    expect(run(['check', '-'], readFileSync(EXAMPLE)).status).toBe(0);
    expect(run(['count', '-'], readFileSync(EXAMPLE)).json).toMatchObject({ pages: 5, sure: true });
  });

  test('50 MB, bytes that are no text, no command: status 2 and a sentence', () => {
    for (const [words, input] of [
      [['count', '-'], new Uint8Array(50_000_000).fill(0x7b)],
      [['count', '-'], new Uint8Array(10_000).fill(0xfe)],
      [[], ''],
    ] as const) {
      const { status, json } = run(words, input);
      expect(status).toBe(2);
      expect(json.error.message).toMatch(/\.$/u);
    }
  });

  test('a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, [bundle(), 'calls'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const words: string[] = [];
    child.stderr.on('data', (chunk) => words.push(String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    expect(words).toEqual([]);
  });
});
