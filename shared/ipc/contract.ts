import { z } from 'zod';
import {
  callSchema,
  complianceSchema,
  deadlineSettingsSchema,
  organisationProfileSchema,
  styleSchema,
  templateSchema,
} from '../model';
import { dossierChannels, dossierEvents } from './dossier-channels';
import {
  libraryRecordsSchema,
  packListSchema,
  packPreviewSchema,
  packSummarySchema,
  searchHitSchema,
  searchKinds,
} from './library-records';
import {
  ackSchema,
  appInfoSchema,
  exportRecordSchema,
  preferencesSchema,
  proposalRecordSchema,
  proposalSummarySchema,
  storeStateSchema,
} from './records';
import { safetyChannels, safetyEvents } from './safety-channels';

const nothing = z.undefined();
const id = z.string().min(1).max(100);
const byId = z.strictObject({ id });

/** What the menu asks the window for; each has a button or a key in the window too. */
export const menuCommands = [
  'new-proposal',
  'save',
  'export-pdf',
  'export-docx',
  'export-both',
  'print',
  'check',
  'show-proposals',
  'show-calls',
  'show-library',
  'show-organisations',
  'show-settings',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/**
 * The one door between window and main process: channel → shapes. Types, preload, handlers and the
 * fake used in tests are all derived from this value. No input can name a path: files are chosen
 * in the main process and the window holds a ticket.
 */
export const contract = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.readyToClose': { input: nothing, output: nothing },
  /** The other answer to `app.closing`: something could not be saved and the window asks the person. */
  'app.cannotClose': { input: nothing, output: nothing },
  'store.state': { input: nothing, output: storeStateSchema },
  'store.retry': { input: nothing, output: storeStateSchema },
  'store.revealFile': { input: nothing, output: nothing },

  'preferences.get': { input: nothing, output: preferencesSchema },
  'preferences.set': { input: preferencesSchema.partial(), output: preferencesSchema },

  'calls.list': { input: nothing, output: z.array(callSchema) },
  'templates.list': { input: nothing, output: z.array(templateSchema) },

  /** A call as entered in the form: made where its id is new, changed otherwise. */
  'calls.save': { input: z.strictObject({ call: z.unknown() }), output: callSchema },
  /** Writes a call, with the forms and references it needs, to a place the person chooses. */
  'calls.exportPack': {
    input: byId,
    output: z.strictObject({ fileName: z.string(), folder: z.string() }),
  },
  /** Everything of the library besides calls and forms. */
  'library.read': { input: nothing, output: libraryRecordsSchema },
  'library.saveRecord': {
    input: z.strictObject({ list: packListSchema, value: z.unknown() }),
    output: ackSchema,
  },
  'library.removeRecord': {
    input: z.strictObject({ list: packListSchema, id }),
    output: ackSchema,
  },
  /** Takes back the person's edits of what a pack brought. */
  'library.resetRecord': {
    input: z.strictObject({ list: packListSchema, id }),
    output: ackSchema,
  },
  'search.find': {
    input: z.strictObject({
      query: z.string().max(500),
      kinds: z.array(z.enum(searchKinds)).optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
    output: z.array(searchHitSchema),
  },
  /** Asks for a pack file and says what importing it would do; nothing is changed. */
  'packs.choose': { input: nothing, output: packPreviewSchema },
  'packs.import': { input: z.strictObject({ ticket: id }), output: packSummarySchema },
  'deadlines.saveSettings': {
    input: deadlineSettingsSchema,
    output: deadlineSettingsSchema,
  },

  'organisations.list': { input: nothing, output: z.array(organisationProfileSchema) },
  'organisations.save': {
    input: organisationProfileSchema.partial({ id: true }),
    output: organisationProfileSchema,
  },
  'organisations.remove': { input: byId, output: nothing },

  'proposals.list': {
    input: z.strictObject({ trashed: z.boolean() }),
    output: z.array(proposalSummarySchema),
  },
  'proposals.create': {
    input: z.strictObject({
      callId: id,
      templateId: id,
      title: z.string().max(10_000),
      organisationId: id.nullable(),
      /** Orientations of the call that it means to answer. */
      orientations: z.array(id).optional(),
    }),
    output: proposalRecordSchema,
  },
  'proposals.open': { input: byId, output: proposalRecordSchema },
  'proposals.rename': {
    input: z.strictObject({ id, title: z.string().max(10_000) }),
    output: ackSchema,
  },
  'proposals.duplicate': { input: byId, output: proposalRecordSchema },
  'proposals.trash': { input: byId, output: ackSchema },
  'proposals.restore': { input: byId, output: ackSchema },
  'proposals.erase': { input: byId, output: nothing },
  /** One section's whole value. `seq` of the answer is the acknowledgement: it is on the disk. */
  'proposals.saveSection': {
    input: z.strictObject({ id, section: id, value: z.unknown() }),
    output: ackSchema,
  },
  'proposals.saveStyle': { input: z.strictObject({ id, style: styleSchema }), output: ackSchema },
  'proposals.saveView': {
    input: z.strictObject({
      id,
      view: proposalRecordSchema.shape.view,
      pages: z.number().nullable(),
    }),
    output: nothing,
  },

  'proposals.compliance': { input: byId, output: complianceSchema },
  'proposals.saveCompliance': {
    input: z.strictObject({ id, compliance: complianceSchema }),
    output: ackSchema,
  },

  'export.chooseTarget': {
    input: z.strictObject({ id, format: z.enum(['pdf', 'docx']) }),
    output: z.strictObject({ ticket: z.string(), fileName: z.string(), folder: z.string() }),
  },
  'export.write': { input: z.strictObject({ ticket: id }), output: exportRecordSchema },
  'export.reveal': { input: z.strictObject({ exportId: z.int() }), output: nothing },
  'export.open': { input: z.strictObject({ exportId: z.int() }), output: nothing },
  'export.list': { input: byId, output: z.array(exportRecordSchema) },
  /** Opens the system's print dialog over the same pages the PDF is drawn from. */
  'export.print': { input: byId, output: z.strictObject({ printed: z.boolean() }) },

  ...safetyChannels,
  ...dossierChannels,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** What the main process tells windows unasked. */
export const events = {
  'proposals.changed': z.strictObject({ ids: z.array(z.string()) }),
  'organisations.changed': nothing,
  /** Calls, forms, references, days off or the deadline settings are others now. */
  'library.changed': nothing,
  'preferences.changed': preferencesSchema,
  'store.trouble': storeStateSchema.nullable(),
  /** The window should save what it holds and then call `app.readyToClose`. */
  'app.closing': nothing,
  /** Something was chosen in the program's menu that only the window can do. */
  'app.command': z.strictObject({ command: z.enum(menuCommands) }),
  ...safetyEvents,
  ...dossierEvents,
} as const satisfies Record<string, z.ZodType>;

export type Channel = keyof typeof contract;
export type Input<C extends Channel> = z.infer<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.infer<(typeof contract)[C]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
export const channels = Object.keys(contract) as Channel[];
