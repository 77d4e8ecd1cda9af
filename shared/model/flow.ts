import type { SectionId, Twip } from '../base';

/**
 * A flow is a document before it has pages: plain blocks with every typographic choice already
 * made. The page engine, and the DOCX writer, read nothing else. All lengths in twips.
 */
export interface Flow {
  readonly page: PageGeometry;
  readonly blocks: readonly Block[];
  /** Language of the text, e.g. 'vi-VN'. */
  readonly language: string;
  readonly title: string;
}

export interface PageGeometry {
  readonly width: Twip;
  readonly height: Twip;
  readonly marginTop: Twip;
  readonly marginBottom: Twip;
  readonly marginLeft: Twip;
  readonly marginRight: Twip;
  /** Arabic number centred in the top margin, from page `fromPage` on; null for none. */
  readonly pageNumber: {
    readonly fromPage: number;
    readonly fontSize: Twip;
    /** Distance of the header's first line from the top edge of the paper. */
    readonly fromTop: Twip;
  } | null;
}

/** Where in the proposal a block came from, so that a click on a page finds the editor again. */
export interface BlockSource {
  readonly section: SectionId;
  /** Child indexes from the section's document node to the paragraph; [] for plain values. */
  readonly path: readonly number[];
}

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly script: 'normal' | 'superscript' | 'subscript';
  /** Nominal size; sub- and superscript shrink it by the engine's own rule. */
  readonly fontSize: Twip;
}

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface ParagraphFormat {
  readonly align: Alignment;
  readonly indentLeft: Twip;
  readonly indentRight: Twip;
  /** Added to `indentLeft` on the first line; negative hangs. */
  readonly firstLine: Twip;
  readonly spaceBefore: Twip;
  readonly spaceAfter: Twip;
  /** Multiple of the font's single line. */
  readonly lineSpacing: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  /**
   * A stroke of this weight along the top of the paragraph, from its left to its right indent. It lies
   * in the space before, which must hold it (rule L26).
   */
  readonly ruleAbove?: Twip;
}

/** What a paragraph is to the reader; the DOCX writer maps it to a named style. */
export type ParagraphRole =
  | 'title'
  | 'heading'
  | 'body'
  | 'listItem'
  | 'tableCell'
  | 'signature'
  | 'note';

export interface ListLabel {
  /** '-', '+', '1.', 'a)' … drawn with the paragraph's own size and upright regular face. */
  readonly text: string;
  readonly level: 0 | 1 | 2 | 3;
  readonly ordered: boolean;
  /** Number shown, for ordered lists. */
  readonly value: number | null;
  /** Same for all items of one list, so that the DOCX numbering restarts where the text does. */
  readonly listId: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** Unique within the flow and stable over edits elsewhere; the caches key on content, not on it. */
  readonly id: string;
  readonly section: SectionId | null;
  readonly source: BlockSource | null;
  readonly role: ParagraphRole;
  readonly format: ParagraphFormat;
  readonly label: ListLabel | null;
  /** '\n' in a text is a hard line break, '\t' a tab. An empty array is an empty line. */
  readonly runs: readonly Run[];
  /** Face and height of the empty line when there is no text. */
  readonly fontSize: Twip;
  /** The space above (before) or below (after) this paragraph is the room for signature and seal. */
  readonly signing?: 'above' | 'below';
}

export interface TableCell {
  readonly colspan: number;
  readonly rowspan: number;
  readonly header: boolean;
  readonly blocks: readonly ParagraphBlock[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** False: the row moves to the next page whole (unless it is taller than a page). */
  readonly canSplit: boolean;
  /** Repeated at the top of each page the table continues on; only leading rows. */
  readonly repeat: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly section: SectionId | null;
  readonly source: BlockSource | null;
  /** Absolute column widths; their sum is the table's width. */
  readonly columns: readonly Twip[];
  readonly indentLeft: Twip;
  readonly rows: readonly TableRow[];
  /** Border width in twips (0: none); one width for the whole grid. */
  readonly border: Twip;
  readonly cellMargin: { readonly x: Twip; readonly y: Twip };
}

/** Paragraphs that stand on one page with at least `minLinesBefore` body lines above them. */
export interface SignatureGroup {
  readonly kind: 'signature';
  readonly id: string;
  readonly blocks: readonly ParagraphBlock[];
  readonly minLinesBefore: number;
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak';
  readonly id: string;
}

export type Block = ParagraphBlock | TableBlock | SignatureGroup | PageBreakBlock;
