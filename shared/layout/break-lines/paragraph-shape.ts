import { type Twip, twip } from '../../base';
import type { Alignment, ListLabel, ParagraphBlock } from '../../model';
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

/** Wider text in the same room breaks as the same text in less room. */
const narrowed = (box: LineBox, widthFactor: number): LineBox => {
  if (widthFactor === 1) return box;
  const lost = (box.right - box.rest) * (1 - 1 / widthFactor);
  return { ...box, right: box.right - lost };
};

const measureLabel = (block: ParagraphBlock, label: ListLabel, leeway: Leeway): MeasuredParagraph =>
  measureParagraph(
    [
      {
        text: label.text,
        bold: false,
        italic: false,
        underline: false,
        strike: false,
        script: 'normal',
        fontSize: block.fontSize,
      },
    ],
    leeway,
  );

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

export const shapeParagraph = (
  block: ParagraphBlock,
  column: Column,
  leeway: Leeway = NONE,
): ParagraphShape => {
  const measured = measureParagraph(block.runs, leeway);
  const measuredLabel = block.label === null ? null : measureLabel(block, block.label, leeway);
  const labelWidth = measuredLabel === null ? null : (measuredLabel.widths.at(-1) ?? 0);
  const box = lineBoxOf(block.format, column.width, labelWidth);
  const labelStart = toUnits(twip(block.format.indentLeft + block.format.firstLine));
  const isLabelTooWide = labelWidth !== null && labelStart + labelWidth > box.right;
  const heightsOf = rememberHeights(block.format.lineSpacing, leeway);
  let total = 0;
  const lines = breakLines(measured, narrowed(box, leeway.widthFactor)).map(
    ({ from, to, end, closed, overflows }, index): ShapedLine => {
      const size = sizeOfLine(measured, from, to, block.fontSize);
      const hasLabel = index === 0 && block.label !== null;
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
    },
  );
  const label =
    measuredLabel === null
      ? null
      : {
          text: drawnText(measuredLabel.text),
          start: labelStart,
          width: labelWidth ?? 0,
        };
  const missing = [...measured.missing, ...(measuredLabel?.missing ?? [])];
  return {
    column,
    align: block.format.align,
    fontSize: block.fontSize,
    measured: { ...measured, missing },
    box,
    label,
    lines,
    height: twip(total),
  };
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
