import { z } from 'zod';
import { richTextSchema } from './rich-text';

/** What a section of each kind holds. Empty answers are `null` or '', never a missing key. */
export const sectionKinds = [
  'text',
  'richText',
  'duration',
  'money',
  'organisation',
  'attachments',
] as const;
export const sectionKindSchema = z.enum(sectionKinds);
export type SectionKind = z.infer<typeof sectionKindSchema>;

/** Months written `YYYY-MM`; `months` is what the person states, checks compare it with the span. */
export const durationValueSchema = z.strictObject({
  from: z.string().nullable(),
  to: z.string().nullable(),
  months: z.number().nullable(),
});
export type DurationValue = z.infer<typeof durationValueSchema>;

/** Whole đồng. Fractions are refused by the rules, not here, so that a draft can always be kept. */
const amountSchema = z.number().finite().nullable();
export const moneyValueSchema = z.strictObject({
  total: amountSchema,
  state: amountSchema,
  matching: amountSchema,
});
export type MoneyValue = z.infer<typeof moneyValueSchema>;

export const contactSchema = z.strictObject({
  name: z.string(),
  position: z.string(),
  phone: z.string(),
  email: z.string(),
});
export const organisationValueSchema = z.strictObject({
  name: z.string(),
  address: z.string(),
  taxCode: z.string().optional(),
  contact: contactSchema,
});
export type OrganisationValue = z.infer<typeof organisationValueSchema>;

export const textValueSchema = z.string();
export const attachmentsValueSchema = z.array(z.string());
export type AttachmentsValue = z.infer<typeof attachmentsValueSchema>;

export const valueSchemas = {
  text: textValueSchema,
  richText: richTextSchema,
  duration: durationValueSchema,
  money: moneyValueSchema,
  organisation: organisationValueSchema,
  attachments: attachmentsValueSchema,
} as const satisfies Record<SectionKind, z.ZodType>;

export type ValueOf<K extends SectionKind> = z.infer<(typeof valueSchemas)[K]>;
export type SectionValue = ValueOf<SectionKind>;
