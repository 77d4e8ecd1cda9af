import { z } from 'zod';

/**
 * Typography of one proposal. Font size and space after in points, line spacing as a multiple of
 * the single line, margins and first-line indent in millimetres. The legal range of each number is
 * data of the template (`typography.ranges`), checked by `checkStyle`, not by this schema.
 */
export const styleSchema = z.strictObject({
  fontSize: z.number(),
  lineSpacing: z.number(),
  spaceAfter: z.number(),
  margins: z.strictObject({
    top: z.number(),
    bottom: z.number(),
    left: z.number(),
    right: z.number(),
  }),
  indent: z.number(),
});
export type Style = z.infer<typeof styleSchema>;

const rangeSchema = z.strictObject({ min: z.number(), max: z.number(), step: z.number() });

export const styleRangesSchema = z.strictObject({
  fontSize: rangeSchema,
  lineSpacing: rangeSchema,
  spaceAfter: rangeSchema,
  marginTop: rangeSchema,
  marginBottom: rangeSchema,
  marginLeft: rangeSchema,
  marginRight: rangeSchema,
  indent: rangeSchema,
});
export type StyleRanges = z.infer<typeof styleRangesSchema>;
