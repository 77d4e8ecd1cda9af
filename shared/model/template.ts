import { z } from 'zod';
import { styleRangesSchema, styleSchema } from './style';
import { sectionKindSchema } from './values';

export const TEMPLATE_FORMAT = 'ban-de-xuat/template';

/** One printed line (or more, when it is too long) of the form's own words. */
export const formLineSchema = z.strictObject({
  text: z.string().min(1),
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  align: z.enum(['left', 'center', 'right', 'justify']).default('center'),
  /** Points of space before and after this line; the form's look, not its words. */
  before: z.number().min(0).default(0),
  after: z.number().min(0).default(0),
});

const sectionBaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** 'I' … 'X'; a part of a part carries its dotted numeral, 'X.4'. */
  numeral: z.string().min(1),
  heading: z.string().min(1),
  /** Official guidance verbatim, '' where the form gives none. */
  guidance: z.string(),
  kind: sectionKindSchema,
  required: z.boolean(),
  /** Our own advice, shown apart from the official words. */
  advice: z.string().default(''),
  /** False where the form prints the heading without its guidance on the finished paper. */
  printHeading: z.boolean().default(true),
  /** Words of the form that stand before each answer, by field name ('total', 'contact.name' …). */
  labels: z.record(z.string(), z.string()).default({}),
  /** Kinds `money`: also print the amount in words, in brackets after the total. */
  printAmountInWords: z.boolean().default(false),
});
export const sectionSchema = sectionBaseSchema;
export type TemplateSection = z.infer<typeof sectionSchema>;

export const templateSchema = z.strictObject({
  format: z.literal(TEMPLATE_FORMAT),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  calls: z.array(z.string()),
  source: z.string(),
  /** Words for the person on how far the form is known to be in force. */
  standing: z.string(),
  paper: z.strictObject({
    size: z.literal('A4'),
    orientation: z.enum(['portrait', 'landscape']),
  }),
  pageLimit: z.strictObject({ min: z.int().min(1).optional(), max: z.int().min(1) }),
  typography: z.strictObject({
    font: z.literal('Times New Roman'),
    style: styleSchema,
    ranges: styleRangesSchema,
  }),
  head: z.array(formLineSchema),
  sections: z.array(sectionSchema).min(1),
  signature: z.strictObject({
    lines: z.array(formLineSchema).min(1),
    /** Height left empty for signature and seal, in points. */
    space: z.number().min(0),
    /** Body lines that must stand above the block on its page. */
    minLinesBefore: z.int().min(0),
  }),
});
export type Template = z.infer<typeof templateSchema>;
export type FormLine = z.infer<typeof formLineSchema>;
