import type { Run } from '../../../shared/model';
import type { LetterSpacing } from './hair-lines';

/** A run, or a part of one, with the space added to each of its letters, in twips. */
export interface SpacedRun extends Run {
  readonly letterSpacing: number;
}

/** Cuts runs where letter spacing starts and ends; `spacings` are in order and do not overlap. */
export const spacedRuns = (
  runs: readonly Run[],
  spacings: readonly LetterSpacing[],
): SpacedRun[] => {
  const pieces: SpacedRun[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    let at = start;
    for (const { from, to, twips } of spacings) {
      if (to <= at || from >= end) continue;
      if (from > at) {
        pieces.push({ ...run, text: run.text.slice(at - start, from - start), letterSpacing: 0 });
      }
      const [first, last] = [Math.max(from, at), Math.min(to, end)];
      pieces.push({
        ...run,
        text: run.text.slice(first - start, last - start),
        letterSpacing: twips,
      });
      at = last;
    }
    if (at < end) pieces.push({ ...run, text: run.text.slice(at - start), letterSpacing: 0 });
    start = end;
  }
  return pieces;
};
