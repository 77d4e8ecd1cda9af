import type {
  CountCertainty,
  LayoutDiagnostic,
  Page,
  Proposal,
  RichTextBlock,
  SectionLines,
  SectionValue,
  Style,
  Template,
} from '../../../shared/model';

/** What changed in one section: the whole value, or a run of a rich text's top blocks. */
export type SectionChange =
  | { readonly kind: 'value'; readonly value: SectionValue }
  | {
      readonly kind: 'blocks';
      readonly at: number;
      readonly remove: number;
      readonly insert: readonly RichTextBlock[];
    };

/** Leaves out the words from `from` up to `to` of one paragraph, to see what the count would be. */
export interface Shortening {
  readonly section: string;
  readonly path: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * Window → worker. `revision` grows with each change; answers carry the newest one they contain.
 * `turn` grows with each opened proposal, so that a late answer about the one before is dropped.
 */
export type LayoutRequest =
  | {
      readonly kind: 'open';
      readonly turn: number;
      readonly revision: number;
      readonly proposal: Proposal;
      readonly template: Template;
    }
  | {
      readonly kind: 'section';
      readonly revision: number;
      readonly section: string;
      readonly change: SectionChange;
      /** The window has counted it already: only how sure the count is will be wanted. */
      readonly counted: boolean;
    }
  | { readonly kind: 'style'; readonly revision: number; readonly style: Style }
  | { readonly kind: 'close' }
  | { readonly kind: 'tryStyles'; readonly id: number; readonly styles: readonly Style[] }
  | { readonly kind: 'tryCertainty'; readonly id: number; readonly styles: readonly Style[] }
  | {
      readonly kind: 'tryShortenings';
      readonly id: number;
      readonly shortenings: readonly Shortening[];
    };

/** The count alone: small, sent before the pages. */
export interface CountAnswer {
  readonly pages: number;
  readonly fill: number;
  readonly lines: number;
  /** Body lines on pages past the form's limit; lines side by side in a table count once. */
  readonly linesOver: number;
  readonly sectionLines: readonly SectionLines[];
  readonly diagnostics: readonly LayoutDiagnostic[];
}

/** What one typography, or one shortening, would give. */
export interface Trial {
  readonly pages: number;
  readonly fill: number;
  readonly lines: number;
}

/** Worker → window. */
export type LayoutAnswer =
  /** The code is loaded and warm. */
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'count';
      readonly turn: number;
      readonly revision: number;
      readonly count: CountAnswer;
    }
  /** Pages that differ from those sent before, by index; `length` pages there are in all. */
  | {
      readonly kind: 'pages';
      readonly turn: number;
      readonly revision: number;
      readonly length: number;
      readonly changed: readonly (readonly [index: number, page: Page])[];
    }
  /** How far the last count can be trusted; takes longer than the count itself, so it comes last. */
  | {
      readonly kind: 'certainty';
      readonly turn: number;
      readonly revision: number;
      readonly certainty: CountCertainty;
    }
  | { readonly kind: 'tried'; readonly id: number; readonly trials: readonly Trial[] | null }
  | {
      readonly kind: 'triedCertainty';
      readonly id: number;
      readonly certainties: readonly CountCertainty[] | null;
    }
  /** A bug in the engine. The next change starts it from scratch. */
  | {
      readonly kind: 'failed';
      readonly turn: number;
      readonly revision: number;
      readonly message: string;
    };
