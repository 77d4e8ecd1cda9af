import type { SectionId, Twip } from '../../base';
import type { LayoutDiagnosticCode, Rule } from '../../model';
import type { LaidParagraph } from './laid-block';

/** Where a page starts; pages that start alike before alike blocks are alike. */
export interface PageStart {
  readonly block: number;
  /** First line of a paragraph, or first row of a table, that is still to be placed. */
  readonly line: number;
  /** Lines already placed of each cell of that row; null for a whole row. */
  readonly cellLines: readonly number[] | null;
  /** After a forced page break, or the first page: space before the first paragraph stays. */
  readonly isForced: boolean;
}

/** One line on a page; `top` from the top of the text area. */
export interface PlacedLine {
  readonly laid: LaidParagraph;
  readonly line: number;
  readonly top: Twip;
}

/** Height and lines that a section takes of a page. */
export interface SectionShare {
  readonly section: SectionId | null;
  readonly lines: number;
  readonly height: Twip;
}

export interface PlanDiagnostic {
  readonly code: LayoutDiagnosticCode;
  readonly section: SectionId | null;
  readonly blockId: string | null;
  readonly detail: string;
}

/** A page before it has its number: what stands where, and where the next one starts. */
export interface PagePlan {
  readonly start: PageStart;
  readonly lines: readonly PlacedLine[];
  /** Table borders, from the top of the text area. */
  readonly rules: readonly Rule[];
  readonly shares: readonly SectionShare[];
  readonly diagnostics: readonly PlanDiagnostic[];
  /** Bottom of the last line or border, from the top of the text area. */
  readonly bottom: Twip;
  readonly next: PageStart | null;
  /** Where a block after the last one placed would start, and the space after that one. */
  readonly foot: { readonly y: number; readonly after: number };
  /** Last block that had a say in this page. */
  readonly lookedTo: number;
}
