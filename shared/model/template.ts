import { z } from 'zod';
import { sectionRoles } from './section-role';
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

/** What of an answer can be printed, by kind of section. `period` is the whole of a duration. */
export const answerFields = [
  'period',
  'total',
  'totalInWords',
  'state',
  'matching',
  'name',
  'address',
  'taxCode',
  'contact.name',
  'contact.position',
  'contact.phone',
  'contact.email',
] as const;

/** A stretch of a printed answer: the form's words, or what the person answered there. */
export const answerPartSchema = z.union([
  z.strictObject({
    text: z.string().min(1),
    bold: z.boolean().default(false),
    italic: z.boolean().default(false),
  }),
  z.strictObject({ field: z.enum(answerFields) }),
]);

/** One printed line of an answer that is not free text: 'Điện thoại: ….. Email: …..'. */
export const answerLineSchema = z.strictObject({
  parts: z.array(answerPartSchema).min(1),
  /** True: left out while all its fields are empty; false: the form's words always stand. */
  onlyWhenAnswered: z.boolean().default(false),
});

const sectionBaseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** 'I' … 'X'; a part of a part carries its dotted numeral, 'X.4'. */
  numeral: z.string().min(1),
  heading: z.string().min(1),
  /** Official guidance verbatim, '' where the form gives none. */
  guidance: z.string(),
  kind: sectionKindSchema,
  /** What it is about, for other papers; left out where the kind says it or no paper asks. */
  role: z.enum(sectionRoles).optional(),
  required: z.boolean(),
  /** Our own advice, shown apart from the official words. */
  advice: z.string().default(''),
  /** False: the finished paper shows the answer without its heading. */
  printHeading: z.boolean().default(true),
  /** True: the guidance stands behind the heading on the finished paper, too. */
  printGuidance: z.boolean().default(false),
  /** Words of the form that stand before each answer, by field name ('total', 'contact.name' …). */
  labels: z.record(z.string(), z.string()).default({}),
  /** How the answers of kinds `duration`, `money`, `organisation` are printed. */
  lines: z.array(answerLineSchema).default([]),
});
export const sectionSchema = sectionBaseSchema;
export type TemplateSection = z.infer<typeof sectionSchema>;

/** Signs before list items by level; deeper levels use the last one. '1.' and 'a)' count on. */
const listSignsSchema = z.strictObject({
  bullets: z.array(z.string().min(1)).min(1).default(['-', '+', '•', '◦']),
  numbers: z
    .array(z.enum(['1.', 'a)', '1)', 'a.']))
    .min(1)
    .default(['1.', 'a)', '1)', 'a.']),
});

/** Where the page's number stands; distances in millimetres from the upper edge of the paper. */
const pageNumberSchema = z.strictObject({
  fromPage: z.int().min(1),
  fromTop: z.number().min(0),
});

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
  /** `advised`: fewer pages that some say are the limit; more of them is no fault but worth a word. */
  pageLimit: z.strictObject({
    min: z.int().min(1).optional(),
    max: z.int().min(1),
    advised: z.int().min(1).optional(),
  }),
  typography: z.strictObject({
    font: z.literal('Times New Roman'),
    style: styleSchema,
    ranges: styleRangesSchema,
    /** Headings start at the margin, or like paragraphs at the first-line indent. */
    headings: z
      .strictObject({
        align: z.enum(['left', 'center', 'justify']).default('justify'),
        indent: z.boolean().default(true),
      })
      .default({ align: 'justify', indent: true }),
    lists: listSignsSchema.default({
      bullets: ['-', '+', '•', '◦'],
      numbers: ['1.', 'a)', '1)', 'a.'],
    }),
    /** Centred in the top margin, Arabic, as large as the text; null for none. */
    pageNumber: pageNumberSchema.nullable().default({ fromPage: 2, fromTop: 10 }),
  }),
  head: z.array(formLineSchema),
  sections: z.array(sectionSchema).min(1),
  signature: z.strictObject({
    lines: z.array(formLineSchema).min(1),
    /** Height left empty for signature and seal, in points. */
    space: z.number().min(0),
    /** Body lines that must stand above the block on its page. */
    minLinesBefore: z.int().min(0),
    /** Half of the text width in which the block stands. */
    side: z.enum(['left', 'right', 'full']).default('right'),
  }),
  /** The form's notes below the signature. */
  closing: z.array(formLineSchema).optional(),
});
export type Template = z.infer<typeof templateSchema>;
export type FormLine = z.infer<typeof formLineSchema>;
export type AnswerField = (typeof answerFields)[number];
export type AnswerLine = z.infer<typeof answerLineSchema>;
