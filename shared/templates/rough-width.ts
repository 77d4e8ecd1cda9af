/** Ems of a kind of letter in the upright face; rather too wide than too narrow. */
const NARROW = /^[iljtfrI.,:;!|()[\]'’“”/ -]$/u;
const WIDE = /^[mwMW%—@]$/u;
const BOLD = 1.06;

const letterWidth = (character: string): number => {
  const [plain = ''] = character.normalize('NFD');
  if (NARROW.test(plain)) return 0.35;
  if (WIDE.test(plain)) return 0.9;
  return /^\p{Lu}$/u.test(plain) ? 0.72 : 0.5;
};

/** Found once a letter; what lies above these code points is rare enough to be asked anew. */
const WIDTHS_KEPT = 0x2100;
const known = new Float64Array(WIDTHS_KEPT);

const widthAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  const width = known[unit];
  if (width === undefined) return letterWidth(String.fromCodePoint(text.codePointAt(at) ?? unit));
  if (width !== 0) return width;
  const found = letterWidth(text.charAt(at));
  known[unit] = found;
  return found;
};

/** The second half of a pair belongs to the first. */
const isSecondHalf = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit >= 0xe000 || at === 0) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before < 0xdc00;
};

/**
 * Width of a text in ems by eye, for sharing a table's width out among its columns. Where lines end
 * is the page engine's business, which measures.
 */
export const roughWidth = (text: string, bold: boolean): number => {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isSecondHalf(text, at)) width += widthAt(text, at);
  }
  return bold ? width * BOLD : width;
};

const LINE_FEED = 0x0a;

/** What `\s` matches, without asking it of every letter. */
const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x1680 ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit === 0xfeff;

/** Ems of the longest word and of the longest line of a text. */
export const roughExtent = (text: string, bold: boolean): { word: number; line: number } => {
  let longestWord = 0;
  let longestLine = 0;
  let word = 0;
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isSecondHalf(text, at)) continue;
    const unit = text.charCodeAt(at);
    const width = unit === LINE_FEED ? 0 : widthAt(text, at);
    word = isSpace(unit) ? 0 : word + width;
    line = unit === LINE_FEED ? 0 : line + width;
    if (word > longestWord) longestWord = word;
    if (line > longestLine) longestLine = line;
  }
  return bold
    ? { word: longestWord * BOLD, line: longestLine * BOLD }
    : { word: longestWord, line: longestLine };
};
