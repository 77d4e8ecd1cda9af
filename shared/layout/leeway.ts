/**
 * What other programs may do otherwise than we do (rules L70–L75). The nominal layout uses `NONE`;
 * the others are laid out only to see whether they come to another count.
 */
export interface Leeway {
  /** Text is this much wider than the font says. */
  readonly widthFactor: number;
  /** The leading below the last line of a page has to fit too. */
  readonly leadAtPageEnd: boolean;
  /** Borders, in border widths, that each table row is taller. */
  readonly extraBorders: number;
  /** Line heights as the font says them, instead of whole twips. */
  readonly exactHeights: boolean;
  /** Widths as LibreOffice 7 rounds them, and its margin for slanted letters (rule L75). */
  readonly roundedWidths: boolean;
  /** Rows that part only because they are high (rules L62, L63) move on as a whole, too. */
  readonly wholeRows: boolean;
}

export const NONE: Leeway = {
  widthFactor: 1,
  leadAtPageEnd: false,
  extraBorders: 0,
  exactHeights: false,
  roundedWidths: false,
  wholeRows: false,
};

/** Wider than any program was seen to set the text; the same share narrower. */
const WIDTH_MARGIN = 0.002;

export const WIDE: Leeway = { ...NONE, widthFactor: 1 + WIDTH_MARGIN };
export const NARROW: Leeway = { ...NONE, widthFactor: 1 - WIDTH_MARGIN };
export const LEAD_AT_PAGE_END: Leeway = { ...NONE, leadAtPageEnd: true };
export const EXTRA_BORDERS: Leeway = { ...NONE, extraBorders: 1 };
export const FEWER_BORDERS: Leeway = { ...NONE, extraBorders: -1 };
export const EXACT_HEIGHTS: Leeway = { ...NONE, exactHeights: true };
export const LIBREOFFICE_7: Leeway = { ...NONE, roundedWidths: true };
export const WHOLE_ROWS: Leeway = { ...NONE, wholeRows: true };

/** Everything that makes a document longer, at once. */
export const PESSIMISTIC: Leeway = {
  ...WIDE,
  leadAtPageEnd: true,
  extraBorders: 1,
  wholeRows: true,
};
/** Everything that makes it shorter. */
export const OPTIMISTIC: Leeway = { ...NARROW, extraBorders: -1 };
