import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Flow } from '../../../shared/model';
import { type DocumentAgreement, measureAgreement } from '../../agreement/measure-agreement';
import { corpusFlow } from '../../corpus';
import { awkwardFlows } from './awkward-flows';
import { paperOf, sampleProposal } from './sample-paper';

/** A few short documents of each size of type; `npm run test:agreement` compares hundreds. */
const SEEDS = [2, 10, 17, 26, 30, 45];

const documents: readonly { readonly name: string; readonly flow: Flow }[] = [
  { name: 'proposal', flow: paperOf(sampleProposal()).flow },
  { name: 'proposal-13', flow: paperOf(sampleProposal({ fontSize: 13, lineSpacing: 1.15 })).flow },
  ...Object.entries(awkwardFlows).map(([title, make]) => ({
    name: title.replaceAll(/[ ,]+/g, '-'),
    flow: make(),
  })),
  ...SEEDS.map((seed) => ({ name: `seed-${seed}`, flow: corpusFlow(seed) })),
];

let folder: string;
let measured: readonly DocumentAgreement[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bdx-agreement-'));
  measured = await measureAgreement(folder, documents);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(documents.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
  const each = measured[at];
  expect(each?.lines).toBeGreaterThan(0);
  expect(each?.pdf).toEqual({
    lines: each?.lines,
    pages: each?.pages,
    disagreements: [],
    isShifted: false,
  });
  expect(each?.libreOffice.disagreements.filter(({ cause }) => cause === 'rule')).toEqual([]);
  if (each?.libreOffice.isShifted === false) expect(each.libreOffice.pages).toBe(each.pages);
});

test('nearly every line breaks alike, letter for letter', () => {
  const lines = measured.reduce((sum, each) => sum + each.lines, 0);
  const wrong = measured.reduce((sum, each) => sum + each.libreOffice.disagreements.length, 0);
  expect(wrong / lines).toBeLessThan(0.005);
});
