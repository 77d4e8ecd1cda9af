import { z } from 'zod';

/**
 * The text of a section: ProseMirror JSON with a closed set of nodes and marks. Everything else is
 * refused with the place it stands at, so that nothing a person wrote is ever dropped in silence.
 */
export const markTypes = [
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
] as const;

export const markSchema = z.strictObject({ type: z.enum(markTypes) });

export const textNodeSchema = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
});

export const hardBreakSchema = z.strictObject({
  type: z.literal('hardBreak'),
  marks: z.array(markSchema).optional(),
});

export const inlineSchema = z.discriminatedUnion('type', [textNodeSchema, hardBreakSchema]);

export const textAlignSchema = z.enum(['left', 'center', 'right', 'justify']);

export const paragraphSchema = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.strictObject({ textAlign: textAlignSchema.nullish() }).optional(),
  content: z.array(inlineSchema).optional(),
});

const cellAttrsSchema = z.strictObject({
  colspan: z.int().min(1).max(64).optional(),
  rowspan: z.int().min(1).max(1000).optional(),
  /** Column widths in CSS pixels as the editor keeps them, one for each spanned column. */
  colwidth: z.array(z.number().min(0).max(10_000)).nullish(),
});

export type RichTextMark = z.infer<typeof markSchema>;
export type RichTextText = z.infer<typeof textNodeSchema>;
export type RichTextHardBreak = z.infer<typeof hardBreakSchema>;
export type RichTextInline = z.infer<typeof inlineSchema>;
export type RichTextParagraph = z.infer<typeof paragraphSchema>;

export interface RichTextListItem {
  type: 'listItem';
  content?: RichTextBlock[] | undefined;
}
export interface RichTextBulletList {
  type: 'bulletList';
  content?: RichTextListItem[] | undefined;
}
export interface RichTextOrderedList {
  type: 'orderedList';
  attrs?: { start?: number | undefined; type?: null | undefined } | undefined;
  content?: RichTextListItem[] | undefined;
}
export interface RichTextTableCell {
  type: 'tableCell' | 'tableHeader';
  attrs?: z.infer<typeof cellAttrsSchema> | undefined;
  content?: RichTextBlock[] | undefined;
}
export interface RichTextTableRow {
  type: 'tableRow';
  content?: RichTextTableCell[] | undefined;
}
export interface RichTextTable {
  type: 'table';
  content?: RichTextTableRow[] | undefined;
}
export type RichTextBlock =
  | RichTextParagraph
  | RichTextBulletList
  | RichTextOrderedList
  | RichTextTable;

export interface RichTextDoc {
  type: 'doc';
  content?: RichTextBlock[] | undefined;
}

export const blockSchema: z.ZodType<RichTextBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    paragraphSchema,
    z.strictObject({
      type: z.literal('bulletList'),
      content: z.array(listItemSchema).optional(),
    }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z
        .strictObject({ start: z.int().min(0).max(9999).optional(), type: z.null().optional() })
        .optional(),
      content: z.array(listItemSchema).optional(),
    }),
    z.strictObject({
      type: z.literal('table'),
      content: z.array(tableRowSchema).optional(),
    }),
  ]),
);

export const listItemSchema: z.ZodType<RichTextListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(blockSchema).optional() }),
);

const tableCellSchema: z.ZodType<RichTextTableCell> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['tableCell', 'tableHeader']),
    attrs: cellAttrsSchema.optional(),
    content: z.array(blockSchema).optional(),
  }),
);

const tableRowSchema: z.ZodType<RichTextTableRow> = z.lazy(() =>
  z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCellSchema).optional() }),
);

export const richTextSchema: z.ZodType<RichTextDoc> = z.strictObject({
  type: z.literal('doc'),
  content: z.array(blockSchema).optional(),
});

/** The document of a section nobody has written in yet. */
export const emptyRichText = (): RichTextDoc => ({ type: 'doc', content: [{ type: 'paragraph' }] });
