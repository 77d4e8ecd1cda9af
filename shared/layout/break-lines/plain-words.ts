const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** May stand at a plain word's end. */
const CLOSER = 3;
/** May stand at its end, and between two digits. */
const POINT = 4;
/** May stand right behind its letters and digits. */
const PERCENT = 5;

const CLASSES = new Uint8Array(0x10000);

const classify = (first: string, last: string, kind: number): void => {
  CLASSES.fill(kind, first.charCodeAt(0), last.charCodeAt(0) + 1);
};

classify('a', 'z', LETTER);
classify('A', 'Z', LETTER);
classify('À', 'ɏ', LETTER);
classify('Ạ', 'ỹ', LETTER);
classify('0', '9', DIGIT);
for (const sign of ';:!?)…') classify(sign, sign, CLOSER);
for (const sign of '.,') classify(sign, sign, POINT);
classify('%', '%', PERCENT);
// Signs among the letters' code points.
for (const sign of '×÷') classify(sign, sign, OTHER);

const classAt = (text: string, at: number): number => CLASSES[text.charCodeAt(at)] ?? OTHER;
const isAlphanumeric = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/**
 * Most words of Vietnamese prose are letters or figures with perhaps a full stop or comma behind.
 * Inside such a word no line may end; after the spaces behind it one may, whenever another such
 * word follows. Only the rest needs the whole of UAX #14.
 */
export const isPlainWord = (text: string, from: number, to: number): boolean => {
  if (from === to || !isAlphanumeric(classAt(text, from))) return false;
  let at = from + 1;
  for (; at < to; at += 1) {
    const kind = classAt(text, at);
    if (isAlphanumeric(kind)) continue;
    const isInNumber =
      kind === POINT && classAt(text, at - 1) === DIGIT && classAt(text, at + 1) === DIGIT;
    if (!isInNumber || at + 1 >= to) break;
  }
  if (at < to && classAt(text, at) === PERCENT) at += 1;
  for (; at < to; at += 1) {
    const kind = classAt(text, at);
    if (kind !== CLOSER && kind !== POINT) return false;
  }
  return true;
};
