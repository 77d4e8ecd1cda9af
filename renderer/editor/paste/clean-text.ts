// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Nobody sees them, the font cannot draw them, and a search does not find words across them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** Word's bullet in the Symbol face. */
const SYMBOL_BULLET = /\uf0b7/g;

/** Text as it may stand in a section: NFC, without invisible characters. Tabs and line ends stay. */
export const cleanText = (text: string): string =>
  text.replace(CONTROL, '').replace(INVISIBLE, '').replace(SYMBOL_BULLET, '•').normalize('NFC');

/** One paragraph a line; empty lines only set paragraphs apart. */
export const linesOfText = (text: string): string[] =>
  cleanText(text)
    .split(/(?:\r\n?|\n|\u2028|\u2029)+/)
    .filter(
      (line, index, all) =>
        line !== '' || all.length === 1 || (index > 0 && index < all.length - 1),
    );
