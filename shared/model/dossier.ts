import { z } from 'zod';
import { civilDateSchema } from './deadline';
import { contactSchema } from './values';

/** Empty texts and null mean "not known": papers then have a blank to fill by hand. */
const text = z.string().default('');
const day = civilDateSchema.nullable().default(null);
const ids = z.array(z.string()).default([]);

const nobody = { name: '', position: '', phone: '', email: '' };

/** Who proposes, with what an official letter needs beyond part X of a form. */
export const dossierOrganisationSchema = z.strictObject({
  /** True: a person, who signs without a seal. */
  individual: z.boolean().default(false),
  name: text,
  /** The body above, where there is one; stands over the name in the head of a letter. */
  parent: text,
  /** Letters of the organisation and of the drafting unit in the sign of a letter: 'NKMH', 'QLCL'. */
  shortName: text,
  department: text,
  address: text,
  /** Place in the date line: 'Hải Phòng'. */
  place: text,
  taxCode: text,
  phone: text,
  email: text,
});
export type DossierOrganisation = z.infer<typeof dossierOrganisationSchema>;

export const signingAuthorities = ['', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;

export const signerSchema = z.strictObject({
  /** How the signer stands in for somebody: TM. (for a body), KT., TL., TUQ. (for a head), Q. (acting). */
  authority: z.enum(signingAuthorities).default(''),
  /** For whom: 'HỘI ĐỒNG QUẢN TRỊ' after TM., 'GIÁM ĐỐC' after KT., TL., TUQ. */
  body: text,
  position: text,
  /** Without titles and degrees. */
  name: text,
});
export type Signer = z.infer<typeof signerSchema>;

export const commitmentSchema = z.strictObject({
  enterprise: z
    .strictObject({
      name: text,
      address: text,
      taxCode: text,
      representative: text,
      position: text,
    })
    .default({ name: '', address: '', taxCode: '', representative: '', position: '' }),
  /** In the enterprise's own words; '' leaves lines to write on. */
  need: text,
  cooperation: text,
  reception: text,
  /** Whole đồng that the enterprise brings in; null: what the proposal says. */
  amount: z.number().finite().nullable().default(null),
  date: day,
});
export type Commitment = z.infer<typeof commitmentSchema>;

/** Words for the summary table in place of those taken from the proposal. */
export const summarySchema = z.strictObject({
  necessity: text,
  objectives: text,
  contents: text,
  results: text,
  places: text,
  note: text,
});
export type TaskSummary = z.infer<typeof summarySchema>;

export const countSchema = z.strictObject({
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
});

/** What a person enters for one dossier, beyond the proposals themselves. Plain data. */
export const dossierDataSchema = z.strictObject({
  organisation: dossierOrganisationSchema.prefault({}),
  letter: z
    .strictObject({
      /** Given after signing, so often still empty. */
      number: text,
      date: day,
      /** After 'V/v'; '' for the usual words. */
      about: text,
      /** 'Kính gửi', one entry a line. */
      addressees: z.array(z.string()).default([]),
      /** 'Nơi nhận' between 'Như trên' and 'Lưu'. */
      copiesTo: z.array(z.string()).default([]),
    })
    .prefault({}),
  signer: signerSchema.prefault({}),
  contact: contactSchema.default(nobody),
  /** Where the dossier is handed in. */
  recipient: z.strictObject({ name: text, address: text, email: text }).prefault({}),
  /** Proposals in the order of priority; those not named follow. */
  priority: ids,
  /** Proposals that build a model point ("mô hình điểm"). */
  modelPoint: ids,
  commitments: z.record(z.string(), commitmentSchema).default({}),
  summaries: z.record(z.string(), summarySchema).default({}),
  /** Originals and copies by paper, where they differ from what the call asks. */
  counts: z.record(z.string(), countSchema).default({}),
  /** Papers the person leaves out, and papers brought from elsewhere that are at hand. */
  without: ids,
  have: ids,
});
export type DossierData = z.infer<typeof dossierDataSchema>;

export const emptyDossier = (): DossierData => dossierDataSchema.parse({});
export const emptyCommitment = (): Commitment => commitmentSchema.parse({});
export const emptySummary = (): TaskSummary => summarySchema.parse({});
