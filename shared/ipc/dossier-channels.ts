import { z } from 'zod';
import {
  courseEntrySchema,
  dossierDataSchema,
  sealDiameterSchema,
  signingPictureKinds,
} from '../model';
import {
  boardRowSchema,
  dossierPartsSchema,
  dossierRecordSchema,
  emailDraftSchema,
  furnitureSchema,
  paperFormatSchema,
  paperPagesSchema,
  registerEntrySchema,
  signingPicturesSchema,
  verificationSchema,
  writtenFolderSchema,
  writtenPaperSchema,
} from './dossier-records';

const nothing = z.undefined();
const id = z.string().min(1).max(100);
const byId = z.strictObject({ id });
const paper = z.string().min(1).max(300);
const words = z.string().max(2000);
/** True: with the pictures of signature and seal; the person says so for each paper anew. */
const pictures = z.boolean().optional();
const pictureOf = z.strictObject({ id, kind: z.enum(signingPictureKinds) });

/**
 * Part of the contract: the dossier of a proposal, from its papers to what became of it. Any
 * proposal of a dossier names it. What changes something answers with the dossier as it is then.
 */
export const dossierChannels = {
  'dossier.read': { input: byId, output: dossierRecordSchema },
  'dossier.save': {
    input: z.strictObject({ id, data: dossierDataSchema }),
    output: dossierRecordSchema,
  },
  /** Which proposals of the call lie in it, in order of priority. */
  'dossier.setProposals': {
    input: z.strictObject({ id, proposals: z.array(id).min(1).max(50) }),
    output: dossierRecordSchema,
  },
  /** The name as which a person enters things into the register. */
  'dossier.setActor': { input: z.strictObject({ name: words }), output: nothing },
  'dossier.pages': { input: z.strictObject({ id, paper, pictures }), output: paperPagesSchema },
  /**
   * Asks for a place; of a frozen paper, the very file that was frozen, or its signed form
   * (`dossier-changed` when it no longer fits). With pictures it is another file, named so.
   */
  'dossier.export': {
    input: z.strictObject({
      id,
      paper,
      format: paperFormatSchema,
      signed: z.boolean().optional(),
      pictures,
    }),
    output: writtenPaperSchema,
  },
  /** Asks for a folder and writes there what is asked for; left out, each paper by itself. */
  'dossier.exportAll': {
    input: z.strictObject({ id, parts: dossierPartsSchema.optional() }),
    output: writtenFolderSchema,
  },
  /** Stops `dossier.exportAll` while it draws; nothing has been written then. */
  'dossier.stopWriting': { input: nothing, output: nothing },
  /** Shows the folder written last in the system's file manager. */
  'dossier.reveal': { input: nothing, output: nothing },
  /** The message that takes the dossier along, to be shown and copied; nothing is written or sent. */
  'dossier.email': { input: byId, output: emailDraftSchema },
  /** The version a proposal was frozen as, and whether its words are still those; null: not frozen. */
  'dossier.frozen': {
    input: byId,
    output: z.strictObject({ lead: z.string(), code: z.string(), fits: z.boolean() }).nullable(),
  },
  /** What stands on the pages of a proposal beside its text: the mark of a draft, or code and square code. */
  'dossier.furniture': { input: byId, output: furnitureSchema },
  'dossier.print': {
    input: z.strictObject({ id, paper, pictures }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** Pictures of the signature and seal of who signs the dossier; they sign nothing. */
  'dossier.pictures': { input: byId, output: signingPicturesSchema },
  /** Asks for a PNG with a transparent ground and keeps it (`picture-refused`). */
  'dossier.choosePicture': { input: pictureOf, output: signingPicturesSchema },
  'dossier.removePicture': { input: pictureOf, output: signingPicturesSchema },
  'dossier.setSealDiameter': {
    input: z.strictObject({ id, diameter: sealDiameterSchema }),
    output: signingPicturesSchema,
  },
  /** Refused (`dossier-errors`) while a check finds errors, unless the person freezes `anyway`. */
  'dossier.freeze': {
    input: z.strictObject({ id, anyway: z.boolean().optional() }),
    output: dossierRecordSchema,
  },
  'dossier.unfreeze': {
    input: z.strictObject({ id, reason: words.min(1) }),
    output: dossierRecordSchema,
  },
  /** Something that happened to the papers: signed, sealed, handed in, received, decided. */
  'dossier.enter': {
    input: z.strictObject({ id, entry: courseEntrySchema }),
    output: dossierRecordSchema,
  },
  /** Newest first; null: of all dossiers. */
  'dossier.register': {
    input: z.strictObject({ id: id.nullable() }),
    output: z.array(registerEntrySchema),
  },
  'dossier.printRegister': {
    input: z.strictObject({ id: id.nullable() }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  'dossier.board': { input: nothing, output: z.array(boardRowSchema) },

  'sign.chooseCertificate': {
    input: nothing,
    output: z.strictObject({ ticket: z.string(), fileName: z.string() }),
  },
  /** The passphrase goes straight to the signer: it is neither kept nor logged. */
  'sign.sign': {
    input: z.strictObject({
      id,
      paper,
      format: paperFormatSchema,
      ticket: id,
      passphrase: z.string().max(1000),
      reason: z.string().max(500),
      location: z.string().max(500),
      /** Shows signer and time on the first page, top right. */
      visible: z.boolean(),
    }),
    output: dossierRecordSchema,
  },
  /** Asks for a PDF signed elsewhere; it must be the frozen file with signatures added. */
  'sign.takeBack': { input: z.strictObject({ id, paper }), output: dossierRecordSchema },
  /** Asks for a PDF or DOCX and tells what its signatures are worth. */
  'sign.verify': { input: nothing, output: verificationSchema },
  /**
   * Asks for a certificate of an authority the person relies upon and looks at the last file once
   * more. It counts until the program ends; nothing of it is kept.
   */
  'sign.addRoot': { input: nothing, output: verificationSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** Part of the events. */
export const dossierEvents = {
  /** A dossier is another one now: entered, frozen, signed, delivered. */
  'dossier.changed': z.strictObject({ lead: z.string() }),
  /** The next file of a dossier that is being written. */
  'dossier.progress': z.strictObject({
    lead: z.string(),
    done: z.int(),
    total: z.int(),
    title: z.string(),
  }),
} as const satisfies Record<string, z.ZodType>;
