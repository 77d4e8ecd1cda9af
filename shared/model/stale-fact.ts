import { z } from 'zod';
import { civilDateSchema } from './deadline';

export const STALE_FACTS_FORMAT = 'ban-de-xuat/stale-facts';

/**
 * Words that were right once. A match is a warning with what is known and what to verify, never a
 * replacement made in silence: a proposal may well speak of the past.
 */
export const staleFactSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(['place', 'law', 'programme', 'body', 'form']),
  /** Found without regard to case, accents or kind of spaces, as whole words. */
  patterns: z.array(z.string().min(3)).min(1),
  /** A match standing inside one of these longer wordings is not meant. */
  except: z.array(z.string()).default([]),
  staleFrom: civilDateSchema,
  /** What is known, a whole sentence. */
  known: z.string().min(1),
  /** What the person should verify or write instead, a whole sentence. */
  verify: z.string().min(1),
  /** The new wording where it is certain; null where it is not. */
  replacement: z.string().nullable(),
  verified: z.boolean(),
  sources: z.array(z.string()).min(1),
});
export type StaleFact = z.infer<typeof staleFactSchema>;

export const staleFactFileSchema = z.strictObject({
  format: z.literal(STALE_FACTS_FORMAT),
  version: z.literal(1),
  title: z.string(),
  asOf: civilDateSchema,
  facts: z.array(staleFactSchema),
});
