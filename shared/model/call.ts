import { z } from 'zod';

export const CALL_FORMAT = 'ban-de-xuat/call';

/** `hour` is 'HH:MM' or null where the letter names none; `wording` is the letter's own. */
export const deadlineSchema = z.strictObject({
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  hour: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  wording: z.string(),
  /** True where the named moment itself is still in time ("trong ngày"), false for "trước". */
  inclusive: z.boolean(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

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
});

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
});
export type Call = z.infer<typeof callSchema>;
