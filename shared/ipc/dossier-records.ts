import { z } from 'zod';
import {
  courseSchema,
  dossierDataSchema,
  dossierSteps,
  findingSchema,
  freezeSchema,
  outcomes,
  type PageList,
  pageFurnitureSchema,
  paperFormats,
  sealPictureSchema,
  signedFileSchema,
  signingPictureSchema,
} from '../model';

/** A dossier and what is known of its papers, as it travels to the window. */

const instant = z.iso.datetime();
export const dossierStepSchema = z.enum(dossierSteps);

export const dossierPaperSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  required: z.enum(['always', 'conditional', 'ours']),
  condition: z.string(),
  originals: z.int(),
  copies: z.int(),
  /** False: the call does not say how many. */
  countKnown: z.boolean(),
  media: z.array(z.enum(['paper', 'electronic', 'docx'])),
  /** What is known of the form: '' or a sentence to heed. */
  note: z.string(),
  proposals: z.array(z.string()),
  /** Goes into the envelope. */
  enclosed: z.boolean(),
  /** False: the person brings it. */
  printable: z.boolean(),
  /** Of a paper brought from elsewhere: it is at hand. */
  have: z.boolean(),
  pages: z.int().nullable(),
  /** False: the frozen paper says something else than the proposal says now. */
  fits: z.boolean(),
  signed: z.array(signedFileSchema),
});
export type DossierPaper = z.infer<typeof dossierPaperSchema>;

export const freezeSummarySchema = freezeSchema.omit({ plans: true, signed: true });
export type FreezeSummary = z.infer<typeof freezeSummarySchema>;

export const dossierRecordSchema = z.strictObject({
  /** The proposal that carries the dossier. */
  lead: z.string(),
  call: z.strictObject({ id: z.string(), title: z.string() }),
  /** In order of priority. */
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      pages: z.int().nullable(),
      pageLimit: z.int(),
      errors: z.int(),
      /** Its words are others than those frozen. */
      changed: z.boolean(),
    }),
  ),
  /** Other proposals of the same call that could join. */
  candidates: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  data: dossierDataSchema,
  papers: z.array(dossierPaperSchema),
  /** Papers the person leaves out. */
  left: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  findings: z.array(findingSchema.extend({ proposal: z.string().nullable() })),
  /** The version that holds; null: a draft. */
  freeze: freezeSummarySchema.nullable(),
  past: z.array(freezeSummarySchema),
  course: courseSchema,
  done: z.array(dossierStepSchema),
  step: dossierStepSchema,
  /** The name under which the register is kept. */
  actor: z.string(),
});
export type DossierRecord = z.infer<typeof dossierRecordSchema>;

export const furnitureSchema = pageFurnitureSchema;

/** Pictures of signature and seal that are kept, and the warning that stands beside them. */
export const signingPicturesSchema = z.strictObject({
  signature: signingPictureSchema.nullable(),
  seal: sealPictureSchema.nullable(),
  warning: findingSchema,
});
export type SigningPicturesRecord = z.infer<typeof signingPicturesSchema>;

/** What a person should know of a paper that was shown or written. */
const warnings = z.array(findingSchema);

export const paperPagesSchema = z.strictObject({
  title: z.string(),
  pageList: z.custom<PageList>(
    (list) => typeof list === 'object' && list !== null && 'pages' in list,
  ),
  furniture: furnitureSchema,
  warnings,
});
export type PaperPages = z.infer<typeof paperPagesSchema>;

export const writtenPaperSchema = z.strictObject({
  fileName: z.string(),
  folder: z.string(),
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  warnings,
});

/** What is written of a whole dossier. */
export const dossierPartsSchema = z.strictObject({
  /** Each paper as PDF and DOCX, with its signed form. */
  separate: z.boolean(),
  /** The enclosed papers in one PDF, in order, behind a contents page. */
  bound: z.boolean(),
  /** What goes by e-mail: Word file and PDF of each enclosed paper, and the words of the message. */
  email: z.enum(['none', 'folder', 'zip']),
  /** With the pictures of signature and seal. */
  pictures: z.boolean().optional(),
});
export type DossierParts = z.infer<typeof dossierPartsSchema>;

/** A message for the person's own mail program; nothing is sent from here. */
export const emailDraftSchema = z.strictObject({
  /** '' where no address is known. */
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int() })),
  /** Of all files together. */
  bytes: z.int(),
  /** True: more than many mail servers take. */
  isLarge: z.boolean(),
});
export type DossierEmail = z.infer<typeof emailDraftSchema>;

export const writtenFolderSchema = z.strictObject({
  folder: z.string(),
  /** Names below `folder`; a file of the e-mail folder has that folder's name before it. */
  files: z.array(
    z.strictObject({
      fileName: z.string(),
      bytes: z.int(),
      kind: z.enum(['paper', 'signed', 'bound', 'email']),
    }),
  ),
  bytes: z.int(),
  /** The message whose package was written; null: none was asked for. */
  email: emailDraftSchema.nullable(),
  /** Titles of signed papers left out because they no longer say what the dossier says. */
  stale: z.array(z.string()),
  warnings,
});
export type WrittenFolder = z.infer<typeof writtenFolderSchema>;

export const registerEntrySchema = z.strictObject({
  id: z.int(),
  at: instant,
  kind: z.string(),
  proposalId: z.string(),
  title: z.string(),
  actor: z.string(),
  /** What was done, as one line. */
  text: z.string(),
  code: z.string(),
  sha256: z.string(),
  pages: z.int().nullable(),
  /** False: this entry, or its place in the chain, was altered. */
  intact: z.boolean(),
});
export type RegisterRecord = z.infer<typeof registerEntrySchema>;

export const boardRowSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  callTitle: z.string(),
  /** How many proposals lie in the dossier. */
  proposals: z.int(),
  step: dossierStepSchema,
  code: z.string(),
  changed: z.boolean(),
  paperOn: z.string().nullable(),
  electronicOn: z.string().nullable(),
  receiptNumber: z.string(),
  status: z.enum(outcomes).nullable(),
  statusOn: z.string().nullable(),
  note: z.string(),
  modifiedAt: instant,
});
export type BoardRow = z.infer<typeof boardRowSchema>;

const trust = z.enum(['trusted', 'untrusted', 'unknown']);

export const verificationSchema = z.strictObject({
  fileName: z.string(),
  /** File names of the certificates of authorities that were relied upon. */
  roots: z.array(z.string()),
  format: z.enum(['pdf', 'docx']),
  intact: z.boolean(),
  coversWholeFile: z.boolean(),
  signer: z.string().nullable(),
  signedAt: z.string().nullable(),
  trust,
  reasons: z.array(z.string()),
  signatures: z.array(
    z.strictObject({
      verdict: z.enum(['intact', 'changed', 'unclear']),
      signedPartHolds: z.boolean(),
      coversWholeFile: z.boolean(),
      signer: z.string().nullable(),
      issuer: z.string().nullable(),
      signedAt: z.string().nullable(),
      certificateFrom: z.string().nullable(),
      certificateUntil: z.string().nullable(),
      trust,
      reasons: z.array(z.string()),
    }),
  ),
});
export type Verification = z.infer<typeof verificationSchema>;

export const paperFormatSchema = z.enum(paperFormats);
