import { z } from 'zod';

/** What the form of a document is known to be. `template` names a form in this program. */
export const dossierFormSchema = z.strictObject({
  /** As the letter names it: 'Phụ lục 1', 'mẫu quy định tại Thông tư số 03/2017/TT-BKHCN'. */
  name: z.string(),
  template: z.string().nullable(),
  /** `verbatim`: the form is here word for word; `basis`: another form stands in, "cần đối chiếu". */
  standing: z.enum(['verbatim', 'basis', 'unknown', 'none']),
  note: z.string().default(''),
});

export const dossierDocumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum([
    'cover-letter',
    'summary-table',
    'proposal-form',
    'commitment',
    'electronic-copy',
    'attachment',
  ]),
  title: z.string().min(1),
  /** The letter's own words. */
  wording: z.string(),
  /** null: the letter does not say how many. */
  copies: z.int().min(1).nullable(),
  media: z.array(z.enum(['paper', 'electronic', 'docx'])).min(1),
  required: z.enum(['always', 'conditional']),
  /** When a conditional document is due, as a sentence; '' otherwise. */
  condition: z.string().default(''),
  form: dossierFormSchema,
});
export type DossierDocument = z.infer<typeof dossierDocumentSchema>;

export const dossierRequirementSchema = z.strictObject({
  documents: z.array(dossierDocumentSchema).min(1),
  /** True: tasks must be listed in the proposer's order of priority. */
  inPriorityOrder: z.boolean(),
  /** Where electronic copies go; '' where the letter names no address. */
  email: z.string().default(''),
  /** What the letter leaves open, for the person to ask. */
  note: z.string().default(''),
});
export type DossierRequirement = z.infer<typeof dossierRequirementSchema>;
