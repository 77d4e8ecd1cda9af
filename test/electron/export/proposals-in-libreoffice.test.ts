import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentAgreement, measureAgreement } from '../../agreement/measure-agreement';
import { PROPOSAL_SEEDS, proposalCorpusFlow } from '../../corpus/proposal-flow';

/** A few of the proposals that `npm run test:agreement -- --from=80000` compares by the hundred. */
const documents = Array.from({ length: 6 }, (_, at) => ({
  name: `proposal-${PROPOSAL_SEEDS + 100 + at}`,
  flow: proposalCorpusFlow(PROPOSAL_SEEDS + 100 + at),
}));

let folder: string;
let measured: readonly DocumentAgreement[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bdx-proposals-'));
  measured = await measureAgreement(folder, documents);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(documents.map(({ name }, at) => [name, at] as const))(
  '%s: its words through the form have the lines and pages of the page list',
  (_, at) => {
    const each = measured[at];
    expect(each?.lines).toBeGreaterThan(0);
    expect(each?.pdf).toMatchObject({ pages: each?.pages, disagreements: [] });
    expect(each?.libreOffice.pages).toBe(each?.pages);
    expect(each?.libreOffice.disagreements).toEqual([]);
  },
);
