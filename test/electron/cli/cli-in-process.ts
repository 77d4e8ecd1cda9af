import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import { runCli } from '../../../electron/cli/run-cli';

export const EXAMPLE = new URL('../../../assets/examples/de-xuat-mau.json', import.meta.url)
  .pathname;

export interface CliRun {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects to find
  readonly json: any;
  readonly output: string;
  readonly said: readonly string[];
}

const data = loadShippedData();

/** The command line without a process: same code, given input, a clock that stands still. */
export const cliIn =
  (folder: () => string) =>
  async (words: readonly string[], input: string | Uint8Array = ''): Promise<CliRun> => {
    const said: string[] = [];
    const { output, status } = await runCli(words, {
      folder: folder(),
      data,
      now: () => new Date('2023-05-10T02:00:00Z'),
      standardInput: () => Readable.from([Buffer.from(input)]),
      say: (line) => said.push(line),
    });
    return { status, json: JSON.parse(output), output, said };
  };

/** A folder of its own for the tests of a file, gone afterwards. */
export const temporaryFolder = (): (() => string) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bdx-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
};
