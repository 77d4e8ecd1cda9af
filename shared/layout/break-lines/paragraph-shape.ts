import { type Twip, twip } from '../../base';
import type { Alignment, ListLabel, ParagraphBlock, Run } from '../../model';
import { drawnText } from '../font/drawn-character';
import { exactLineHeight, lineAscent, lineHeight, linePitch } from '../font/line-height';
import { type Leeway, NONE } from '../leeway';
import { measureParagraph } from '../measure/measure-paragraph';
import type { MeasuredParagraph } from '../measure/measured-paragraph';
import { type BrokenLine, breakLines } from './break-lines';
import { type LineBox, lineBoxOf, toUnits } from './line-box';

/** The column that a paragraph stands in: the text area or a table cell. */
export interface Column {
  /** From the left edge of the paper. */
  readonly left: Twip;
  readonly width: Twip;
}

/** A line with its heights: box, top to baseline, and the leading that follows below (rule L21). */
export interface ShapedLine extends BrokenLine {
  readonly height: Twip;
  readonly ascent: Twip;
  readonly lead: Twip;
}

export interface ShapedLabel {
  readonly text: string;
  /** In units from the column's left edge. */
  readonly start: number;
  readonly width: number;
}

/** A paragraph broken into lines for one column; knows nothing of pages. */
export interface ParagraphShape {
  readonly column: Column;
  readonly align: Alignment;
  /** Of the label and of an empty line. */
  readonly fontSize: Twip;
  readonly measured: MeasuredParagraph;
  readonly box: LineBox;
  readonly label: ShapedLabel | null;
  readonly lines: readonly ShapedLine[];
  /** From the first line's top to below the last line's leading. */
  readonly height: Twip;
}

/** What of a shape depends on text and width alone, and not on the space between lines. */
export interface BrokenParagraph {
  readonly measured: MeasuredParagraph;
  readonly box: LineBox;
  readonly label: ShapedLabel | null;
  readonly isLabelTooWide: boolean;
  readonly lines: readonly BrokenLine[];
}

/** Wider text in the same room breaks as the same text in less room. */
const narrowed = (box: LineBox, widthFactor: number): LineBox => {
  if (widthFactor === 1) return box;
  const lost = (box.right - box.rest) * (1 - 1 / widthFactor);
  return { ...box, right: box.right - lost };
};

const labelRun = (block: ParagraphBlock, label: ListLabel): Run => ({
  text: label.text,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: 'normal',
  fontSize: block.fontSize,
});

/** Rule L22: the largest size of a line makes its height; an empty line takes the paragraph's. */
const sizeOfLine = (
  { stretches }: MeasuredParagraph,
  from: number,
  to: number,
  otherwise: Twip,
): number => {
  let size = 0;
  for (const stretch of stretches) {
    if (stretch.from >= to) break;
    if (stretch.to > from) size = Math.max(size, stretch.nominalSize);
  }
  return size === 0 ? otherwise : size;
};

export type Measure = (runs: readonly Run[]) => MeasuredParagraph;

/** Measures a paragraph and breaks it into the lines of a column that is `width` wide. */
export const breakParagraph = (
  block: ParagraphBlock,
  width: Twip,
  widthFactor: number,
  measure: Measure,
): BrokenParagraph => {
  const measured = measure(block.runs);
  const { format, label } = block;
  const measuredLabel = label === null ? null : measure([labelRun(block, label)]);
  const labelWidth = measuredLabel === null ? null : (measuredLabel.widths.at(-1) ?? 0);
  const box = lineBoxOf(format, width, labelWidth);
  const labelStart = toUnits(twip(format.indentLeft + format.firstLine));
  const missing = measuredLabel?.missing ?? [];
  return {
    measured:
      missing.length === 0 ? measured : { ...measured, missing: [...measured.missing, ...missing] },
    box,
    label:
      measuredLabel === null
        ? null
        : { text: drawnText(measuredLabel.text), start: labelStart, width: labelWidth ?? 0 },
    isLabelTooWide: labelWidth !== null && labelStart + labelWidth > box.right,
    lines: breakLines(measured, narrowed(box, widthFactor)),
  };
};

/** Gives the lines of a broken paragraph their heights. */
export const dressParagraph = (
  { measured, box, label, isLabelTooWide, lines: broken }: BrokenParagraph,
  block: ParagraphBlock,
  column: Column,
  leeway: Leeway,
): ParagraphShape => {
  const heightsOf = rememberHeights(block.format.lineSpacing, leeway);
  let total = 0;
  const lines = broken.map(({ from, to, end, closed, overflows }, index): ShapedLine => {
    const size = sizeOfLine(measured, from, to, block.fontSize);
    const hasLabel = index === 0 && label !== null;
    const { height, ascent, lead } = heightsOf(hasLabel ? Math.max(size, block.fontSize) : size);
    total += height + lead;
    return {
      from,
      to,
      end,
      closed,
      overflows: overflows || (index === 0 && isLabelTooWide),
      height,
      ascent,
      lead,
    };
  });
  return {
    column,
    align: block.format.align,
    fontSize: block.fontSize,
    measured,
    box,
    label,
    lines,
    height: twip(total),
  };
};

export const shapeParagraph = (
  block: ParagraphBlock,
  column: Column,
  leeway: Leeway = NONE,
): ParagraphShape => {
  const measure: Measure = (runs) => measureParagraph(runs, leeway);
  const broken = breakParagraph(block, column.width, leeway.widthFactor, measure);
  return dressParagraph(broken, block, column, leeway);
};

interface LineHeights {
  readonly height: Twip;
  readonly ascent: Twip;
  readonly lead: Twip;
}

const lineHeights = (size: Twip, lineSpacing: number, { exactHeights }: Leeway): LineHeights => {
  const single = exactHeights ? exactLineHeight(size) : lineHeight(size);
  const pitch = exactHeights ? single * lineSpacing : linePitch(single, lineSpacing);
  const height = Math.min(single, pitch);
  // A line squeezed below its single height loses the difference at its top.
  const ascent = lineAscent(size) - (single - height);
  return { height: twip(height), ascent: twip(ascent), lead: twip(pitch - height) };
};

/** Lines of one size are alike; most paragraphs have one. */
const rememberHeights = (lineSpacing: number, leeway: Leeway): ((size: number) => LineHeights) => {
  let last: LineHeights | null = null;
  let lastSize = Number.NaN;
  return (size) => {
    if (last === null || size !== lastSize) {
      last = lineHeights(twip(size), lineSpacing, leeway);
      lastSize = size;
    }
    return last;
  };
};
