import { z } from 'zod';
import { styleSchema } from '../model';

/** Stored things as they travel to the window. Times are ISO 8601 in UTC, set by the main process. */
const instant = z.iso.datetime();

export const proposalSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  callId: z.string(),
  callTitle: z.string(),
  templateId: z.string(),
  createdAt: instant,
  modifiedAt: instant,
  trashedAt: instant.nullable(),
  /** Last count the window reported, so that the list needs no layout. */
  pages: z.number().nullable(),
  pageLimit: z.number(),
  answered: z.int(),
  sections: z.int(),
  /** Its data on the disk are damaged: it is named, and cannot be opened before a restore. */
  damaged: z.literal(true).optional(),
});
export type ProposalSummary = z.infer<typeof proposalSummarySchema>;

export const proposalRecordSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  callId: z.string(),
  templateId: z.string(),
  organisationId: z.string().nullable(),
  style: styleSchema,
  /** By section id; each value was checked against the template when it was written. */
  values: z.record(z.string(), z.unknown()),
  createdAt: instant,
  modifiedAt: instant,
  trashedAt: instant.nullable(),
  /** Sequence of the last acknowledged change. */
  seq: z.int(),
  /** Where the person was when the window last said so. */
  view: z
    .strictObject({ section: z.string().nullable(), anchor: z.int(), scroll: z.number() })
    .nullable(),
});
export type ProposalRecord = z.infer<typeof proposalRecordSchema>;

export const ackSchema = z.strictObject({ seq: z.int(), savedAt: instant });
export type Ack = z.infer<typeof ackSchema>;

export const exportRecordSchema = z.strictObject({
  id: z.int(),
  proposalId: z.string(),
  format: z.enum(['pdf', 'docx', 'print']),
  fileName: z.string(),
  folder: z.string(),
  pages: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  at: instant,
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;

/**
 * `ready`: all well. Anything else opens the recovery screen, or with `readOnly` the window for
 * looking only; the file was not touched.
 * `empty-file`, `foreign-file`, `newer-file`, `damaged-file`, `locked`, `io`: what was found.
 * `not-writable`: the folder, its disk or a file in it may only be read.
 */
export const storeStateSchema = z.strictObject({
  state: z.enum([
    'ready',
    'empty-file',
    'foreign-file',
    'newer-file',
    'damaged-file',
    'locked',
    'not-writable',
    'io',
    'wrong-runtime',
  ]),
  message: z.string(),
  hint: z.string(),
  /** For the person to read out to support; shown, never used as an argument. */
  file: z.string(),
  /** The words can be looked at and exported; every change is refused. */
  readOnly: z.literal(true).optional(),
});
export type StoreState = z.infer<typeof storeStateSchema>;

export const preferencesSchema = z.strictObject({
  language: z.enum(['vi', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Percent widths of outline, editor and preview panes. */
  panes: z.array(z.number()).length(3),
  /** A number is a part of the real size: 1 is 100 %. */
  previewZoom: z.union([z.literal('fit-width'), z.literal('fit-page'), z.number()]),
  /** The strip of small pages beside the preview; off where nobody has asked for it. */
  previewThumbnails: z.boolean().optional(),
  outlineCollapsed: z.boolean(),
  sidePanel: z.enum(['preview', 'checks', 'guidance', 'orientations', 'closed']),
  lastProposalId: z.string().nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const appInfoSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  electron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;
