/**
 * Adds runs of one row to kept outcomes, as a run of `npm run test:faults` does beside others.
 * Arguments: folder, row, number of runs.
 */
import { join } from 'node:path';
import { addRun, changeOutcomes } from '../kept-outcomes';
import { Tally } from '../outcome';

const [, , folder = '', key = '', runs = '0'] = process.argv;
const place = {
  file: join(folder, 'outcomes.json'),
  page: join(folder, 'page.md'),
  lock: join(folder, 'lock'),
};
for (let run = 0; run < Number(runs); run += 1) {
  const tally = new Tally(key, 'Sự cố');
  tally.trial(null);
  changeOutcomes(
    (kept) =>
      addRun(
        kept,
        {
          key,
          outcome: tally.outcome,
          reduced: 1,
          full: 1,
          isControl: false,
          first: '2026-11-26',
          last: '2026-11-26',
          source: 'abc',
          machine: 'm',
        },
        [],
      ),
    place,
  );
}
