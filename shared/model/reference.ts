import { z } from 'zod';
import { civilDateSchema } from './deadline';

export const REFERENCES_FORMAT = 'ban-de-xuat/references';

const slug = z.string().regex(/^[a-z0-9-]+$/);

/** How far a record is known: read in the document or a letter that quotes it, or only reported. */
export const referenceSources = ['source', 'secondary', 'unconfirmed'] as const;

/** Two readings of one fact that cannot both be right. */
export const referenceConflictSchema = z.strictObject({
  field: z.enum(['number', 'date', 'issuer', 'title']),
  readings: z
    .array(z.strictObject({ value: z.string(), where: z.string(), wording: z.string() }))
    .min(2),
  /** The reading used until a person decides, and why. */
  preferred: z.string(),
  note: z.string(),
});
export type ReferenceConflict = z.infer<typeof referenceConflictSchema>;

export const legalReferenceSchema = z.strictObject({
  id: slug,
  /** 'Kế hoạch', 'Thông tư' … as it opens a citation. */
  type: z.string().min(1),
  /** '06/KH-UBND'; null for laws named only by title. */
  number: z.string().nullable(),
  /** Other spellings met in letters; matched, never written. */
  variants: z.array(z.string()).default([]),
  date: civilDateSchema.nullable(),
  /** null where no source read so far says it. */
  issuer: z.string().nullable(),
  /** Trích yếu, starting the way it goes on from "của …": 'về …', 'quy định …'. */
  title: z.string().nullable(),
  validity: z.strictObject({
    state: z.enum(['in-force', 'replaced', 'ended', 'historical', 'unknown']),
    from: civilDateSchema.nullable(),
    to: civilDateSchema.nullable(),
    note: z.string(),
  }),
  /** True only where number and date were read in a document at hand. */
  verified: z.boolean(),
  knownBy: z.enum(referenceSources),
  sources: z.array(z.string()).min(1),
  replacedBy: z
    .array(z.strictObject({ reference: slug, verified: z.boolean(), note: z.string() }))
    .default([]),
  amends: z.array(slug).default([]),
  conflicts: z.array(referenceConflictSchema).default([]),
  note: z.string().default(''),
});
export type LegalReference = z.infer<typeof legalReferenceSchema>;

export const referenceFileSchema = z.strictObject({
  format: z.literal(REFERENCES_FORMAT),
  version: z.literal(1),
  title: z.string(),
  asOf: civilDateSchema,
  references: z.array(legalReferenceSchema),
});
