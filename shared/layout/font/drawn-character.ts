/**
 * What is drawn for a code point of the text (rules L5–L7): some have no glyph of their own or no
 * shape at all.
 */
const NON_BREAKING_HYPHEN = 0x2011;
const HYPHEN = 0x2d;

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const SPACE = 0x20;
export const SOFT_HYPHEN = 0xad;

/** True for what takes no room and is never drawn; the break of a line and the tab are places. */
export const isInvisible = (codePoint: number): boolean =>
  codePoint === SOFT_HYPHEN || codePoint === LINE_FEED || codePoint === TAB;

export const drawnCodePoint = (codePoint: number): number =>
  codePoint === NON_BREAKING_HYPHEN ? HYPHEN : codePoint;

/** The text as it stands in a span: as drawn, without what is invisible. */
export const drawnText = (text: string): string =>
  /[\u00ad\u2011\n\t]/.test(text)
    ? text.replaceAll('\u2011', '-').replaceAll(/[\u00ad\n\t]/g, '')
    : text;
