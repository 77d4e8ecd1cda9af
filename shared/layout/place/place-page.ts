import { twip } from '../../base';
import type { Line, Page, PageGeometry, Rule } from '../../model';
import type { PagePlan, PlacedLine } from '../paginate/page-plan';
import { placeFolio } from './place-folio';
import { placeSpans } from './place-spans';

export const placeLine = (
  { laid: { block, shape }, line: index, top: fromTextTop }: PlacedLine,
  { marginTop }: PageGeometry,
): Line => {
  const shaped = shape.lines[index];
  if (shaped === undefined) throw new RangeError(`no line ${index}`);
  const top = marginTop + fromTextTop;
  const { x, width, wordGap, spans } = placeSpans(shape, index);
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

/**
 * Turns a plan into a page: text area to paper, lines to spans, the number on top. `lineOf` may
 * hand out lines that stand already where they should.
 */
export const placePage = (
  plan: PagePlan,
  number: number,
  geometry: PageGeometry,
  lineOf: (placed: PlacedLine, at: number) => Line = (placed) => placeLine(placed, geometry),
): Page => ({
  number,
  width: geometry.width,
  height: geometry.height,
  lines: plan.lines.map(lineOf),
  rules: plan.rules.map((rule) => moveRule(rule, geometry.marginTop)),
  folio: placeFolio(number, geometry),
});
