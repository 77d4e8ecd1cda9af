import { execFileSync } from 'node:child_process';

/** One visible letter of a PDF; positions in points from the top left corner of the paper. */
export interface Letter {
  readonly letter: string;
  /** From 1. */
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

const WORD =
  /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="([-\d.]+)">(.*?)<\/word>/;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const unescapeXml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

/** What programs write differently and nobody sees: kinds of spaces and of hyphens. */
export const visibleLetters = (text: string): string[] => [
  ...text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\s\u00ad]/gu, ''),
];

/**
 * The letters of a PDF in the order in which they were drawn, which is reading order in our files
 * and in LibreOffice's.
 */
export const readLetters = (
  pdf: string,
): { readonly pages: number; readonly letters: Letter[] } => {
  const html = execFileSync('pdftotext', ['-raw', '-bbox', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const letters: Letter[] = [];
  let pages = 0;
  for (const row of html.split('\n')) {
    if (row.includes('<page ')) pages += 1;
    const [, left, top, bottom, words] = WORD.exec(row) ?? [];
    if (words === undefined) continue;
    const place = { page: pages, top: Number(top), bottom: Number(bottom), left: Number(left) };
    for (const letter of visibleLetters(unescapeXml(words))) letters.push({ letter, ...place });
  }
  return { pages, letters };
};
