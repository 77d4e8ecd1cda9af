import { z } from 'zod';

export const PAPER_FORMAT = 'ban-de-xuat/paper';

/** Papers that go with a proposal. */
export const paperKinds = [
  'cover-letter',
  'summary-table',
  'commitment',
  'delivery-note',
  'receipt',
  'envelope-label',
  'check-report',
  'contents',
  'register',
] as const;
export type PaperKind = (typeof paperKinds)[number];

const field = z.string().regex(/^[a-z][A-Za-z.]*$/);

/**
 * Printed words. `{field}` stands for what the dossier knows; unknown, it is a blank to fill by hand:
 * dots, or with `{field?}` nothing, with `{field~8}` eight spaces. `**bold**`, `//italic//`.
 */
const paperTextSchema = z.string();

/** A stroke centred in its column: as long as `ems` times the size, or as a share of the line above. */
const ruleSchema = z.union([
  z.strictObject({ ems: z.number().min(0) }),
  z.strictObject({ share: z.number().min(0).max(1) }),
]);

export const paperLineSchema = z.strictObject({
  text: paperTextSchema,
  bold: z.boolean().default(false),
  italic: z.boolean().default(false),
  /** Printed in capitals. */
  upper: z.boolean().default(false),
  align: z.enum(['left', 'center', 'right', 'justify']).default('center'),
  /** Points; null: the paper's own size. */
  size: z.number().min(4).max(72).nullable().default(null),
  /** Points above and below. */
  before: z.number().min(0).default(0),
  after: z.number().min(0).default(0),
  /** Millimetres taken off the column at its sides. */
  left: z.number().min(0).default(0),
  right: z.number().min(0).default(0),
  /** Starts at the first-line indent. */
  indent: z.boolean().default(false),
  /** A sign that hangs before the text: '-'. */
  sign: z.string().default(''),
  /** Name of a list: the line is printed once for each of its entries. */
  each: field.nullable().default(null),
  /** The line is printed only when this field or list has words, or only when it has none. */
  when: field.nullable().default(null),
  unless: field.nullable().default(null),
  /** Stays on the page of what follows. */
  keepNext: z.boolean().default(false),
  /** A stroke in place of words. */
  rule: ruleSchema.nullable().default(null),
  role: z.enum(['title', 'heading', 'body', 'note', 'signature']).default('body'),
  /** The space above the line is the room for the signature and the seal of who issues the paper. */
  signing: z.boolean().default(false),
});
export type PaperLine = z.infer<typeof paperLineSchema>;

const shares = z.array(z.number().positive()).min(1);

export const paperBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), lines: z.array(paperLineSchema).min(1) }),
  /** Columns side by side whose rows start at one height: heads, signature blocks, labels. */
  z.strictObject({
    kind: z.literal('columns'),
    widths: shares,
    rows: z.array(z.array(z.array(paperLineSchema))).min(1),
    /** Frame around the cells, in points; 0 for none. */
    border: z.number().min(0).default(0),
    /** Room between frame and words, in points. */
    padding: z.number().min(0).default(0),
    when: field.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('table'),
    each: field,
    size: z.number().min(8).max(16),
    columns: z
      .array(
        z.strictObject({
          heading: z.string(),
          /** Heading over neighbouring columns that share it; '' for none. */
          group: z.string().default(''),
          width: z.number().positive(),
          align: z.enum(['left', 'center', 'right', 'justify']).default('left'),
          text: paperTextSchema,
          /** Text of the last row, which adds up; '' for none. */
          total: paperTextSchema.default(''),
        }),
      )
      .min(1),
    when: field.nullable().default(null),
  }),
]);
export type PaperBlock = z.infer<typeof paperBlockSchema>;

export const paperSchema = z.strictObject({
  format: z.literal(PAPER_FORMAT),
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(paperKinds),
  title: z.string().min(1),
  /** Whose form it is, and how far it is known to be in force. */
  source: z.string(),
  standing: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  typography: z.strictObject({
    fontSize: z.number(),
    lineSpacing: z.number(),
    /** Millimetres. */
    margins: z.strictObject({
      top: z.number(),
      bottom: z.number(),
      left: z.number(),
      right: z.number(),
    }),
    indent: z.number(),
    pageNumber: z.strictObject({ fromPage: z.int().min(1), fromTop: z.number().min(0) }).nullable(),
  }),
  blocks: z.array(paperBlockSchema).min(1),
});
export type Paper = z.infer<typeof paperSchema>;

/** Words for the blanks of a paper: single ones, and lists of entries with words of their own. */
export interface PaperWords {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}
