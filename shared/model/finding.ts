import { z } from 'zod';

export const severities = ['error', 'warning', 'advice'] as const;

/**
 * What a check has to say. `where` names the place in the person's words ('Mục IX, Tổng kinh phí'),
 * `section` and `field` let the window jump there.
 */
export const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(severities),
  where: z.string(),
  message: z.string(),
  hint: z.string(),
  section: z.string().nullable(),
  field: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;
export type Severity = Finding['severity'];
