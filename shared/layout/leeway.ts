/**
 * What other programs may do otherwise than we do (rules L70–L73). The nominal layout uses `NONE`;
 * the others are laid out only to see whether they come to another count.
 */
export interface Leeway {
  /** Text is this much wider than the font says. */
  readonly widthFactor: number;
  /** The leading below the last line of a page has to fit too. */
  readonly leadAtPageEnd: boolean;
  /** Borders, in border widths, that each table row is taller. */
  readonly extraBorders: number;
}

export const NONE: Leeway = { widthFactor: 1, leadAtPageEnd: false, extraBorders: 0 };

export const PESSIMISTIC: Leeway = { widthFactor: 1.002, leadAtPageEnd: true, extraBorders: 1 };

export const OPTIMISTIC: Leeway = { ...NONE, widthFactor: 0.998 };
