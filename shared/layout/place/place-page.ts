import { twip } from '../../base';
import type { Line, Page, PageGeometry, Rule } from '../../model';
import type { PagePlan, PlacedLine } from '../paginate/page-plan';
import { placeFolio } from './place-folio';
import { type LineSpans, placeSpans } from './place-spans';

export type SpanSource = (placed: PlacedLine) => LineSpans;

export const spansOfLine: SpanSource = ({ laid: { block, shape }, line }) =>
  placeSpans(shape, line, block.format.align, block.fontSize);

const placeLine = (placed: PlacedLine, marginTop: number, spansOf: SpanSource): Line => {
  const { laid, line: index } = placed;
  const { block, shape } = laid;
  const shaped = shape.lines[index];
  if (shaped === undefined) throw new RangeError(`no line ${index}`);
  const top = marginTop + placed.top;
  const { x, width, wordGap, spans } = spansOf(placed);
  return {
    top: twip(top),
    height: shaped.height,
    baseline: twip(top + shaped.ascent),
    x,
    width,
    wordGap,
    spans,
    role: block.role,
    section: block.section,
    source: block.source,
    blockId: block.id,
    index,
    last: index === shape.lines.length - 1,
    from: shaped.from,
    to: shaped.to,
  };
};

const moveRule = (rule: Rule, down: number): Rule => ({
  ...rule,
  y1: twip(rule.y1 + down),
  y2: twip(rule.y2 + down),
});

/** Turns a plan into a page: text area to paper, lines to spans, the number on top. */
export const placePage = (
  plan: PagePlan,
  number: number,
  geometry: PageGeometry,
  spansOf: SpanSource,
): Page => ({
  number,
  width: geometry.width,
  height: geometry.height,
  lines: plan.lines.map((placed) => placeLine(placed, geometry.marginTop, spansOf)),
  rules: plan.rules.map((rule) => moveRule(rule, geometry.marginTop)),
  folio: placeFolio(number, geometry),
});
