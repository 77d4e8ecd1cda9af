import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOST = 64 * 1024 * 1024;

export const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: MOST,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs `use` with a file of these bytes that is gone afterwards. */
export const withFile = <T>(bytes: Uint8Array, name: string, use: (path: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'bdx-export-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Text of each page in the order in which it was drawn. */
export const textOfPages = (pdf: Uint8Array): string[] =>
  withFile(pdf, 'a.pdf', (path) => run('pdftotext', '-raw', path, '-'))
    .split('\f')
    .slice(0, -1);

export const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** 'Title' → its value, as pdfinfo prints it. */
export const infoOf = (pdf: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    withFile(pdf, 'a.pdf', (path) => run('pdfinfo', path))
      .split('\n')
      .map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1).trim()]),
  );
