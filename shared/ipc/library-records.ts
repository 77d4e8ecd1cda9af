import { z } from 'zod';
import {
  deadlineSettingsSchema,
  findingSchema,
  legalReferenceSchema,
  type PackList,
  packListNames,
  programmeSchema,
  staleFactSchema,
  workingCalendarSchema,
} from '../model';

/** What the program knows of calls, law and days off, as it travels to the window. */

export const packListSchema = z.enum(packListNames as [PackList, ...PackList[]]);

/** How a record of the person's library came to be what it is. */
export const recordStandingSchema = z.strictObject({
  list: packListSchema,
  id: z.string(),
  /** True: no pack brought it, so there is nothing to go back to. */
  own: z.boolean(),
  /** Fields the person changed of what the pack brought; empty for an own record. */
  edited: z.array(z.string()),
});
export type RecordStanding = z.infer<typeof recordStandingSchema>;

export const libraryRecordsSchema = z.strictObject({
  references: z.array(legalReferenceSchema),
  programmes: z.array(programmeSchema),
  staleFacts: z.array(staleFactSchema),
  calendar: workingCalendarSchema,
  settings: deadlineSettingsSchema,
  /** Only of records the person made or changed. */
  standings: z.array(recordStandingSchema),
});
export type LibraryRecords = z.infer<typeof libraryRecordsSchema>;

export const searchKinds = ['call', 'programme', 'task', 'reference', 'proposal'] as const;
export const searchHitSchema = z.strictObject({
  kind: z.enum(searchKinds),
  id: z.string(),
  title: z.string(),
  snippet: z.string(),
  /** Offsets into `snippet` of the words found. */
  marks: z.array(z.strictObject({ from: z.int(), to: z.int() })),
});

const packChangeSchema = z.strictObject({
  list: packListSchema,
  id: z.string(),
  title: z.string(),
  action: z.enum(['add', 'update', 'keep', 'unchanged', 'thrown-away', 'gone']),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      mine: z.unknown(),
      theirs: z.unknown(),
      kept: z.enum(['mine', 'theirs', 'merged']),
    }),
  ),
});
export type PackChange = z.infer<typeof packChangeSchema>;

/** What importing a pack would do, or did. */
export const packSummarySchema = z.strictObject({
  title: z.string(),
  edition: z.int(),
  direction: z.enum(['first', 'newer', 'same', 'older']),
  empty: z.boolean(),
  /** Without what stays as it is. */
  changes: z.array(packChangeSchema),
  unchanged: z.int(),
});
export type PackSummary = z.infer<typeof packSummarySchema>;

export const packPreviewSchema = z.strictObject({
  ticket: z.string(),
  fileName: z.string(),
  source: z.string(),
  publishedOn: z.string(),
  summary: packSummarySchema,
  findings: z.array(findingSchema),
});
export type PackPreview = z.infer<typeof packPreviewSchema>;
