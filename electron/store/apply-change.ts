import { isAnswered } from '../../shared/model';
import type { Change, Entry, ImportedAttachment, ImportedFile, ImportedProposal } from './change';
import type { Rows } from './queries/rows';
import { type ProposalRow, type Table, tables } from './queries/tables';
import { registerChain } from './register-chain';
import { addRevision, keepBeforeChange, keepRevision } from './revision-rows';
import { utf8Bytes } from './text-bytes';

/** A row that a change stands on does not match its hash: writing over it would hide the damage. */
export class DamagedRowError extends Error {
  readonly table: string;
  readonly key: string;
  constructor(table: string, key: string) {
    super(`row ${key} of ${table} does not match its hash`);
    this.table = table;
    this.key = key;
  }
}

const need = <R>(rows: Rows, table: Table<R>, key: string): R => {
  const found = rows.find(table, key);
  if (found === null) throw new Error(`no row ${key} in ${table.name}`);
  if (!found.intact) throw new DamagedRowError(table.name, key);
  return found.row;
};

const withAnswer = (answered: string, section: string, isIn: boolean): string => {
  const ids = new Set(JSON.parse(answered) as string[]);
  if (isIn) ids.add(section);
  else ids.delete(section);
  return JSON.stringify([...ids].sort());
};

const writeSection = (
  rows: Rows,
  entry: Entry,
  id: string,
  section: string,
  value: string,
): void => {
  rows.put(tables.sections, {
    proposal_id: id,
    section,
    value,
    modified_at: entry.at,
    seq: entry.seq,
  });
};

const writeSections = (
  rows: Rows,
  entry: Entry,
  id: string,
  values: Readonly<Record<string, string>>,
): string => {
  let answered = '[]';
  for (const [section, value] of Object.entries(values)) {
    writeSection(rows, entry, id, section, value);
    answered = withAnswer(answered, section, isAnswered(JSON.parse(value)));
  }
  return answered;
};

/** Changes the proposal's own row; words that stood there before may become a version first. */
const changeWords = (
  rows: Rows,
  entry: Entry,
  id: string,
  size: number,
  change: (before: ProposalRow) => ProposalRow,
): void => {
  const before = keepBeforeChange(rows, need(rows, tables.proposals, id), entry.at);
  const after = change(before);
  rows.put(tables.proposals, {
    ...after,
    modified_at: entry.at,
    seq: entry.seq,
    burst: after.burst + Math.max(1, size),
  });
};

/** Bytes that a save without a change of length counts as, so that steady rewriting also makes versions. */
const LEAST_SIZE = 20;

const sizeOfChange = (rows: Rows, id: string, section: string, value: string): number => {
  const before = rows.bytesOf(tables.sections, 'value', id, section);
  return Math.max(LEAST_SIZE, Math.abs(utf8Bytes(value).length - before));
};

const putAttachments = (
  rows: Rows,
  { at, seq }: Entry,
  proposalId: string,
  attachments: readonly ImportedAttachment[],
): void => {
  for (const { id, name, mediaType, bytes, sha256 } of attachments) {
    rows.put(tables.attachments, {
      id,
      proposal_id: proposalId,
      name,
      media_type: mediaType,
      bytes,
      sha256,
      at,
      seq,
    });
  }
};

const putKeptFile = (
  rows: Rows,
  { at, seq }: Entry,
  proposalId: string,
  { name, bytes, sha256 }: ImportedFile,
): void => {
  // The first name stays: the same bytes came in a second time.
  if (rows.find(tables.keptFiles, proposalId, sha256)?.intact === true) return;
  rows.put(tables.keptFiles, { proposal_id: proposalId, sha256, name, bytes, at, seq });
};

const createProposal = (rows: Rows, entry: Entry, change: Change & { kind: 'proposal' }): void => {
  const row: ProposalRow = {
    id: change.id,
    title: change.title,
    call_id: change.callId,
    template_id: change.templateId,
    organisation_id: change.organisationId,
    style: change.style,
    created_at: entry.at,
    modified_at: entry.at,
    trashed_at: null,
    seq: entry.seq,
    answered: '[]',
    revised_seq: 0,
    burst: 1,
  };
  rows.put(tables.proposals, row);
  const answered = writeSections(rows, entry, change.id, change.values);
  rows.put(tables.proposals, { ...row, answered });
  putAttachments(rows, entry, change.id, change.attachments ?? []);
};

const bringBack = (rows: Rows, entry: Entry, change: Change & { kind: 'content' }): void => {
  const found = need(rows, tables.proposals, change.id);
  const before =
    found.burst === 0 ? found : (keepRevision(rows, found, 'auto', '', found.modified_at) ?? found);
  rows.remove(tables.sections, change.id);
  const answered = writeSections(rows, entry, change.id, change.values);
  const after: ProposalRow = {
    ...before,
    title: change.title,
    organisation_id: change.organisationId,
    style: change.style,
    modified_at: entry.at,
    seq: entry.seq,
    answered,
  };
  const kept = keepRevision(rows, after, 'restored', String(change.from), entry.at);
  rows.put(tables.proposals, kept ?? after);
};

const saveOrganisation = (
  rows: Rows,
  entry: Entry,
  change: Change & { kind: 'organisation' },
): void => {
  if (change.isDefault) {
    for (const { row, intact } of rows.findAll(tables.organisations)) {
      if (intact && row.is_default === 1 && row.id !== change.id) {
        rows.put(tables.organisations, { ...row, is_default: 0, seq: entry.seq });
      }
    }
  }
  rows.put(tables.organisations, {
    id: change.id,
    profile: change.profile,
    is_default: change.isDefault ? 1 : 0,
    seq: entry.seq,
  });
};

const saveSection = (rows: Rows, entry: Entry, change: Change & { kind: 'section' }): void => {
  const { id, section, value } = change;
  changeWords(rows, entry, id, sizeOfChange(rows, id, section, value), (before) => {
    writeSection(rows, entry, id, section, value);
    const isIn = change.answered ?? isAnswered(JSON.parse(value));
    return { ...before, answered: withAnswer(before.answered, section, isIn) };
  });
};

const keepVersion = (rows: Rows, entry: Entry, change: Change & { kind: 'version' }): void => {
  const before = need(rows, tables.proposals, change.id);
  const after = keepRevision(rows, { ...before, seq: entry.seq }, change.as, change.name, entry.at);
  if (after === null) throw new DamagedRowError('sections', change.id);
  rows.put(tables.proposals, after);
};

const enterExport = (rows: Rows, entry: Entry, change: Change & { kind: 'export' }): void => {
  rows.put(tables.exports, {
    id: change.id,
    proposal_id: change.proposalId,
    format: change.format,
    file_name: change.fileName,
    folder: change.folder,
    pages: change.pages,
    bytes: change.bytes,
    sha256: change.sha256,
    at: entry.at,
    seq: entry.seq,
  });
};

const importPack = (rows: Rows, entry: Entry, change: Change & { kind: 'pack' }): void => {
  const { seq, at } = entry;
  for (const { list, id, value, base } of change.records) {
    const before = rows.find(tables.records, list, id)?.row;
    rows.put(tables.records, {
      list,
      id,
      value,
      base,
      pack_id: change.id,
      edition: change.edition,
      removed: before?.removed ?? 0,
      seq,
    });
  }
  rows.put(tables.packs, {
    id: change.id,
    edition: change.edition,
    title: change.title,
    content_sha256: change.sha256,
    imported_at: at,
    seq,
  });
};

const saveRecord = (rows: Rows, entry: Entry, change: Change & { kind: 'record' }): void => {
  const { list, id, value } = change;
  const before = rows.find(tables.records, list, id)?.row;
  rows.put(tables.records, {
    list,
    id,
    value,
    base: before?.base ?? null,
    pack_id: before?.pack_id ?? null,
    edition: before?.edition ?? null,
    removed: 0,
    seq: entry.seq,
  });
};

/** What a pack brought stays as a stone, so that the next edition does not bring it back. */
const removeRecord = (
  rows: Rows,
  entry: Entry,
  { list, id }: Change & { kind: 'record-removed' },
): void => {
  const before = rows.find(tables.records, list, id)?.row;
  if (before === undefined) return;
  if (before.base === null) rows.remove(tables.records, list, id);
  else rows.put(tables.records, { ...before, removed: 1, seq: entry.seq });
};

const enterRegister = (rows: Rows, entry: Entry, change: Change & { kind: 'register' }): void => {
  const before = rows.last(tables.register);
  const row = {
    id: change.id,
    at: entry.at,
    kind: change.entry,
    proposal_id: change.proposalId,
    actor: change.actor,
    detail: change.detail,
    seq: entry.seq,
  };
  rows.put(tables.register, { ...row, chain: registerChain(before?.row.chain ?? '', row) });
};

const importProposal = (rows: Rows, entry: Entry, imported: ImportedProposal): void => {
  const { seq, at } = entry;
  const { id } = imported;
  const found = imported.isUpdate ? need(rows, tables.proposals, id) : null;
  if (found !== null && found.burst > 0) keepRevision(rows, found, 'auto', '', found.modified_at);
  const row: ProposalRow = {
    id,
    title: imported.title,
    call_id: imported.callId,
    template_id: imported.templateId,
    organisation_id: imported.organisationId,
    style: imported.style,
    created_at: found?.created_at ?? at,
    modified_at: at,
    trashed_at: found?.trashed_at ?? null,
    seq,
    answered: '[]',
    revised_seq: seq,
    burst: 0,
  };
  rows.put(tables.proposals, row);
  for (const { words, kind, name, at: made } of imported.revisions) {
    addRevision(rows, id, { text: words, kind, name, at: made, seq });
  }
  rows.remove(tables.sections, id);
  const after = { ...row, answered: writeSections(rows, entry, id, imported.values) };
  rows.put(tables.proposals, keepRevision(rows, after, 'imported', '', at) ?? after);
  for (const [part, value] of Object.entries(imported.parts)) {
    rows.put(tables.parts, { proposal_id: id, part, value, seq });
  }
  putAttachments(rows, entry, id, imported.attachments);
  for (const file of imported.files ?? []) putKeptFile(rows, entry, id, file);
};

const importPackage = (rows: Rows, entry: Entry, change: Change & { kind: 'import' }): void => {
  for (const { id, profile } of change.organisations) {
    rows.put(tables.organisations, { id, profile, is_default: 0, seq: entry.seq });
  }
  for (const { list, id, value } of change.records) {
    saveRecord(rows, entry, { kind: 'record', list, id, value });
  }
  for (const proposal of change.proposals) importProposal(rows, entry, proposal);
};

type Appliers = {
  readonly [K in Change['kind']]: (
    rows: Rows,
    entry: Entry,
    change: Extract<Change, { kind: K }>,
  ) => void;
};

const nothing = (): void => undefined;

const appliers: Appliers = {
  proposal: createProposal,
  title: (rows, entry, { id, title }) =>
    changeWords(rows, entry, id, 1, (before) => ({ ...before, title })),
  style: (rows, entry, { id, style }) =>
    changeWords(rows, entry, id, 1, (before) => ({ ...before, style })),
  section: saveSection,
  'organisation-of': (rows, entry, { id, organisationId }) =>
    changeWords(rows, entry, id, 1, (before) => ({ ...before, organisation_id: organisationId })),
  trash: (rows, { at, seq }, { id, trashed }) => {
    const before = need(rows, tables.proposals, id);
    rows.put(tables.proposals, { ...before, trashed_at: trashed ? at : null, seq });
  },
  erase: (rows, _entry, { id }) => rows.remove(tables.proposals, id),
  organisation: saveOrganisation,
  'organisation-gone': (rows, _entry, { id }) => rows.remove(tables.organisations, id),
  export: enterExport,
  version: keepVersion,
  content: bringBack,
  setting: (rows, { seq }, { key, value }) => rows.put(tables.settings, { key, value, seq }),
  pack: importPack,
  record: saveRecord,
  'record-removed': removeRecord,
  part: (rows, { seq }, { id, part, value }) => {
    need(rows, tables.proposals, id);
    rows.put(tables.parts, { proposal_id: id, part, value, seq });
  },
  register: enterRegister,
  attachment: (rows, entry, { proposalId, ...attachment }) =>
    putAttachments(rows, entry, proposalId, [attachment]),
  'kept-file': (rows, entry, { proposalId, ...file }) => putKeptFile(rows, entry, proposalId, file),
  'attachment-gone': (rows, _entry, { id }) => rows.remove(tables.attachments, id),
  import: importPackage,
  barrier: nothing,
  withdrawn: nothing,
};

/** Does to the database what `entry` says. Same entries, same order: same rows, every time. */
export const applyChange = (rows: Rows, entry: Entry): void => {
  const apply = appliers[entry.change.kind] as (rows: Rows, entry: Entry, change: Change) => void;
  apply(rows, entry, entry.change);
};

/** False for a change that a newer program wrote. */
export const isKnownChange = (kind: string): boolean => Object.hasOwn(appliers, kind);
