import type { SectionId, Twip } from '../base';
import type { BlockSource, ParagraphRole } from './flow';

/**
 * The page list: at once the live count, the preview, the PDF and what Word will show. Coordinates
 * in twips from the top left corner of the paper; y grows downwards. Plain data: it travels
 * between worker and window and is compared byte for byte in tests.
 */
export interface PageList {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly LayoutDiagnostic[];
  /** Body lines by section, in document order (table lines counted by row height). */
  readonly sectionLines: readonly SectionLines[];
  /** Pages as a decimal: full pages plus the filled part of the last page's text area. */
  readonly fill: number;
  /** Body lines in all. */
  readonly lines: number;
}

export interface SectionLines {
  readonly section: SectionId;
  readonly lines: number;
  /** Part of the document's height, 0 … 1. */
  readonly share: number;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: Twip;
  readonly height: Twip;
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
  /** The number printed in the top margin, as a line; null on page one. */
  readonly folio: Line | null;
}

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** A stretch of text drawn at one place in one face; words of a justified line lie in one span. */
export interface Span {
  readonly x: Twip;
  /** As drawn: with the line's word gap added to each of the span's spaces. */
  readonly width: Twip;
  readonly text: string;
  readonly face: Face;
  /** Size really drawn (after the sub-/superscript rule). */
  readonly fontSize: Twip;
  /** Baseline shift, positive up. */
  readonly rise: Twip;
  readonly underline: boolean;
  readonly strike: boolean;
}

export interface Line {
  /** Top of the line box. */
  readonly top: Twip;
  readonly height: Twip;
  readonly baseline: Twip;
  readonly x: Twip;
  /** Natural width of the text, without hanging trailing spaces, before justification. */
  readonly width: Twip;
  /** Added to every stretchable space (U+0020) of the line; 0 when not justified. */
  readonly wordGap: Twip;
  readonly spans: readonly Span[];
  readonly role: ParagraphRole | 'folio';
  readonly section: SectionId | null;
  readonly source: BlockSource | null;
  readonly blockId: string;
  /** Line of its paragraph, from 0, and whether it is the last one. */
  readonly index: number;
  readonly last: boolean;
  /** UTF-16 offsets into the paragraph's own text (labels do not count). */
  readonly from: number;
  readonly to: number;
}

/** A straight stroke: table borders. */
export interface Rule {
  readonly x1: Twip;
  readonly y1: Twip;
  readonly x2: Twip;
  readonly y2: Twip;
  readonly width: Twip;
}

export type LayoutDiagnosticCode =
  /** A code point the font cannot draw; the text is laid out, but must not be exported. */
  | 'missing-glyph'
  /** Text that is not in Unicode form NFC; laid out, but must not be exported. */
  | 'not-composed'
  /** More pages than the engine's cap; the rest is not laid out. */
  | 'page-cap'
  /** Something is wider than its column (a table, a single letter in a tiny cell). */
  | 'too-wide'
  /** The signature block could not be kept with enough lines above it. */
  | 'signature-alone'
  /** A row or kept group taller than a page had to be cut. */
  | 'forced-split';

export interface LayoutDiagnostic {
  readonly code: LayoutDiagnosticCode;
  readonly page: number;
  readonly section: SectionId | null;
  readonly blockId: string | null;
  /** For the missing glyph: the character; else plain words for the log. */
  readonly detail: string;
}

/** How far the count can be trusted: another program can come to `min` … `max` pages. */
export interface CountCertainty {
  readonly pages: number;
  readonly sure: boolean;
  readonly min: number;
  readonly max: number;
  /** Which of the uncertain rules make the difference; empty when sure. */
  readonly reasons: readonly (
    | 'last-line-leading'
    | 'table-borders'
    | 'table-rows'
    | 'line-width'
  )[];
}
