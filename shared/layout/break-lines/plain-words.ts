/** Kinds of code units. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** May stand at a plain word's end. */
const CLOSER = 3;
/** May stand at its end, and between two digits. */
const POINT = 4;
/** May stand right behind its letters and digits. */
const PERCENT = 5;
const SPACE = 6;
const KINDS = 7;

const kinds = new Uint8Array(0x10000);

const classify = (first: string, last: string, kind: number): void => {
  kinds.fill(kind, first.charCodeAt(0), last.charCodeAt(0) + 1);
};

classify('a', 'z', LETTER);
classify('A', 'Z', LETTER);
classify('À', 'ɏ', LETTER);
classify('Ạ', 'ỹ', LETTER);
classify('0', '9', DIGIT);
for (const sign of ';:!?)…') classify(sign, sign, CLOSER);
for (const sign of '.,') classify(sign, sign, POINT);
classify('%', '%', PERCENT);
classify(' ', ' ', SPACE);
// Signs among the letters' code points.
for (const sign of '×÷') classify(sign, sign, OTHER);

/** States of reading a plain word. */
const START = 0;
const IN_LETTERS = 1;
const IN_DIGITS = 2;
/** Behind a point that follows a digit: a digit may follow, or the word ends. */
const AT_POINT = 3;
/** Behind the first sign that ends the word. */
const AT_END = 4;
/** In the spaces behind the word. */
const IN_SPACES = 5;
const FAILED = 6;

/** The next state, by state and kind. */
const STEPS = Uint8Array.from(
  [
    //              OTHER   LETTER      DIGIT      CLOSER  POINT     PERCENT SPACE
    /* START */ [FAILED, IN_LETTERS, IN_DIGITS, FAILED, FAILED, FAILED, FAILED],
    /* LETTERS */ [FAILED, IN_LETTERS, IN_DIGITS, AT_END, AT_END, AT_END, IN_SPACES],
    /* DIGITS */ [FAILED, IN_LETTERS, IN_DIGITS, AT_END, AT_POINT, AT_END, IN_SPACES],
    /* POINT */ [FAILED, FAILED, IN_DIGITS, AT_END, AT_END, FAILED, IN_SPACES],
    /* END */ [FAILED, FAILED, FAILED, AT_END, AT_END, FAILED, IN_SPACES],
    /* SPACES */ [FAILED, IN_LETTERS, IN_DIGITS, FAILED, FAILED, FAILED, IN_SPACES],
  ].flat(),
);

/**
 * Most words of Vietnamese prose are letters or figures with perhaps a full stop or comma behind.
 * Inside such a word no line may end; after the spaces behind it one may, whenever another such
 * word follows. Only the rest needs the whole of UAX #14.
 *
 * Reads plain words from `from` on, puts where each next word starts into `starts`, and gives the
 * start of the first word that is none; the end of the text when there is none.
 */
export const readPlainWords = (text: string, from: number, starts: number[]): number => {
  let state = START;
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER;
    if (state === IN_SPACES && kind !== SPACE) {
      start = at;
      starts.push(at);
    }
    state = STEPS[state * KINDS + kind] ?? FAILED;
    if (state === FAILED) return start;
  }
  if (start < text.length) starts.push(text.length);
  return text.length;
};

/** True for one or more letters, figures and ending signs as `readPlainWords` takes them. */
export const isPlainWord = (text: string, from: number, to: number): boolean => {
  let state = START;
  for (let at = from; at < to && state !== FAILED; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER;
    state = kind === SPACE ? FAILED : (STEPS[state * KINDS + kind] ?? FAILED);
  }
  return state !== START && state !== FAILED;
};
