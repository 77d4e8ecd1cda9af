import { z } from 'zod';
import { deadlineSchema, officeHoursSchema } from './deadline';
import { dossierRequirementSchema } from './dossier-requirement';

export const CALL_FORMAT = 'ban-de-xuat/call';

export interface Orientation {
  id: string;
  text: string;
  children: Orientation[];
}
export const orientationSchema: z.ZodType<Orientation> = z.lazy(() =>
  z.strictObject({ id: z.string(), text: z.string(), children: z.array(orientationSchema) }),
);

export const recipientSchema = z.strictObject({
  name: z.string(),
  address: z.string(),
  deadline: deadlineSchema.nullable(),
  note: z.string(),
  /** 1: takes papers from proposers; 2: takes what the recipients of step 1 gathered. */
  step: z.int().min(1).max(9).default(1),
  /** Who hands in here, in the letter's words; '' for the proposer. */
  sender: z.string().default(''),
  /** null: not in the letter; the organisation's settings say what to assume. */
  hours: officeHoursSchema.nullable().default(null),
  email: z.string().default(''),
});
export type Recipient = z.infer<typeof recipientSchema>;

/** A legal reference the call stands on; `wording` as the letter cites it. */
export const callReferenceSchema = z.strictObject({
  reference: z.string().regex(/^[a-z0-9-]+$/),
  /** `relays`: the call passes this notice on. */
  role: z.enum(['relays', 'basis', 'programme', 'procedure', 'form']),
  wording: z.string(),
});
export type CallReference = z.infer<typeof callReferenceSchema>;

export const callContactSchema = z.strictObject({
  name: z.string(),
  position: z.string(),
  phone: z.string(),
  email: z.string(),
});

export const callSchema = z.strictObject({
  format: z.literal(CALL_FORMAT),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** null where the source letter has no number. */
  number: z.string().nullable(),
  /** ISO date; 'YYYY-MM' where the day is missing in the source. */
  date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  issuer: z.string(),
  level: z.enum(['city', 'national', 'district']),
  programme: z.string(),
  title: z.string(),
  round: z.int().min(1).nullable(),
  recipients: z.array(recipientSchema).min(1),
  deadline: deadlineSchema,
  contacts: z.array(callContactSchema),
  templates: z.array(z.string()),
  orientations: z.array(orientationSchema),
  portals: z.array(z.string()),
  /** The letter in full, as paragraphs, so that it can be read in the program. */
  letter: z.array(z.string()),
  /** Scan faults mended where the meaning is certain: what stood there and what we made of it. */
  corrections: z.array(z.strictObject({ original: z.string(), corrected: z.string() })),
  /** What the person should verify before relying on this record. */
  cautions: z.array(z.string()),
  /** "Kính gửi", one entry a line. */
  addressees: z.array(z.string()).default([]),
  /** What to send, in which form and how many copies; null where nobody has entered it yet. */
  dossier: dossierRequirementSchema.nullable().default(null),
  /** General demands on every proposed task. */
  requirements: z.array(z.string()).default([]),
  /** What the letter says it prefers, in its words. */
  priorities: z.array(z.string()).default([]),
  references: z.array(callReferenceSchema).default([]),
  /** Facts the letter should state and does not: shown as "chưa rõ", never filled in by us. */
  unknowns: z.array(z.strictObject({ what: z.string(), note: z.string() })).default([]),
  /** Where the text came from. */
  source: z.string().default(''),
});
export type Call = z.infer<typeof callSchema>;
