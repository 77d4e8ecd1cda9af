import { glyphAdvance, UNITS_PER_EM } from '../../shared/layout';
import type { Line, Page, Span } from '../../shared/model';

/** The line at a point of the page, in twips: the nearest one at that height. */
export const lineAt = (page: Page, x: number, y: number): Line | null => {
  let best: Line | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const line of page.lines) {
    if (line.source === null) continue;
    // A list's label stands left of the text, and an empty item has nothing but the label.
    const left = Math.min(line.x, line.spans[0]?.x ?? line.x);
    const last = line.spans.at(-1);
    const right = Math.max(line.x, last === undefined ? 0 : last.x + last.width);
    const dy = Math.max(line.top - y, 0, y - (line.top + line.height));
    const dx = Math.max(left - x, 0, x - right);
    // A line beside the pointer is nearer than one above it, however far away it ends.
    const distance = dy * 1000 + dx;
    if (distance < nearest) {
      nearest = distance;
      best = line;
    }
  }
  return best;
};

/** Text spans without the list's label, which is not part of the paragraph. */
const textSpans = ({ spans, x }: Line): readonly Span[] => spans.filter((span) => span.x >= x - 1);

const advanceOf = (span: Span, character: string, wordGap: number): number => {
  const units = glyphAdvance(span.face, character.codePointAt(0) ?? 0) ?? 0;
  return (units / UNITS_PER_EM) * span.fontSize + (character === ' ' ? wordGap : 0);
};

/** The caret's place in the paragraph for a point on a line: before or behind the nearest letter. */
export const offsetAt = (line: Line, x: number): number => {
  let offset = line.from;
  for (const span of textSpans(line)) {
    if (x < span.x) return offset;
    let pen: number = span.x;
    for (const character of span.text) {
      const advance = advanceOf(span, character, line.wordGap);
      if (x < pen + advance / 2) return offset;
      pen += advance;
      offset += character.length;
    }
    // What stands between two spans of a line is one tab.
    const next = line.spans[line.spans.indexOf(span) + 1];
    if (next !== undefined && next.x > span.x + span.width + 1) offset += 1;
  }
  return Math.min(offset, line.to);
};

/** A caret in the editor, as the pages know it. */
export interface CaretOnPages {
  readonly section: string;
  readonly path: readonly number[];
  readonly offset: number;
}

const samePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

export interface LineOnPage {
  readonly page: number;
  readonly line: Line;
}

/** The line on which a caret stands; the section's first one where its place is not printed. */
export const lineOfCaret = (
  pages: readonly Page[],
  { section, path, offset }: CaretOnPages,
): LineOnPage | null => {
  let first: LineOnPage | null = null;
  let found: LineOnPage | null = null;
  for (const [page, { lines }] of pages.entries()) {
    for (const line of lines) {
      if (line.section !== section) continue;
      first ??= { page, line };
      if (line.source === null || !samePath(line.source.path, path)) continue;
      if (line.role === 'heading' || line.from > offset) continue;
      // At the end of a line the caret stands before the next one's first letter.
      found = { page, line };
    }
  }
  return found ?? first;
};
