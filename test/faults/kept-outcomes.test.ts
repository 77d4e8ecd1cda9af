import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, runProgram } from './build-program';
import { addRun, type KeptOutcomes, type KeptRow, readOutcomes, trialsOf } from './kept-outcomes';
import { Tally } from './outcome';
import { reliabilityPage } from './reliability-page';

const NOTHING: KeptOutcomes = { rows: [], figures: null };

const runOf = (key: string, trials: number, more: Partial<KeptRow> = {}): KeptRow => {
  const tally = new Tally(key, 'Sự cố');
  for (let trial = 0; trial < trials; trial += 1) tally.trial(null);
  tally.add('acknowledged', 2 * trials);
  tally.most('slowest answer, ms', trials);
  return {
    key,
    outcome: tally.outcome,
    reduced: 1,
    full: 10,
    isControl: false,
    first: '2026-11-25',
    last: '2026-11-25',
    source: 'aaa',
    machine: 'm',
    ...more,
  };
};

const kept = (...runs: readonly KeptRow[]): KeptOutcomes =>
  runs.reduce((before, run) => addRun(before, run, ['one', 'two']), NOTHING);

describe('kept outcomes', () => {
  it('add runs of a row up, and keep the rows in their order', () => {
    const { rows } = kept(runOf('two', 4), runOf('one', 2), runOf('two', 3));
    expect(rows.map(({ key, outcome }) => [key, outcome.trials])).toEqual([
      ['one', 2],
      ['two', 7],
    ]);
    expect(rows[1]?.outcome.figures).toEqual({ acknowledged: 14 });
    expect(rows[1]?.outcome.most).toEqual({ 'slowest answer, ms': 4 });
  });

  it('name the sources of the first and the last run', () => {
    const later = { first: '2026-11-26', last: '2026-11-26' };
    const page = (...runs: readonly KeptRow[]): string => reliabilityPage(kept(...runs));
    expect(page(runOf('one', 1))).toContain('| 25/11/2026 | aaa |');
    expect(page(runOf('one', 1), runOf('one', 1))).toContain('| 25/11/2026 | aaa |');
    expect(
      page(
        runOf('one', 1),
        runOf('one', 1, { source: 'bbb' }),
        runOf('one', 1, { ...later, source: 'ccc' }),
      ),
    ).toContain('| 25/11/2026 – 26/11/2026 | aaa – ccc |');
  });

  it('lose no run of several that go on side by side', async () => {
    const folder = quickFolder('bdx-kept-');
    try {
      const program = await buildProgram('outcome-keeper');
      const keys = ['one', 'two', 'three'];
      const runs = await Promise.all(keys.map((key) => runProgram(program, [folder, key, '40'])));
      expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
      const place = { file: join(folder, 'outcomes.json'), page: '', lock: '' };
      expect(keys.map((key) => trialsOf(readOutcomes(place), key))).toEqual([40, 40, 40]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
