import { z } from 'zod';
import { styleSchema } from '../model';

/** The safety net as it travels to the window: versions, backups, attachments, one-file transfer. */

const instant = z.iso.datetime();

export const revisionSchema = z.strictObject({
  /** Counted from 1 within its proposal. */
  number: z.int(),
  at: instant,
  seq: z.int(),
  kind: z.enum(['auto', 'milestone', 'frozen', 'restored', 'imported']),
  /** A milestone's name; of a restored one the number it came from. */
  name: z.string(),
  sha256: z.string(),
  /** Characters of all answers. */
  size: z.int(),
  /** False: thinned out; only its place in the chain is left. */
  kept: z.boolean(),
});
export type RevisionRecord = z.infer<typeof revisionSchema>;

export const revisionContentSchema = z.strictObject({
  title: z.string(),
  organisationId: z.string().nullable(),
  style: styleSchema,
  values: z.record(z.string(), z.unknown()),
});
export type RevisionWords = z.infer<typeof revisionContentSchema>;

/** The last look at all of a kept backup. */
export const lastCheckSchema = z.strictObject({
  at: instant,
  /** Rows whose hash was compared. */
  rows: z.int(),
  /** A whole sentence; '' when every byte is as it was. */
  problem: z.string(),
});

export const backupSchema = z.strictObject({
  name: z.string(),
  at: instant,
  seq: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  place: z.enum(['own', 'second']),
  reason: z.enum(['schedule', 'migration', 'import', 'erase', 'restore', 'person', 'close']),
  /** Left out: nobody has looked since it was proven when it was made. */
  lastCheck: lastCheckSchema.optional(),
});
export const backupPlaceSchema = backupSchema.pick({ name: true, place: true });
export type BackupRecord = z.infer<typeof backupSchema>;

export const backupStateSchema = z.strictObject({
  /** Newest one that was opened, checked and hashed row by row. */
  newest: backupSchema.nullable(),
  /** Acknowledged changes that it does not hold. */
  behind: z.int(),
  running: z.boolean(),
  /** A whole sentence, '' when all is well. */
  trouble: z.string(),
  secondPlace: z.strictObject({ folder: z.string(), reachable: z.boolean() }).nullable(),
  /** Why the data folder is a bad place; '' when it is not. */
  folderWarning: z.string(),
});
export type BackupStatus = z.infer<typeof backupStateSchema>;

export const recoveryPlanSchema = z.strictObject({
  found: z.string(),
  restores: z.string(),
  missing: z.array(z.string()),
  backupAt: instant.nullable(),
  changes: z.int(),
});
export type RecoveryOffer = z.infer<typeof recoveryPlanSchema>;

/** What was put right while the store was opened, or can be put right where it did not open. */
export const storeHealthSchema = z.strictObject({
  recovery: recoveryPlanSchema.nullable(),
  healed: z
    .strictObject({
      sentences: z.array(z.string()),
      replayed: z.int(),
      missing: z.array(z.string()),
    })
    .nullable(),
});
export type StoreHealth = z.infer<typeof storeHealthSchema>;

/** Every row was read and its words compared with their hash. */
export const dataCheckSchema = z.strictObject({
  /** By name; could not be mended. */
  damaged: z.array(z.string()),
  /** By name; mended from backup and journal. */
  mended: z.array(z.string()),
});
export type DataCheck = z.infer<typeof dataCheckSchema>;

export const attachmentSchema = z.strictObject({
  id: z.string(),
  proposalId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  at: instant,
});
export type AttachmentRecord = z.infer<typeof attachmentSchema>;

export const writtenPlaceSchema = z.strictObject({
  fileName: z.string(),
  folder: z.string(),
  bytes: z.int(),
});
export type WrittenPlace = z.infer<typeof writtenPlaceSchema>;

/** A file chosen, or opened with the program, and not looked into yet. */
export const givenPackageSchema = z.strictObject({ ticket: z.string(), fileName: z.string() });
export type GivenPackage = z.infer<typeof givenPackageSchema>;

export const packagePlanSchema = z.strictObject({
  createdAt: z.string(),
  createdBy: z.string(),
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      /** `copy`: both sides went on from a common state; it comes in beside the one here. */
      action: z.enum(['new', 'same', 'update', 'older', 'copy']),
      revisions: z.int(),
      attachments: z.int(),
      /** Frozen and signed papers. */
      files: z.int(),
    }),
  ),
  /** By name: profiles and library records that are not here yet. */
  organisations: z.array(z.string()),
  records: z.array(z.string()),
  attachmentBytes: z.int(),
});
export type PackagePlanRecord = z.infer<typeof packagePlanSchema>;
