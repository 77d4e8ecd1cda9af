import type { Line, PageList } from '../../shared/model';
import { type Letter, visibleLetters } from './read-letters';

export interface LineDisagreement {
  readonly page: number;
  /** Of the page, from 1. */
  readonly line: number;
  readonly text: string;
  /** What the other program did with it. */
  readonly why: string;
}

export interface Comparison {
  readonly lines: number;
  readonly disagreements: readonly LineDisagreement[];
}

const TWIPS_PER_POINT = 20;
/** Of the line's height: more than a raised letter, less than a line. */
const SAME_LINE = 0.55;

interface OurLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly letters: readonly string[];
  readonly height: number;
  /** The next line is the same paragraph's: what follows it in a cell cut by the page is not. */
  readonly continues: boolean;
}

const textOf = (line: Line): string => line.spans.map(({ text }) => text).join('');

const ourLines = (pageList: PageList): OurLine[] =>
  pageList.pages.flatMap((page) => {
    const lines = page.lines.filter((line) => visibleLetters(textOf(line)).length > 0);
    return lines.map((line, index) => ({
      page: page.number,
      line: index + 1,
      text: textOf(line),
      letters: visibleLetters(textOf(line)),
      height: line.height / TWIPS_PER_POINT,
      continues: lines[index + 1]?.blockId === line.blockId,
    }));
  });

const middle = ({ top, bottom }: Letter): number => (top + bottom) / 2;

/** Why the letters from `at` on are not this line; '' when they are. */
const faultOf = (line: OurLine, letters: readonly Letter[], at: number): string => {
  const first = letters[at];
  if (first === undefined) return 'text ends before it';
  const isNear = (letter: Letter): boolean =>
    letter.page === first.page &&
    Math.abs(middle(letter) - middle(first)) < line.height * SAME_LINE;
  if (first.page !== line.page) return `on page ${first.page}`;
  for (const [offset, expected] of line.letters.entries()) {
    const letter = letters[at + offset];
    if (letter === undefined) return 'text ends in it';
    if (letter.letter !== expected) return `reads “${letter.letter}” where it has “${expected}”`;
    if (!isNear(letter)) return `broken after “${line.letters.slice(0, offset).join('')}”`;
  }
  const next = letters[at + line.letters.length];
  return line.continues && next !== undefined && isNear(next)
    ? `goes on with “${next.letter}…”`
    : '';
};

/**
 * Compares where lines and pages end. Both sides are read as one long row of letters, so a line that
 * breaks elsewhere spoils itself and its neighbour, not the rest of the document.
 */
export const compareLines = (pageList: PageList, letters: readonly Letter[]): Comparison => {
  const lines = ourLines(pageList);
  const disagreements: LineDisagreement[] = [];
  let at = 0;
  for (const line of lines) {
    const why = faultOf(line, letters, at);
    if (why !== '') disagreements.push({ page: line.page, line: line.line, text: line.text, why });
    at += line.letters.length;
  }
  if (at < letters.length && disagreements.length === 0) {
    const rest = letters
      .slice(at, at + 20)
      .map(({ letter }) => letter)
      .join('');
    disagreements.push({ page: 0, line: 0, text: '', why: `has more text: “${rest}”` });
  }
  return { lines: lines.length, disagreements };
};

/** Without the page numbers, which stand in the top margin. */
export const bodyLetters = (letters: readonly Letter[], marginTop: number): Letter[] =>
  letters.filter(({ bottom }) => bottom > marginTop / TWIPS_PER_POINT);
