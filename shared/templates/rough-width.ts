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

/** Found once a letter; letters with marks of the planes above are rare enough to be asked anew. */
const WIDTHS_KEPT = 0x2100;
const known = new Float64Array(WIDTHS_KEPT);

const widthOf = (character: string): number => {
  const unit = character.charCodeAt(0);
  if (unit >= WIDTHS_KEPT) return letterWidth(character);
  let width = known[unit] ?? 0;
  if (width === 0) {
    width = letterWidth(character);
    known[unit] = width;
  }
  return width;
};

/**
 * Width of a text in ems by eye, for sharing a table's width out among its columns. Where lines end
 * is the page engine's business, which measures.
 */
export const roughWidth = (text: string, bold: boolean): number => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return bold ? width * BOLD : width;
};
