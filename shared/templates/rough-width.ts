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

/**
 * Width of a text in ems by eye, for sharing a table's width out among its columns. Where lines end
 * is the page engine's business, which measures.
 */
export const roughWidth = (text: string, bold: boolean): number => {
  let width = 0;
  for (const character of text) width += letterWidth(character);
  return bold ? width * BOLD : width;
};
