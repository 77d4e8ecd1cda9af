import type { Twip } from '../../base';
import type { Face } from '../../model';

/** A stretch of a paragraph's text in one face, size and decoration; offsets are UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly face: Face;
  /** Size really drawn. */
  readonly fontSize: Twip;
  /** Size the line's height is made from. */
  readonly nominalSize: Twip;
  readonly rise: Twip;
  readonly underline: boolean;
  readonly strike: boolean;
}

export interface MeasuredParagraph {
  readonly text: string;
  /**
   * `widths[i]` is the width of the text before unit `i`, in font units × twips. All numbers are
   * whole for whole font sizes, so sums are exact and lines break alike on every machine.
   */
  readonly widths: Float64Array;
  readonly stretches: readonly Stretch[];
  readonly hasTabs: boolean;
  /** Characters without a glyph, each once. */
  readonly missing: readonly string[];
  readonly isComposed: boolean;
}
