/** A stretch of a span whose spaces are all widened, or none of them. */
export interface SpanPiece {
  readonly text: string;
  readonly stretches: boolean;
}

const PROTECTED_SPACE = '\u00a0';

/**
 * The browser widens protected spaces with the others; the page engine, like Word at this mode, does
 * not. So a text with protected spaces is cut around them.
 */
export const spanPieces = (text: string): SpanPiece[] => {
  if (!text.includes(PROTECTED_SPACE)) return [{ text, stretches: true }];
  return text
    .split(/(\u00a0+)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, stretches: !piece.startsWith(PROTECTED_SPACE) }));
};
