import { glyphAdvance } from '../../../shared/layout';
import type { Flow, Line, PageList, ParagraphBlock, Span } from '../../../shared/model';
import { paragraphsOf } from '../paragraphs-of';
import { type ColumnEdges, columnEdges } from './column-edges';

/**
 * Lines that end within a hair of the edge. Other programs round widths (LibreOffice to whole twips,
 * letter by letter) and come out one or two twips longer or shorter than the sum: too little to see,
 * enough to take one more word into a line or to lose one, and with it a line, and with it a page.
 * The DOCX moves a few letters at the start of such a line by a twentieth of a point each, out of
 * doubt. About one line in fifty is near enough.
 */
export interface LetterSpacing {
  /** UTF-16 offsets into the paragraph's text. */
  readonly from: number;
  readonly to: number;
  /** Added to each letter: 17.3.2.35 spacing. */
  readonly twips: 1 | -1;
}

/** The largest deviation seen was 4.6 twips; most are below 2. */
const HAIR = 6;
/** Each change of face in the line is rounded once more. */
const HAIR_PER_FACE = 0.3;
/** The engine's own edges of cells are rounded to whole twips, ours here are not. */
const EDGE = 1.5;
/** Letters moved by a twip each: what stands within a hair is then further away than any deviation seen. */
const LETTERS = 8;
const UNITS_PER_EM = 2048;
/** The default tab stops, in twips. */
const TAB = 720;

const widthOf = (text: string, { face, fontSize }: Pick<Span, 'face' | 'fontSize'>): number => {
  let width = 0;
  for (const character of text) {
    width += ((glyphAdvance(face, character.codePointAt(0) ?? 0) ?? 0) * fontSize) / UNITS_PER_EM;
  }
  return width;
};

interface LaidText {
  readonly block: ParagraphBlock;
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Lines by paragraph, in order; what is repeated on a later page is left out. */
const laidTexts = (flow: Flow, pageList: PageList): LaidText[] => {
  const lines = new Map<string, Line[]>();
  for (const page of pageList.pages) {
    for (const line of page.lines) {
      const known = lines.get(line.blockId) ?? [];
      if (line.index === known.length) known.push(line);
      lines.set(line.blockId, known);
    }
  }
  return paragraphsOf(flow.blocks).map((block) => ({
    block,
    text: block.runs.map(({ text }) => text).join(''),
    lines: lines.get(block.id) ?? [],
  }));
};

/** Spans without the list label, which stands left of the text. */
const textSpans = ({ label }: ParagraphBlock, line: Line): readonly Span[] =>
  label !== null && line.index === 0 && line.spans[0]?.text === label.text
    ? line.spans.slice(1)
    : line.spans;

/** Rule L17, for a line that was moved to the right: the text behind a label was broken from there. */
const startBehindLabel = (label: Span | undefined, left: number, indentLeft: number): number => {
  const end = label === undefined ? 0 : label.x + label.width - left;
  return left + (end <= indentLeft ? indentLeft : Math.ceil(end / TAB) * TAB);
};

const roomOf = (block: ParagraphBlock, line: Line, edges: ColumnEdges): number => {
  const { align, indentLeft, indentRight, firstLine } = block.format;
  const isMoved = align === 'right' || align === 'center';
  // After a label the text starts where its tab ends, which the engine has worked out.
  const start =
    block.label !== null && line.index === 0
      ? isMoved
        ? startBehindLabel(line.spans[0], edges.left, indentLeft)
        : line.x
      : edges.left + indentLeft + (line.index === 0 ? firstLine : 0);
  return edges.right - indentRight - start;
};

/** Where another program could end the line within the next line's first word. */
const BREAKS = /[-/\u2013\u2014]|$/gu;

/** Widths that one more piece of text would add to a line: up to each place where it may be cut. */
const furtherWidths = (spans: readonly Span[]): number[] => {
  const widths: number[] = [];
  let before = 0;
  for (const span of spans) {
    const word = /^\S*/u.exec(span.text)?.[0] ?? '';
    for (const { index, 0: sign } of word.matchAll(BREAKS)) {
      const piece = word.slice(0, index + sign.length);
      if (piece !== '') widths.push(before + widthOf(piece, span));
    }
    if (word.length < span.text.length) break;
    before += widthOf(word, span);
  }
  return widths;
};

const doubtOf = (laid: LaidText, line: Line, next: Line | undefined, room: number): 1 | -1 | 0 => {
  const free = room - line.width;
  const hair = HAIR + EDGE + HAIR_PER_FACE * (line.spans.length - 1);
  if (free >= -EDGE && free < hair) return -1;
  const taken = laid.text.slice(line.from, line.to);
  if (next === undefined || taken.endsWith('\n')) return 0;
  const hanging = taken.length - taken.trimEnd().length;
  const last = line.spans.at(-1);
  const spaces = last === undefined ? 0 : widthOf(' ', last) * hanging;
  return furtherWidths(textSpans(laid.block, next)).some(
    (width) => spaces + width > free - EDGE && spaces + width - free < hair,
  )
    ? 1
    : 0;
};

/** True for a line that starts or ends within a word without a place to break. */
const isCutWord = (text: string, { from, to }: Line): boolean =>
  [from, to].some((at) => /^[^\s\u2013\u2014-]\S$/u.test(text.slice(at - 1, at + 1)));

/** By paragraph, the letters to move; paragraphs without such lines are missing. */
export const hairLines = (
  flow: Flow,
  pageList: PageList,
): ReadonlyMap<string, readonly LetterSpacing[]> => {
  const edges = columnEdges(flow);
  const found = new Map<string, LetterSpacing[]>();
  for (const laid of laidTexts(flow, pageList)) {
    const column = edges.get(laid.block.id);
    if (column === undefined) continue;
    for (const [at, line] of laid.lines.entries()) {
      const letters = laid.text.slice(line.from, line.to).trimEnd();
      // A tab swallows what is moved before it, and a word wider than its column is cut elsewhere by
      // LibreOffice as soon as its letters are spaced.
      if (letters === '' || letters.includes('\t') || isCutWord(laid.text, line)) continue;
      const room = roomOf(laid.block, line, column);
      const twips = doubtOf(laid, line, laid.lines[at + 1], room);
      // The same befalls a word that just fills its column alone.
      if (twips === 0 || (twips < 0 && !letters.slice(LETTERS).includes(' '))) continue;
      const to = line.from + Math.min(LETTERS, letters.length);
      const spacings = found.get(laid.block.id) ?? [];
      spacings.push({ from: line.from, to, twips });
      found.set(laid.block.id, spacings);
    }
  }
  return found;
};
