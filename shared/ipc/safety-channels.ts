import { z } from 'zod';
import { ackSchema, storeStateSchema } from './records';
import {
  attachmentSchema,
  backupPlaceSchema,
  backupSchema,
  backupStateSchema,
  dataCheckSchema,
  givenPackageSchema,
  lastCheckSchema,
  packagePlanSchema,
  revisionContentSchema,
  revisionSchema,
  storeHealthSchema,
  writtenPlaceSchema,
} from './safety-records';

const nothing = z.undefined();
const id = z.string().min(1).max(100);
const byId = z.strictObject({ id });
/** Named by the window, so that it can follow and stop what it has asked for. */
const job = z.string().min(1).max(100);
/** null: the file is not sealed. */
const passphrase = z.string().max(1000).nullable();

/** Part of the contract: what keeps words from being lost. */
export const safetyChannels = {
  'store.health': { input: nothing, output: storeHealthSchema },
  /** Does what `recovery` of the health offers. */
  'store.recover': { input: nothing, output: storeStateSchema },
  /** Reads every row now; mends what backup and journal can mend. */
  'store.check': { input: nothing, output: dataCheckSchema },

  'history.list': { input: byId, output: z.array(revisionSchema) },
  'history.read': {
    input: z.strictObject({ id, number: z.int().min(1) }),
    output: revisionContentSchema,
  },
  /** Keeps the present words for ever. Nothing new is made where nothing changed since. */
  'history.mark': {
    input: z.strictObject({ id, name: z.string().max(500) }),
    output: revisionSchema,
  },
  /** The old words become the newest version; the present ones stay as a version. */
  'history.restore': {
    input: z.strictObject({ id, number: z.int().min(1) }),
    output: ackSchema,
  },

  'backups.state': { input: nothing, output: backupStateSchema },
  'backups.list': { input: nothing, output: z.array(backupSchema) },
  'backups.make': { input: nothing, output: backupSchema },
  /** Everything of the person goes back to that copy; the present file is kept aside. */
  'backups.restore': {
    input: backupPlaceSchema,
    output: nothing,
  },
  /** Opens a kept copy and compares all of it; what is found stays with it in the list. */
  'backups.verify': { input: backupPlaceSchema, output: lastCheckSchema },
  /** Asks for a folder and makes a backup that goes there too. */
  'backups.chooseSecondPlace': { input: nothing, output: backupStateSchema },
  'backups.forgetSecondPlace': { input: nothing, output: backupStateSchema },

  'attachments.list': { input: byId, output: z.array(attachmentSchema) },
  /** Asks for a file and takes it in; `transfer.progress` tells how far it is. */
  'attachments.add': { input: z.strictObject({ id, job }), output: attachmentSchema },
  'attachments.remove': { input: byId, output: ackSchema },
  /** Opens a copy in its own program. */
  'attachments.open': { input: z.strictObject({ id, proposalId: id, job }), output: nothing },
  'attachments.saveAs': {
    input: z.strictObject({ id, proposalId: id, job }),
    output: writtenPlaceSchema,
  },

  /** Asks for a place and writes proposals into one `.bdx` file, read back before it counts. */
  'transfer.write': {
    input: z.strictObject({ ids: z.array(id).min(1).max(500), passphrase, job }),
    output: writtenPlaceSchema.extend({ proposals: z.int(), attachments: z.int() }),
  },
  'transfer.choose': { input: nothing, output: givenPackageSchema },
  /** The file that the program was opened with and nobody has looked at yet. */
  'transfer.given': { input: nothing, output: givenPackageSchema.nullable() },
  /** What importing would do; nothing is changed and the ticket stays good. */
  'transfer.inspect': {
    input: z.strictObject({ ticket: id, passphrase, job }),
    output: packagePlanSchema,
  },
  'transfer.import': {
    input: z.strictObject({ ticket: id, passphrase, job }),
    output: packagePlanSchema,
  },
  'transfer.cancel': { input: z.strictObject({ job }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export const safetyEvents = {
  'backups.changed': backupStateSchema,
  /** A `.bdx` file was opened with the program; `transfer.given` says which. */
  'transfer.arrived': nothing,
  /** `total` is null where it is not known beforehand. */
  'transfer.progress': z.strictObject({ job, bytes: z.int(), total: z.int().nullable() }),
} as const satisfies Record<string, z.ZodType>;
