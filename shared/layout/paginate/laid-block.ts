import type { Twip } from '../../base';
import type { PageBreakBlock, ParagraphBlock, SignatureGroup, TableBlock } from '../../model';
import type { ParagraphShape } from '../break-lines/paragraph-shape';

/** Blocks of a flow as the paginator sees them: broken into lines, groups laid flat. */
export type LaidBlock = LaidParagraph | LaidTable | PageBreakBlock;

export interface LaidParagraph {
  readonly kind: 'paragraph';
  readonly block: ParagraphBlock;
  readonly shape: ParagraphShape;
  /** The block's own wish or that of a signature group (rule L45). */
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** The signature group that this paragraph opens. */
  readonly opens: SignatureGroup | null;
}

export interface LaidCell {
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  readonly paragraphs: readonly LaidParagraph[];
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
  /** From the row's top border, included, to the next row's top border. */
  readonly height: Twip;
  readonly canSplit: boolean;
}

export interface LaidTable {
  readonly kind: 'table';
  readonly block: TableBlock;
  /** Left edge of each column from the paper's left edge, and the right edge of the last. */
  readonly edges: readonly Twip[];
  readonly rows: readonly LaidRow[];
  /** Leading rows that are repeated on each page. */
  readonly headRows: number;
  readonly overflows: boolean;
  /** Border widths that each row's height contains: one, or more under a leeway. */
  readonly bordersPerRow: number;
  /** Rows part because they are high (rules L62, L63); under a leeway they do not. */
  readonly partsHighRows: boolean;
}
