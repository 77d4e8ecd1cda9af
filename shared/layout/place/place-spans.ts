import { type Twip, twip } from '../../base';
import type { Alignment, Span } from '../../model';
import { toTwips } from '../break-lines/line-box';
import type { ParagraphShape, ShapedLine } from '../break-lines/paragraph-shape';
import { penAfter } from '../break-lines/pen';
import { drawnText, SPACE } from '../font/drawn-character';

/** The part of a line that does not depend on where it stands on a page. */
export interface LineSpans {
  readonly x: Twip;
  readonly width: Twip;
  readonly wordGap: Twip;
  readonly spans: readonly Span[];
}

const spacesIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === SPACE) count += 1;
  return count;
};

/** Rule L18: how far a line is moved, and how much each of its spaces is widened. */
const alignLine = (
  align: Alignment,
  free: number,
  spaces: number,
  isStretched: boolean,
): { shift: number; gap: number } => {
  if (free <= 0) return { shift: 0, gap: 0 };
  if (align === 'right') return { shift: free, gap: 0 };
  if (align === 'center') return { shift: free / 2, gap: 0 };
  return { shift: 0, gap: align === 'justify' && isStretched && spaces > 0 ? free / spaces : 0 };
};

const labelSpan = (shape: ParagraphShape): Span | null => {
  const { label, column, fontSize } = shape;
  if (label === null || label.text === '') return null;
  return {
    x: twip(column.left + toTwips(label.start)),
    width: toTwips(label.width),
    text: label.text,
    face: 'regular',
    fontSize,
    rise: twip(0),
    underline: false,
    strike: false,
  };
};

/**
 * Cuts a line where face, size or decoration change and where tabs stand. Tabs lead to stops of the
 * line as it was broken; then the whole of it is moved by `shift`.
 */
const textSpans = (
  shape: ParagraphShape,
  line: ShapedLine,
  left: number,
  shift: number,
  gap: number,
): Span[] => {
  const { measured, box, column } = shape;
  const { text } = measured;
  const spans: Span[] = [];
  let pen = left;
  for (const stretch of measured.stretches) {
    if (stretch.from >= line.end) break;
    let from = Math.max(stretch.from, line.from);
    const stretchEnd = Math.min(stretch.to, line.end);
    while (from < stretchEnd) {
      const tab = measured.hasTabs ? text.indexOf('\t', from) : -1;
      const to = tab === -1 || tab > stretchEnd ? stretchEnd : tab;
      const drawn = drawnText(text.slice(from, to));
      const width = penAfter(measured, 0, from, to, box.indent) + gap * spacesIn(text, from, to);
      if (drawn !== '') {
        spans.push({
          x: twip(column.left + toTwips(pen + shift)),
          width: toTwips(width),
          text: drawn,
          face: stretch.face,
          fontSize: stretch.fontSize,
          rise: stretch.rise,
          underline: stretch.underline,
          strike: stretch.strike,
        });
      }
      pen += width;
      if (to < stretchEnd) pen = penAfter(measured, pen, to, to + 1, box.indent);
      from = to < stretchEnd ? to + 1 : to;
    }
  }
  return spans;
};

const makeSpans = (shape: ParagraphShape, index: number): LineSpans => {
  const { measured, box, column, align } = shape;
  const line = shape.lines[index];
  if (line === undefined) throw new RangeError(`no line ${index}`);
  const { text } = measured;
  const left = index === 0 ? box.first : box.rest;
  const right = penAfter(measured, left, line.from, line.end, box.indent);
  const width = right - left;
  const hasTab = measured.hasTabs && text.slice(line.from, line.end).includes('\t');
  const spaces = spacesIn(text, line.from, line.end);
  const { shift, gap } = alignLine(align, box.right - right, spaces, !line.closed && !hasTab);
  const label = index === 0 ? labelSpan(shape) : null;
  const spans = textSpans(shape, line, left, shift, gap);
  return {
    x: twip(column.left + toTwips(left + shift)),
    width: toTwips(width),
    wordGap: toTwips(gap),
    spans: label === null ? spans : [label, ...spans],
  };
};

/** A shape never changes, so its lines are placed once, however often its page is drawn. */
const known = new WeakMap<ParagraphShape, (LineSpans | undefined)[]>();

export const placeSpans = (shape: ParagraphShape, index: number): LineSpans => {
  let lines = known.get(shape);
  if (lines === undefined) {
    lines = [];
    known.set(shape, lines);
  }
  const spans = lines[index] ?? makeSpans(shape, index);
  lines[index] = spans;
  return spans;
};
