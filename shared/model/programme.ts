import { z } from 'zod';

export const PROGRAMMES_FORMAT = 'ban-de-xuat/programmes';

const slug = z.string().regex(/^[a-z0-9-]+$/);
const yearSchema = z.int().min(1990).max(2100);
export const yearSpanSchema = z.strictObject({ from: yearSchema, to: yearSchema });

export const correctionSchema = z.strictObject({ original: z.string(), corrected: z.string() });

export const programmeTaskSchema = z.strictObject({
  id: slug,
  /** Group of the plan's table, 'I' … ; null where the table has no groups. */
  group: z.string().nullable(),
  /** Number as printed, from 1 in every group. */
  number: z.int().min(1),
  title: z.string().min(1),
  /** Points under the task ('+ …' in the plan), without the plus sign. */
  details: z.array(z.string()).default([]),
  /** Cơ quan chủ trì, one entry each, as printed. */
  leadBodies: z.array(z.string().min(1)).min(1),
  period: yearSpanSchema,
});
export type ProgrammeTask = z.infer<typeof programmeTaskSchema>;

export const programmeSchema = z.strictObject({
  id: slug,
  title: z.string().min(1),
  period: yearSpanSchema,
  aims: z.array(z.string().min(1)).min(1),
  groups: z.array(z.strictObject({ numeral: z.string(), title: z.string() })),
  tasks: z.array(programmeTaskSchema).min(1),
  /** id of the legal reference the programme stands in. */
  reference: slug,
  /** True: kept to read and to cite, not to apply to. */
  historical: z.boolean(),
  note: z.string().default(''),
  /** Scan faults mended where the meaning is certain. */
  corrections: z.array(correctionSchema).default([]),
});
export type Programme = z.infer<typeof programmeSchema>;

export const programmeFileSchema = z.strictObject({
  format: z.literal(PROGRAMMES_FORMAT),
  version: z.literal(1),
  id: slug,
  title: z.string(),
  reference: slug,
  programmes: z.array(programmeSchema),
});
