/**
 * A text as people type it in a hurry: small letters, no accents, 'd' for 'đ', one plain space for
 * any run of spaces, '-' for any dash. Keeps where each folded letter came from, so that a find in
 * the folded text can be shown in the real one. Works on NFC and NFD alike.
 */
export interface FoldedText {
  readonly folded: string;
  /** For each UTF-16 unit of `folded`: where its character starts in the original … */
  readonly starts: readonly number[];
  /** … and where that character ends, combining marks included. */
  readonly ends: readonly number[];
}

const SPACE = /^[\s\u00a0\u200b\u202f\ufeff]$/u;
const DASH = /^[\u2010-\u2015\u2212]$/u;
const MARKS = /[\u0300-\u036f]/gu;

const foldAnew = (character: string): string => {
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  return character.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
};

/** Vietnamese has some two hundred letters; whatever else comes by is not worth remembering. */
const REMEMBERED = 0x2000;
const remembered: (string | undefined)[] = [];

const foldCharacter = (character: string): string => {
  const code = character.charCodeAt(0);
  if (character.length > 1 || code >= REMEMBERED) return foldAnew(character);
  const known = remembered[code];
  if (known !== undefined) return known;
  const folded = foldAnew(character);
  remembered[code] = folded;
  return folded;
};

export const foldWithOffsets = (text: string): FoldedText => {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const piece = foldCharacter(character);
    const previous = ends.length - 1;
    const joinsSpaces = piece === ' ' && pieces.at(-1) === ' ';
    if (piece === '' || joinsSpaces) {
      if (previous >= 0) ends[previous] = end;
    } else {
      pieces.push(piece);
      for (let unit = 0; unit < piece.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { folded: pieces.join(''), starts, ends };
};

/** A letter of another script than Vietnamese is written in. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const SPACES = /[\s\u00a0\u200b\u202f\ufeff]+/gu;
const DASHES = /[\u2010-\u2015\u2212]/gu;

/** The folded text alone, for an index or a comparison. */
export const foldText = (text: string): string => {
  // Letter by letter only where other scripts have rules of their own: an index folds whole books.
  if (OTHER_SCRIPT.test(text)) return foldWithOffsets(text).folded.trim();
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim();
};

/** A stretch of the original text, as UTF-16 offsets. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

const isWordUnit = (unit: string | undefined): boolean =>
  unit !== undefined && /^[\p{L}\p{N}]$/u.test(unit);

const patternOf = (words: string): RegExp => {
  const escaped = foldText(words).replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  // Scans and hurried typing put spaces around the stroke and the dash of a document's number.
  const loose = escaped.replace(/ ?\/ ?/gu, ' ?/ ?').replace(/ ?- ?/gu, ' ?- ?');
  return new RegExp(loose, 'gu');
};

/** Where `words` stand in `text` as whole words, in order, without overlaps. */
export const findFolded = (text: FoldedText, words: string): TextRange[] => {
  const ranges: TextRange[] = [];
  if (foldText(words) === '') return ranges;
  for (const match of text.folded.matchAll(patternOf(words))) {
    const from = match.index;
    const to = from + match[0].length;
    if (isWordUnit(text.folded[from - 1]) || isWordUnit(text.folded[to])) continue;
    const start = text.starts[from];
    const end = text.ends[to - 1];
    if (start !== undefined && end !== undefined) ranges.push({ from: start, to: end });
  }
  return ranges;
};
