import { z } from 'zod';
import { civilDateSchema } from './deadline';
import { dossierDataSchema } from './dossier';
import type { PaperPlan } from './paper-plan';

/** What is kept of a dossier beside its proposals: who is in it, and what was entered. */
export const dossierPartSchema = z.strictObject({
  /** Ids of its proposals; the first one carries the dossier. */
  proposals: z.array(z.string()).min(1).max(50),
  data: dossierDataSchema,
});
export type DossierPart = z.infer<typeof dossierPartSchema>;

export const paperFormats = ['pdf', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/** A paper as it was written at the freeze; its bytes lie in a file of that name. */
export const frozenFileSchema = z.strictObject({
  paper: z.string(),
  format: z.enum(paperFormats),
  fileName: z.string(),
  pages: z.int(),
  bytes: z.int(),
  sha256,
});
export type FrozenFile = z.infer<typeof frozenFileSchema>;

/** A signed file of a frozen paper. `elsewhere`: signed by another program and taken back. */
export const signedFileSchema = frozenFileSchema.extend({
  signer: z.string(),
  signedAt: z.string(),
  origin: z.enum(['here', 'elsewhere']),
  at: instant,
});
export type SignedFile = z.infer<typeof signedFileSchema>;

export const freezeSchema = z.strictObject({
  /** Eight letters and digits in two groups: '7K3M-Q2XD'. */
  code: z.string(),
  at: instant,
  actor: z.string(),
  /** Of the canonical JSON of `plans` and `at`; the code is its beginning. */
  sha256,
  proposals: z.array(
    z.strictObject({ id: z.string(), title: z.string(), revision: z.int(), sha256 }),
  ),
  /** The papers themselves as data, so that they can be drawn again to the byte. */
  plans: z.array(z.custom<PaperPlan>((plan) => typeof plan === 'object' && plan !== null)),
  files: z.array(frozenFileSchema),
  signed: z.array(signedFileSchema),
  ended: z.strictObject({ at: instant, actor: z.string(), reason: z.string() }).nullable(),
});
export type Freeze = z.infer<typeof freezeSchema>;

const day = civilDateSchema;

export const deliverySchema = z.strictObject({
  medium: z.enum(['paper', 'electronic']),
  on: day,
  /** Code of the frozen version that was handed in; '' where nothing was frozen. */
  code: z.string(),
  /** How: in person, by post with its number, to which address. */
  method: z.string(),
  note: z.string(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const receiptSchema = z.strictObject({
  on: day,
  /** 'HH:MM', or '' where the receipt does not say. */
  time: z.string(),
  receiver: z.string(),
  number: z.string(),
  note: z.string(),
  /** Id of the attachment that shows it. */
  photo: z.string().nullable(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** What came of a dossier that was handed in. */
export const outcomes = ['waiting', 'supplement', 'selected', 'rejected'] as const;
export const outcomeSchema = z.strictObject({
  status: z.enum(outcomes),
  on: day,
  note: z.string(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** What happened to the papers after they were written; each change is in the register too. */
export const courseSchema = z.strictObject({
  signed: z.strictObject({ on: day, by: z.string() }).nullable().default(null),
  sealed: z.strictObject({ on: day }).nullable().default(null),
  deliveries: z.array(deliverySchema).default([]),
  receipt: receiptSchema.nullable().default(null),
  /** Newest last. */
  outcomes: z.array(outcomeSchema).default([]),
});
export type Course = z.infer<typeof courseSchema>;
export const emptyCourse = (): Course => courseSchema.parse({});

/** One thing that happened, as the person enters it. null takes a signature or seal back. */
export const courseEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed'), on: day.nullable(), by: z.string().max(300) }),
  z.strictObject({ kind: z.literal('sealed'), on: day.nullable() }),
  z.strictObject({ kind: z.literal('delivery'), delivery: deliverySchema.omit({ code: true }) }),
  z.strictObject({ kind: z.literal('receipt'), receipt: receiptSchema }),
  z.strictObject({ kind: z.literal('outcome'), outcome: outcomeSchema }),
]);
export type CourseEntry = z.infer<typeof courseEntrySchema>;

/** The course after an entry. */
export const withEntry = (course: Course, entry: CourseEntry, code: string): Course => {
  switch (entry.kind) {
    case 'signed':
      return { ...course, signed: entry.on === null ? null : { on: entry.on, by: entry.by } };
    case 'sealed':
      return { ...course, sealed: entry.on === null ? null : { on: entry.on } };
    case 'delivery':
      return { ...course, deliveries: [...course.deliveries, { ...entry.delivery, code }] };
    case 'receipt':
      return { ...course, receipt: entry.receipt };
    case 'outcome':
      return { ...course, outcomes: [...course.outcomes, entry.outcome] };
  }
};

export const dossierSteps = ['write', 'check', 'sign', 'seal', 'deliver', 'follow'] as const;
export type DossierStep = (typeof dossierSteps)[number];

/** What decides how far a dossier has come. */
export interface StepFacts {
  /** Every part of every proposal has an answer. */
  readonly written: boolean;
  /** No error is left. */
  readonly checked: boolean;
  readonly frozen: boolean;
  /** A person signs without a seal. */
  readonly individual: boolean;
  /** Some paper carries a digital signature. */
  readonly digital: boolean;
  readonly course: Course;
}

/** The steps that are behind the dossier; each by its own facts, not by the one before. */
export const doneSteps = (facts: StepFacts): DossierStep[] => {
  const { course, frozen } = facts;
  const signed = frozen && (course.signed !== null || facts.digital);
  const last = course.outcomes.at(-1)?.status;
  const done: Record<DossierStep, boolean> = {
    write: facts.written || frozen,
    check: facts.checked || frozen,
    sign: signed,
    seal: signed && (course.sealed !== null || facts.individual),
    deliver: course.deliveries.length > 0,
    follow: last === 'selected' || last === 'rejected',
  };
  return dossierSteps.filter((step) => done[step]);
};

/** The first step that is still to be done; the last one when all are. */
export const currentStep = (done: readonly DossierStep[]): DossierStep =>
  dossierSteps.find((step) => !done.includes(step)) ?? 'follow';
