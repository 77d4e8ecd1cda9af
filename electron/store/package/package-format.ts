import { z } from 'zod';
import { packListNames, styleSchema, valueSchemas } from '../../../shared/model';

export const PACKAGE_FORMAT = 'ban-de-xuat/package';
/** 2: frozen and signed papers come along. */
export const PACKAGE_VERSION = 2;
export const MEDIA_TYPE = 'application/x-ban-de-xuat';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().min(1).max(100);
const instant = z.iso.datetime();

export const manifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.int().min(1),
  /** Least version of a reader that understands this file. */
  minReader: z.int().min(1),
  createdAt: instant,
  createdBy: z.string().max(200),
  store: z.string().max(100),
  counts: z.strictObject({
    proposals: z.int().min(0),
    revisions: z.int().min(0),
    attachments: z.int().min(0),
    files: z.int().min(1).optional(),
  }),
  files: z.array(
    z.strictObject({
      path: z.string().max(200),
      bytes: z.int().min(0),
      sha256,
      role: z.enum(['proposal', 'organisations', 'records', 'attachment']),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** An answer of any kind of section; the template says which, and may not be here. */
const answerSchema = z.union([z.null(), ...Object.values(valueSchemas)]);

const wordsSchema = z.strictObject({
  title: z.string().max(10_000),
  organisationId: id.nullable(),
  style: styleSchema,
  values: z.record(z.string().max(100), answerSchema),
});

export const packedAttachmentSchema = z.strictObject({
  id,
  name: z.string().min(1).max(500),
  mediaType: z.string().max(200),
  bytes: z.int().min(1),
  sha256,
});

/** What it is called is for a person to read; it lies in the package by its hash. */
export const packedFileSchema = z.strictObject({
  name: z.string().min(1).max(300),
  bytes: z.int().min(1),
  sha256,
});

export const packedProposalSchema = wordsSchema.extend({
  id,
  callId: id,
  templateId: id,
  parts: z.record(z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/), z.json()),
  revisions: z.array(
    z.strictObject({
      at: instant,
      kind: z.enum(['auto', 'milestone', 'frozen', 'restored', 'imported']),
      name: z.string().max(10_000),
      words: wordsSchema,
    }),
  ),
  attachments: z.array(packedAttachmentSchema),
  files: z.array(packedFileSchema).optional(),
});
export type PackedProposal = z.infer<typeof packedProposalSchema>;

export const packedOrganisationsSchema = z.array(
  z.strictObject({ id, profile: valueSchemas.organisation }),
);

export const packedRecordsSchema = z.array(
  z.strictObject({ list: z.enum(packListNames as [string, ...string[]]), id, value: z.json() }),
);
