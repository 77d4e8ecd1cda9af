import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import { emptyProposal, isPrintable } from '../../../shared/model';
import { paperFlow, papersOf, proposalFlow } from '../../../shared/templates';
import { type DocumentAgreement, measureAgreement } from '../../agreement/measure-agreement';
import {
  hp,
  knownDossier,
  proposalWith,
  requestOf,
} from '../../shared/templates/papers/sample-dossier';

const single = [proposalWith('mot')];
const plans = [
  ...papersOf(requestOf()),
  ...papersOf(requestOf({ call: hp, proposals: single, dossier: knownDossier(hp, single) })).map(
    (plan) => ({ ...plan, id: `mot-${plan.id}` }),
  ),
];
const documents = [
  ...plans.flatMap((plan) =>
    isPrintable(plan) && plan.kind !== 'proposal-form'
      ? [{ name: plan.id.replace(':', '-'), flow: paperFlow(plan) }]
      : [],
  ),
  ...loadShippedData()
    .templates.filter(({ id }) => id.startsWith('tt03'))
    .map((template) => ({
      name: template.id,
      flow: proposalFlow(emptyProposal({ id: 'ml-2024-1322' }, template), template),
    })),
];

let folder: string;
let measured: readonly DocumentAgreement[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bdx-papers-'));
  measured = await measureAgreement(folder, documents);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each(documents.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
  const each = measured[at];
  expect(each?.lines).toBeGreaterThan(0);
  expect(each?.libreOffice.pages).toBe(each?.pages);
  expect(each?.pdf).toMatchObject({ pages: each?.pages, disagreements: [] });
  expect(each?.libreOffice.disagreements.filter(({ cause }) => cause === 'rule')).toEqual([]);
});
