import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import { draftFurniture, frozenFurniture } from '../../../electron/export';
import { layoutFlow, placePictures } from '../../../shared/layout';
import {
  emptyProposal,
  isPrintable,
  type PageFurniture,
  type SigningPictures,
} from '../../../shared/model';
import { paperFlow, papersOf, proposalFlow } from '../../../shared/templates';
import {
  type ComparedDocument,
  type DocumentAgreement,
  measureAgreement,
} from '../../agreement/measure-agreement';
import {
  flowOf,
  hp,
  knownDossier,
  proposalWith,
  requestOf,
} from '../../shared/templates/papers/sample-dossier';
import { BLUE, inkPicture, RED } from './sample-picture';

const single = [proposalWith('mot')];
const plans = [
  ...papersOf(requestOf()),
  ...papersOf(requestOf({ call: hp, proposals: single, dossier: knownDossier(hp, single) })).map(
    (plan) => ({ ...plan, id: `mot-${plan.id}` }),
  ),
];
const draft: PageFurniture = draftFurniture();
const frozen: PageFurniture = frozenFurniture({ code: '7K3M-Q2XD', sha256: 'a'.repeat(64) }, '');
const pictures: SigningPictures = {
  signature: {
    png: inkPicture(300, 120, BLUE).toString('base64'),
    width: 300,
    height: 120,
    addedAt: '2024-03-20T02:00:00.000Z',
    notes: [],
  },
  seal: {
    png: inkPicture(240, 240, RED).toString('base64'),
    width: 240,
    height: 240,
    addedAt: '2024-03-20T02:00:00.000Z',
    notes: [],
    diameter: 36,
  },
};

/** The same paper as a draft, and frozen with pictures in the room for signing: no line may move. */
const furnished = ({ name, flow }: ComparedDocument): ComparedDocument[] => [
  { name: `${name}-nhap`, flow, furniture: draft },
  {
    name: `${name}-khoa`,
    flow,
    furniture: { ...frozen, pictures: placePictures(flow, layoutFlow(flow), pictures) },
  },
];

const plain: readonly ComparedDocument[] = [
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
const FURNISHED = [
  'cover-letter',
  'summary-table',
  'commitment-p1',
  'check-report',
  'tt03-2017-a1-dxnv',
];
/** Five pages of a city's form, filled: page numbers, lists, tables, the room for signing at its end. */
const filled = { name: 'ban-de-xuat', flow: flowOf(requestOf(), 'proposal:p1') };
const documents = [
  ...plain,
  ...plain.filter(({ name }) => FURNISHED.includes(name)).flatMap(furnished),
  ...furnished(filled),
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

test('papers with furniture are among them', () => {
  expect(documents).toHaveLength(plain.length + 2 * (FURNISHED.length + 1));
});

test.each(documents.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
  const each = measured[at];
  expect(each?.lines).toBeGreaterThan(0);
  expect(each?.libreOffice.pages).toBe(each?.pages);
  expect(each?.pdf).toMatchObject({ pages: each?.pages, disagreements: [] });
  expect(each?.libreOffice.disagreements.filter(({ cause }) => cause === 'rule')).toEqual([]);
});
