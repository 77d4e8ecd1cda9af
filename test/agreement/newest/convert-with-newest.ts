import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Between two signs of life; a start takes 2 s, a document of ten pages 2 s at the most. */
const PATIENCE = 60_000;
const TRIES = 5;

const nameOf = (document: string): string => basename(document).replace(/\.docx$/, '.pdf');

/** The converter has children of its own, hence the whole group. */
const killAll = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
};

/** Ends when all are done or when nothing has been heard for `PATIENCE`. */
const runOnce = (root: string, out: string, documents: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'test', 'agreement', 'newest', 'convert-child.mjs'),
        join(root, 'assets', 'fonts'),
        out,
        ...documents,
      ],
      { detached: true, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const end = (): void => {
      clearTimeout(watchdog);
      killAll(child);
      resolve();
    };
    let watchdog = setTimeout(end, PATIENCE);
    let left = documents.length;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      left -= text.split('\n').filter((line) => line.endsWith('.pdf')).length;
      clearTimeout(watchdog);
      watchdog = setTimeout(end, PATIENCE);
      // It would go on living after its last document.
      if (left === 0) end();
    });
    child.on('exit', end);
  });

/**
 * Turns DOCX files into PDF files of the same names in `folder/pdf-newest` with LibreOffice 24.8.
 * Documents that it doesn't answer for are tried again by a fresh process; what is missing after
 * five is an error that names them.
 */
export const convertWithNewest = async (
  root: string,
  folder: string,
  documents: readonly string[],
): Promise<string[]> => {
  const out = join(folder, 'pdf-newest');
  mkdirSync(out, { recursive: true });
  const missing = (): string[] =>
    documents.filter((document) => !existsSync(join(out, nameOf(document))));
  for (let tried = 0; tried < TRIES && missing().length > 0; tried += 1) {
    await runOnce(root, out, missing());
  }
  if (missing().length > 0) {
    throw new Error(`LibreOffice 24.8 không trả lời cho: ${missing().map(nameOf).join(', ')}`);
  }
  return documents.map((document) => join(out, nameOf(document)));
};
