/** Looks at finished papers with other people's programs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const pagesOfPdf = (file: string): number =>
  Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** All words in reading order, lines and pages joined by single spaces, without page numbers. */
export const wordsOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    .split('\f')
    .map((page, index) => page.replace(new RegExp(`^\\s*${index + 1}\\s*\\n`, 'u'), ''))
    .join('\n')
    .replace(/\s+/gu, ' ');

/** Pages that LibreOffice comes to. */
export const pagesOfDocx = (file: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'bdx-office-'));
  try {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
      ],
      { stdio: 'ignore' },
    );
    return pagesOfPdf(join(folder, basename(file).replace(/docx$/, 'pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Fails with the first sentence that is missing or stands too early. */
export const missingInOrder = (text: string, sentences: readonly string[]): string | null => {
  let from = 0;
  for (const sentence of sentences) {
    const at = text.indexOf(sentence, from);
    if (at < 0) return sentence;
    from = at + sentence.length;
  }
  return null;
};
