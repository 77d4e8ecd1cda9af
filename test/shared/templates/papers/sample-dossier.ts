import { readdirSync, readFileSync } from 'node:fs';
import hpJson from '../../../../assets/calls/hp-2023-1882.json';
import myLocJson from '../../../../assets/calls/ml-2024-1322.json';
import nationalJson from '../../../../assets/calls/qg-2023-1322-haiphong.json';
import exampleJson from '../../../../assets/examples/de-xuat-mau.json';
import {
  type Block,
  callSchema,
  type DossierData,
  type DossierProposal,
  dossierDataSchema,
  type Flow,
  isPrintable,
  type PaperPlan,
  type ParagraphBlock,
  type Proposal,
  paperSchema,
} from '../../../../shared/model';
import {
  type DossierRequest,
  dossierFrom,
  paperFlow,
  papersOf,
} from '../../../../shared/templates';
import { form } from '../arbitrary-proposal';

const folder = new URL('../../../../assets/papers/', import.meta.url);
export const shippedPapers = readdirSync(folder).map((name) =>
  paperSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);

export const hp = callSchema.parse(hpJson);
export const myLoc = callSchema.parse(myLocJson);
export const national = callSchema.parse(nationalJson);

const example = { ...(exampleJson as object), style: form.typography.style } as Proposal;

export const proposalWith = (
  id: string,
  values: Proposal['values'] = {},
  pages: number | null = 5,
): DossierProposal => ({
  id,
  proposal: { ...example, values: { ...example.values, ...values } },
  template: form,
  pages,
});

export const titles = [
  'Áp dụng ISO 9001:2015 và Lean tại nhà máy ép nhựa',
  'Xây dựng mô hình điểm về năng suất xanh',
  'Đào tạo nhân lực năng suất chất lượng cho 03 trường',
];
export const threeProposals = (): DossierProposal[] =>
  titles.map((title, at) =>
    proposalWith(`p${at + 1}`, {
      i: title,
      ix: { total: 1_000_000_000 + at, state: 600_000_000 + at, matching: 400_000_000 },
    }),
  );

/** A dossier in which everything a person can enter is known. */
export const knownDossier = (
  call: DossierRequest['call'],
  proposals: readonly DossierProposal[],
  more: Partial<DossierData> = {},
): DossierData => {
  const start = dossierFrom({ call, proposals });
  return dossierDataSchema.parse({
    ...start,
    organisation: {
      ...start.organisation,
      parent: 'Tổng công ty Minh Họa',
      shortName: 'NKMH',
      department: 'QLCL',
      taxCode: '0200000000',
      phone: '0225 000 000',
      email: 'vanthu@minhhoa.example',
    },
    letter: { ...start.letter, number: '5', date: '2024-02-05', copiesTo: ['Sở Công Thương'] },
    signer: { authority: 'KT.', body: 'Giám đốc', position: 'Phó Giám đốc', name: 'Trần Thị Bình' },
    recipient: { ...start.recipient, address: '240 Văn Cao', email: 'nhan@noinhan.example' },
    ...more,
  });
};

export const requestOf = (more: Partial<DossierRequest> = {}): DossierRequest => {
  const call = more.call ?? myLoc;
  const proposals = more.proposals ?? threeProposals();
  return {
    call,
    papers: shippedPapers,
    proposals,
    dossier: knownDossier(call, proposals),
    outcomes: [],
    checkedOn: '2024-02-04',
    ...more,
  };
};

export const planOf = (request: DossierRequest, id: string): PaperPlan => {
  const plan = papersOf(request).find((one) => one.id === id);
  if (plan === undefined) throw new Error(`no paper ${id}`);
  return plan;
};

export const flowOf = (request: DossierRequest, id: string): Flow => {
  const plan = planOf(request, id);
  if (!isPrintable(plan)) throw new Error(`${id} is brought from elsewhere`);
  return paperFlow(plan);
};

export const paragraphsIn = (blocks: readonly Block[]): ParagraphBlock[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') {
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
    }
    return block.kind === 'paragraph' ? [block] : block.kind === 'signature' ? block.blocks : [];
  });

export const textOf = (block: ParagraphBlock): string =>
  block.runs.map(({ text }) => text).join('');

/** All printed words, one paragraph a line. */
export const wordsIn = (flow: Flow): string => paragraphsIn(flow.blocks).map(textOf).join('\n');
