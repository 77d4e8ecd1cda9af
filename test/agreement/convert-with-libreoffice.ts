import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const LIMIT = 180_000;

/** How many documents one process takes: its start costs a second, its memory grows. */
const BATCH = 40;

/**
 * Turns DOCX files into PDF files of the same names in `folder/pdf`, with a profile of its own so
 * that an open LibreOffice of the person neither helps nor hinders.
 */
export const convertWithLibreOffice = (folder: string, documents: readonly string[]): string[] => {
  const out = join(folder, 'pdf');
  mkdirSync(out, { recursive: true });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  for (let from = 0; from < documents.length; from += BATCH) {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'pdf',
        '--outdir',
        out,
        ...documents.slice(from, from + BATCH),
      ],
      { stdio: 'ignore', timeout: LIMIT },
    );
  }
  return documents.map((document) => join(out, basename(document).replace(/\.docx$/, '.pdf')));
};
