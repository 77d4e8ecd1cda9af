import { type Twip, twip } from '../base';

/** What is known of a column before its width is: all lengths in twips. */
export interface ColumnNeed {
  /** As the editor keeps it; null where nobody has dragged the column. */
  readonly given: number | null;
  /** Longest word with the cell's margins: narrower, and words are cut. */
  readonly least: number;
  /** Longest paragraph on one line. */
  readonly most: number;
}

/** Whole twips with exactly the wanted sum: rounding of the running total, not of each. */
const wholeWidths = (widths: readonly number[], total: number): Twip[] => {
  const sum = widths.reduce((all, width) => all + width, 0);
  let exact = 0;
  let used = 0;
  return widths.map((width) => {
    exact += sum === 0 ? total / widths.length : (width / sum) * total;
    const whole = Math.round(exact) - used;
    used += whole;
    return twip(whole);
  });
};

/** Shares `room` so that each column has its least first, and the rest by what it could use. */
const fitted = (needs: readonly ColumnNeed[], room: number): number[] => {
  const least = needs.reduce((all, need) => all + need.least, 0);
  if (least >= room) return needs.map((need) => need.least);
  const wish = needs.map((need) => Math.max(0, need.most - need.least));
  const wishes = wish.reduce((all, one) => all + one, 0);
  const rest = room - least;
  return needs.map(
    (need, index) =>
      need.least + (wishes === 0 ? rest / needs.length : (rest * (wish[index] ?? 0)) / wishes),
  );
};

/** Raises columns that would cut their words; those with more than they need give it. */
const withLeast = (
  needs: readonly ColumnNeed[],
  widths: readonly number[],
  room: number,
): number[] => {
  const least = needs.reduce((all, need) => all + need.least, 0);
  if (least >= room) return [...widths];
  const over = widths.map((width, index) => width - (needs[index]?.least ?? 0));
  const missing = over.reduce((all, one) => all + Math.max(0, -one), 0);
  const spare = over.reduce((all, one) => all + Math.max(0, one), 0);
  if (missing === 0 || spare === 0) return [...widths];
  return widths.map((width, index) => {
    const more = over[index] ?? 0;
    return more < 0 ? width - more : width - (more / spare) * missing;
  });
};

/**
 * Widths of a table's columns; their sum is `room`, so a table is as wide as the text and never
 * wider. Given widths keep their proportion; columns without one share what is left.
 */
export const columnWidths = (needs: readonly ColumnNeed[], room: Twip): Twip[] => {
  const free = needs.filter(({ given }) => given === null);
  if (free.length === needs.length) return wholeWidths(fitted(needs, room), room);
  const given = needs.reduce((all, need) => all + (need.given ?? 0), 0);
  const least = free.reduce((all, need) => all + need.least, 0);
  const left = free.length === 0 ? 0 : Math.max(room - given, Math.min(least, room / 2));
  const scale = given === 0 ? 0 : (room - left) / given;
  const shares = fitted(free, left);
  let next = 0;
  const widths = needs.map((need) => {
    if (need.given !== null) return need.given * scale;
    const share = shares[next] ?? 0;
    next += 1;
    return share;
  });
  return wholeWidths(withLeast(needs, widths, room), room);
};
