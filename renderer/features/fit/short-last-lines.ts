import type { Line, Page } from '../../../shared/model';
import type { Shortening } from '../../state';

/** A paragraph that takes one line more only for its last word or two. */
export interface ShortLastLine {
  readonly section: string;
  readonly shortening: Shortening;
  /** The end of the line before, and the words that are alone on the last one. */
  readonly before: string;
  readonly words: string;
  readonly count: number;
}

const MOST_WORDS = 2;
const LEAD_WORDS = 6;

const textOf = ({ spans, x }: Line): string =>
  spans
    .filter((span) => span.x >= x - 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** In cells a line less need not make the row lower; plain fields are not shortened here. */
const canBeShortened = ({ role, source, section }: Line): boolean =>
  (role === 'body' || role === 'listItem') &&
  section !== null &&
  source !== null &&
  source.path.length > 0;

/** All of them, in reading order. */
export const shortLastLines = (pages: readonly Page[]): ShortLastLine[] => {
  const found: ShortLastLine[] = [];
  let previous: Line | null = null;
  for (const { lines } of pages) {
    for (const line of lines) {
      const words = wordsOf(textOf(line));
      const follows = previous?.blockId === line.blockId && previous.index === line.index - 1;
      if (
        line.last &&
        follows &&
        previous !== null &&
        canBeShortened(line) &&
        words.length >= 1 &&
        words.length <= MOST_WORDS
      ) {
        const { section, source } = line;
        found.push({
          section: section ?? '',
          shortening: {
            section: section ?? '',
            path: source?.path ?? [],
            from: line.from,
            to: line.to,
          },
          before: wordsOf(textOf(previous)).slice(-LEAD_WORDS).join(' '),
          words: words.join(' '),
          count: words.length,
        });
      }
      previous = line;
    }
  }
  return found;
};
