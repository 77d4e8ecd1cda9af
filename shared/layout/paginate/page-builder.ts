import { type SectionId, type Twip, twip } from '../../base';
import type { LayoutDiagnosticCode, Rule } from '../../model';
import type { Leeway } from '../leeway';
import type { LaidBlock, LaidParagraph } from './laid-block';
import type { PagePlan, PageStart, PlacedLine, PlanDiagnostic, SectionShare } from './page-plan';
import { addRuleAbove } from './rule-above';

/** What has been put on a page so far. Tops and bottoms from the top of the text area. */
export class PageBuilder {
  readonly lines: PlacedLine[] = [];
  readonly rules: Rule[] = [];
  readonly diagnostics: PlanDiagnostic[] = [];
  /** Below everything placed, leading included: where the next block starts. */
  y = 0;
  /** Space after the last paragraph, not yet spent. */
  after = 0;
  /** Bottom of the last line box or border. */
  bottom = 0;
  isEmpty = true;
  lookedTo: number;
  private readonly shares: SectionShare[] = [];
  private counted = 0;

  readonly blocks: readonly LaidBlock[];
  readonly start: PageStart;
  /** Height of the text area. */
  readonly height: Twip;
  readonly leeway: Leeway;

  constructor(blocks: readonly LaidBlock[], start: PageStart, height: Twip, leeway: Leeway) {
    this.leeway = leeway;
    this.blocks = blocks;
    this.start = start;
    this.height = height;
    this.lookedTo = start.block;
  }

  lookAt(block: number): void {
    if (block > this.lookedTo) this.lookedTo = block;
  }

  addLine(laid: LaidParagraph, line: number, top: number): void {
    this.lines.push({ laid, line, top: twip(top) });
    const bottom = top + (laid.shape.lines[line]?.height ?? 0);
    if (bottom > this.bottom) this.bottom = bottom;
    if (line === 0) {
      this.reportText(laid);
      addRuleAbove(this.rules, laid, top);
    }
    if (laid.shape.lines[line]?.overflows)
      this.report('too-wide', laid, 'letter wider than its line');
  }

  private report(code: LayoutDiagnosticCode, { block }: LaidParagraph, detail: string): void {
    this.diagnostics.push({ code, section: block.section, blockId: block.id, detail });
  }

  private reportText(laid: LaidParagraph): void {
    const { missing, isComposed } = laid.shape.measured;
    for (const character of missing) this.report('missing-glyph', laid, character);
    if (!isComposed) this.report('not-composed', laid, 'text is not in Unicode form NFC');
  }

  /** Moves on to `y` and books the height since the last booking for a section. */
  advance(y: number, section: SectionId | null, lines: number): void {
    this.y = y;
    this.isEmpty = false;
    const height = twip(y - this.counted);
    this.counted = y;
    const last = this.shares.at(-1);
    if (last?.section === section) {
      this.shares[this.shares.length - 1] = {
        section,
        lines: last.lines + lines,
        height: twip(last.height + height),
      };
    } else {
      this.shares.push({ section, lines, height });
    }
  }

  finish(next: PageStart | null): PagePlan {
    return {
      start: this.start,
      lines: this.lines,
      rules: this.rules,
      shares: this.shares,
      diagnostics: this.diagnostics,
      bottom: twip(this.bottom),
      next,
      foot: { y: this.y, after: this.after },
      lookedTo: this.lookedTo,
    };
  }
}
