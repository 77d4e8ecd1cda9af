import { columnEdges } from '../../electron/export/docx/column-edges';
import { paragraphsOf } from '../../electron/export/paragraphs-of';
import { glyphAdvance } from '../../shared/layout';
import type { Flow, Line, PageFurniture, PageGeometry, PageList, Span } from '../../shared/model';
import { type Letter, visibleLetters } from './read-letters';
import { withoutRepeatedHeads } from './repeated-heads';

/**
 * Why another program's line differs. `rounding`: it broke where our line is within a hair of the
 * edge; LibreOffice 7.4 rounds widths to its device and is off by up to 0.2 %. `follows`: nothing
 * new, an earlier line of the paragraph, or a rounding above that made it longer or shorter, moved
 * it. `rule`: it breaks by another rule than ours.
 */
export type Cause = 'rounding' | 'follows' | 'rule';

export interface LineDisagreement {
  readonly page: number;
  /** Of the page, from 1. */
  readonly line: number;
  readonly text: string;
  /** What the other program did with it. */
  readonly why: string;
  readonly cause: Cause;
}

export interface Comparison {
  readonly lines: number;
  readonly disagreements: readonly LineDisagreement[];
  /** A paragraph got more or fewer lines by rounding alone, so pages may end elsewhere. */
  readonly isShifted: boolean;
}

const TWIPS_PER_POINT = 20;
const UNITS_PER_EM = 2048;
/** Of the line's height: more than a raised letter, less than a line. */
const SAME_LINE = 0.55;
/** Of the room: what LibreOffice 7.4 was seen to be off by. */
const HAIR = 0.0025;

interface OurLine {
  readonly page: number;
  readonly number: number;
  readonly line: Line;
  readonly text: string;
  readonly letters: readonly string[];
  /** Index of its first letter in the document. */
  readonly at: number;
  /** The next line of the same paragraph, where it stands on the same page. */
  readonly next: Line | null;
}

const textOf = (line: Line): string => line.spans.map(({ text }) => text).join('');

/** Without what repeats: a table's head on its further pages. */
const ourLines = (pageList: PageList): OurLine[] => {
  let at = 0;
  const seen = new Set<string>();
  const isNew = ({ blockId, index }: Line): boolean => {
    const key = `${index}:${blockId}`;
    return !seen.has(key) && seen.add(key).has(key);
  };
  return pageList.pages.flatMap((page) => {
    const lines = page.lines.filter(
      (line) => visibleLetters(textOf(line)).length > 0 && isNew(line),
    );
    return lines.map((line, index) => {
      const letters = visibleLetters(textOf(line));
      const following = lines[index + 1];
      const next = following?.blockId === line.blockId ? following : null;
      const text = textOf(line);
      const ours = { page: page.number, number: index + 1, line, text, letters, at, next };
      at += letters.length;
      return ours;
    });
  });
};

const middle = ({ top, bottom }: Letter): number => (top + bottom) / 2;

const isNear = (line: Line, a: Letter, b: Letter): boolean =>
  a.page === b.page &&
  Math.abs(middle(a) - middle(b)) < (line.height / TWIPS_PER_POINT) * SAME_LINE;

type Fault =
  | { readonly kind: 'text' | 'page'; readonly why: string }
  /** Letters of our line that stand on a later line there. */
  | { readonly kind: 'short'; readonly why: string; readonly kept: number }
  /** Letters of our next line that stand on this line there. */
  | { readonly kind: 'long'; readonly why: string; readonly taken: number };

/** How the other program's letters differ from this line; null when they do not. */
const faultOf = (ours: OurLine, letters: readonly Letter[]): Fault | null => {
  const { line, at } = ours;
  const first = letters[at];
  if (first === undefined) return { kind: 'text', why: 'text ends before it' };
  for (const [offset, expected] of ours.letters.entries()) {
    const letter = letters[at + offset];
    if (letter === undefined) return { kind: 'text', why: 'text ends in it' };
    if (letter.letter !== expected) {
      return { kind: 'text', why: `reads “${letter.letter}” where it has “${expected}”` };
    }
    if (isNear(line, letter, first)) continue;
    const why = `broken after “${ours.letters.slice(0, offset).join('')}”`;
    return { kind: 'short', why, kept: offset };
  }
  if (ours.next !== null) {
    const end = at + ours.letters.length;
    let taken = 0;
    for (let next = letters[end]; next !== undefined && isNear(line, next, first); ) {
      taken += 1;
      next = letters[end + taken];
    }
    if (taken > 0) {
      const more = letters.slice(end, end + taken).map(({ letter }) => letter);
      return { kind: 'long', why: `goes on with “${more.join('')}”`, taken };
    }
  }
  return first.page === ours.page ? null : { kind: 'page', why: `on page ${first.page}` };
};

const widthOf = (spans: readonly Span[], letters: number): number => {
  let width = 0;
  let left = letters;
  for (const { text, face, fontSize } of spans) {
    for (const character of text) {
      if (left === 0) return width;
      const advance = glyphAdvance(face, character.codePointAt(0) ?? 0) ?? 0;
      width += (advance * fontSize) / UNITS_PER_EM;
      left -= visibleLetters(character).length;
    }
  }
  return width;
};

const SPACE_UNITS = 512;

/** Whether the other program's break lies within a hair of ours. */
const isRounding = (ours: OurLine, fault: Fault, right: number | undefined): boolean => {
  const { line, next } = ours;
  if (right === undefined || (fault.kind !== 'short' && fault.kind !== 'long')) return false;
  const spaces = textOf(line).split(' ').length - 1;
  const isCentred = line.wordGap === 0 && line.x > 0 && right - line.x - line.width > 0;
  const room = line.wordGap > 0 ? line.width + line.wordGap * spaces : right - line.x;
  if (fault.kind === 'short') {
    const moved = ours.text.trimEnd().slice(ours.text.trimEnd().lastIndexOf(' ') + 1);
    const isLastWord = visibleLetters(moved).length >= ours.letters.length - fault.kept;
    const slack = (room - line.width) / room;
    return isLastWord && slack >= -HAIR && slack <= HAIR;
  }
  if (next === null) return false;
  const size = line.spans.at(-1)?.fontSize ?? 0;
  const needed =
    line.width + (SPACE_UNITS * size) / UNITS_PER_EM + widthOf(next.spans, fault.taken);
  // Of a centred line only half of the free room lies right of it.
  const whole = isCentred ? Math.max(room, line.width + 2 * (right - line.x - line.width)) : room;
  const excess = Math.min(Math.abs(needed - room), Math.abs(needed - whole)) / whole;
  return excess <= HAIR;
};

/** Lines that the other program makes of some letters. */
const countLines = (line: Line, letters: readonly Letter[]): number => {
  let count = 0;
  let last: Letter | undefined;
  for (const letter of letters) {
    if (last === undefined || !isNear(line, last, letter)) count += 1;
    last = letter;
  }
  return count;
};

/**
 * Compares where lines and pages end. Both sides are read as one long row of letters, so a line that
 * breaks elsewhere spoils itself and its neighbour, not the rest of the document.
 */
export const compareLines = (
  flow: Flow,
  pageList: PageList,
  theirs: readonly Letter[],
): Comparison => {
  const lines = ourLines(pageList);
  const letters = withoutRepeatedHeads(
    flow,
    theirs,
    lines.flatMap((each) => each.letters),
  );
  const blocks = new Map(paragraphsOf(flow.blocks).map((block) => [block.id, block]));
  const edges = columnEdges(flow);
  const rightOf = (id: string): number | undefined => {
    const right = edges.get(id)?.right;
    return right === undefined ? undefined : right - (blocks.get(id)?.format.indentRight ?? 0);
  };
  const disagreements: LineDisagreement[] = [];
  let spoiled: { readonly block: string; readonly cause: Cause } | null = null;
  let isShifted = false;
  let isRuled = false;

  const changesHeight = ({ line }: OurLine): boolean => {
    const paragraph = lines.filter((each) => each.line.blockId === line.blockId);
    const there = paragraph.flatMap(({ at, letters: own }) => letters.slice(at, at + own.length));
    return countLines(line, there) !== paragraph.length;
  };
  const causeOf = (ours: OurLine, fault: Fault): Cause => {
    if (spoiled?.block === ours.line.blockId) return 'follows';
    if (fault.kind === 'page' || fault.kind === 'text') {
      return isShifted || isRuled ? 'follows' : 'rule';
    }
    const cause = isRounding(ours, fault, rightOf(ours.line.blockId)) ? 'rounding' : 'rule';
    spoiled = { block: ours.line.blockId, cause };
    if (cause === 'rounding') isShifted ||= changesHeight(ours);
    return cause;
  };

  for (const ours of lines) {
    const fault = faultOf(ours, letters);
    if (fault === null) continue;
    const cause = causeOf(ours, fault);
    if (cause === 'rule') isRuled = true;
    const { page, number, text } = ours;
    disagreements.push({ page, line: number, text, why: fault.why, cause });
  }
  const count = lines.reduce((sum, each) => sum + each.letters.length, 0);
  if (count < letters.length && disagreements.length === 0) {
    const rest = letters.slice(count, count + 20).map(({ letter }) => letter);
    const why = `has more text: “${rest.join('')}”`;
    disagreements.push({ page: 0, line: 0, text: '', why, cause: 'rule' });
  }
  return { lines: lines.length, disagreements, isShifted };
};

/** Without page numbers, which stand in the top margin, and code lines, which stand in the bottom one. */
export const bodyLetters = (
  letters: readonly Letter[],
  { pageNumber, height, marginTop, marginBottom }: PageGeometry,
  { footer }: PageFurniture = {},
): Letter[] => {
  const from = pageNumber === null ? Number.NEGATIVE_INFINITY : marginTop / TWIPS_PER_POINT;
  const to =
    footer === undefined ? Number.POSITIVE_INFINITY : (height - marginBottom) / TWIPS_PER_POINT;
  return letters.filter(({ bottom, top }) => bottom > from && top < to);
};
