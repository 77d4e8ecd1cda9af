import { isKeptHyphen } from '../../../shared/layout';
import type { Run } from '../../../shared/model';

const KEPT = '\u2011';

/**
 * Rule L12 in the file: word processors differ on whether 'COVID-19' may be cut behind its hyphen,
 * so that hyphen is written as one that may not. A run can end inside such a word, hence the
 * paragraph as a whole; lengths stay. `lineEnds`: offsets at which its lines end. Where a word wider
 * than its column is cut right before such a hyphen, LibreOffice would leave a kept one above the cut.
 */
export const keepHyphens = (runs: readonly Run[], lineEnds: readonly number[]): readonly Run[] => {
  const text = runs.map((run) => run.text).join('');
  if (!text.includes('-')) return runs;
  let start = 0;
  return runs.map((run) => {
    const from = start;
    start += run.text.length;
    const letters = Array.from({ length: run.text.length }, (_, at) =>
      isKeptHyphen(text, from + at) && !lineEnds.includes(from + at) ? KEPT : run.text.charAt(at),
    ).join('');
    return letters === run.text ? run : { ...run, text: letters };
  });
};
