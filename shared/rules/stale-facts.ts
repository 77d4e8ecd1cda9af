import { findFolded, foldWithOffsets, type TextRange } from '../base';
import type { StaleFact } from '../model';

export interface StaleFactHit extends TextRange {
  readonly fact: string;
  readonly kind: StaleFact['kind'];
  /** The words as they stand in the text. */
  readonly text: string;
  /** What is known and what to verify, for a person. */
  readonly sentence: string;
  /** Certain new wording, null where the person has to find out. */
  readonly replacement: string | null;
  readonly verified: boolean;
}

const inside = (inner: TextRange, outer: TextRange): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** The longest of ranges that overlap, in the order of the text. */
const longest = (ranges: readonly TextRange[]): TextRange[] => {
  const kept: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || range.from >= last.to) kept.push(range);
    else if (range.to > last.to) kept[kept.length - 1] = { from: last.from, to: range.to };
  }
  return kept;
};

/**
 * Words of `text` that were right once and are not on `date` ('YYYY-MM-DD') any more, in the order
 * of the text. Offsets are UTF-16 units of `text` as given.
 */
export const matchStaleFacts = (
  text: string,
  date: string,
  facts: readonly StaleFact[],
): StaleFactHit[] => {
  const folded = foldWithOffsets(text);
  return facts
    .filter(({ staleFrom }) => staleFrom <= date)
    .flatMap((fact) => {
      const excepted = fact.except.flatMap((words) => findFolded(folded, words));
      const ranges = fact.patterns
        .flatMap((words) => findFolded(folded, words))
        .filter((range) => !excepted.some((outer) => inside(range, outer)));
      return longest(ranges).map(({ from, to }) => ({
        from,
        to,
        fact: fact.id,
        kind: fact.kind,
        text: text.slice(from, to),
        sentence: `${fact.known} ${fact.verify}`,
        replacement: fact.replacement,
        verified: fact.verified,
      }));
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
};
