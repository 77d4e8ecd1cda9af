import { ok } from '../../../shared/base';
import { type PackList, packRecordTitle, packSchema } from '../../../shared/model';
import type { Change, ImportedProposal } from '../change';
import { type SectionRow, tables } from '../queries/tables';
import { wordsText } from '../revision-rows';
import { sha256Hex } from '../row-hash';
import type { ReadSession } from '../session';
import type { StoreResult } from '../store';
import type { PackagePlan, PlannedProposal } from '../store-packages';
import { partText } from './collect-package';
import { FREEZES, mergedFreezes } from './merged-freezes';
import type { PackedProposal } from './package-format';
import type { ReadPackage } from './read-package';

export interface ImportWork {
  readonly plan: PackagePlan;
  /** null: there is nothing to bring in. */
  readonly change: (Change & { kind: 'import' }) | null;
  /** Contents of attachments and kept files that come with it, each once. */
  readonly contents: readonly { readonly sha256: string; readonly bytes: number }[];
}

type Words = Pick<PackedProposal, 'title' | 'organisationId' | 'style' | 'values'>;

const valueTexts = (values: Words['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([section, value]) => [section, partText(value)]));

const textOf = ({ title, organisationId, style, values }: Words): string =>
  wordsText(
    { title, organisation_id: organisationId, style: partText(style) },
    Object.entries(valueTexts(values)),
  );

interface Here {
  readonly text: string;
  /** Hashes of all versions, the thinned out ones too. */
  readonly versions: ReadonlySet<string>;
}

const hereOf = (session: ReadSession, id: string): Here | null => {
  const found = session.rows.find(tables.proposals, id);
  if (found === null) return null;
  const sections = session.rows.findAll(tables.sections, id);
  const values = sections.map(({ row }: { row: SectionRow }) => [row.section, row.value] as const);
  return {
    text: wordsText(found.row, values),
    versions: new Set(
      session.rows.findAll(tables.revisions, id).map(({ row }) => row.words_sha256),
    ),
  };
};

const actionOf = (here: Here | null, packed: PackedProposal): PlannedProposal['action'] => {
  if (here === null) return 'new';
  const text = textOf(packed);
  if (text === here.text) return 'same';
  if (packed.revisions.some(({ words }) => textOf(words) === here.text)) {
    return 'update';
  }
  return here.versions.has(sha256Hex(text)) ? 'older' : 'copy';
};

/** A part may name an attachment, as a receipt does its photograph; in a copy that one has a new id. */
const withNewIds = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => withNewIds(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withNewIds(field, ids)]),
  );
};

type Parts = PackedProposal['parts'];

const partTexts = (parts: Parts): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, partText(value)]));

/** Where what a part said here is kept when what came in says something else. */
const BEFORE = '.before-import';

/**
 * Frozen versions of both sides. Of any other part that differs: what came in where its words go on
 * from ours, with ours kept beside it; ours where the words are the same and nobody knows who is
 * ahead.
 */
const mergedParts = (
  session: ReadSession,
  packed: PackedProposal,
  isSame: boolean,
): Record<string, string> => {
  const merged = partTexts(packed.parts);
  for (const [part, text] of Object.entries(merged)) {
    const here = session.rows.find(tables.parts, packed.id, part)?.row.value;
    if (here === undefined || here === text) continue;
    const freezes = part === FREEZES ? mergedFreezes(JSON.parse(here), packed.parts[part]) : null;
    if (freezes !== null) merged[part] = partText(freezes);
    else if (isSame) merged[part] = here;
    else merged[`${part}${BEFORE}`] = here;
  }
  return merged;
};

/** Word for word what is here, and yet something comes with it: a paper signed on the other machine. */
const bringsMore = (session: ReadSession, packed: PackedProposal): boolean => {
  const { attachments, files = [], id } = packed;
  return (
    files.some(({ sha256 }) => session.rows.find(tables.keptFiles, id, sha256) === null) ||
    attachments.some((each) => session.rows.find(tables.attachments, each.id) === null) ||
    Object.entries(mergedParts(session, packed, true)).some(
      ([part, text]) => session.rows.find(tables.parts, id, part)?.row.value !== text,
    )
  );
};

const COPY_SUFFIX = ' (từ tệp chuyển)';

const importedOf = (
  session: ReadSession,
  packed: PackedProposal,
  action: 'new' | 'update' | 'copy',
  here: Here | null,
  newId: () => string,
): ImportedProposal => {
  const isCopy = action === 'copy';
  const known = isCopy ? new Set<string>() : (here?.versions ?? new Set<string>());
  const revisions = packed.revisions
    .map(({ at, kind, name, words }) => ({ at, kind, name, words: textOf(words) }))
    .filter(({ words }) => !known.has(sha256Hex(words)));
  const attachments = packed.attachments
    .filter(({ id }) => isCopy || session.rows.find(tables.attachments, id) === null)
    .map((attachment) => ({
      old: attachment.id,
      ...attachment,
      id: isCopy ? newId() : attachment.id,
    }));
  const renamed = new Map(attachments.map(({ old, id }) => [old, id]));
  return {
    id: isCopy ? newId() : packed.id,
    isUpdate: action === 'update',
    title: isCopy ? `${packed.title}${COPY_SUFFIX}` : packed.title,
    callId: packed.callId,
    templateId: packed.templateId,
    organisationId: packed.organisationId,
    style: partText(packed.style),
    values: valueTexts(packed.values),
    parts:
      action === 'update'
        ? mergedParts(session, packed, here !== null && here.text === textOf(packed))
        : partTexts(isCopy ? (withNewIds(packed.parts, renamed) as Parts) : packed.parts),
    revisions,
    attachments: attachments.map(({ old: _old, ...attachment }) => attachment),
    files: (packed.files ?? []).filter(
      ({ sha256 }) => isCopy || session.rows.find(tables.keptFiles, packed.id, sha256) === null,
    ),
  };
};

/** Compares a package with what is here. Nothing here is ever overwritten. */
export const planImport = (
  session: ReadSession,
  read: ReadPackage,
  newId: () => string,
): StoreResult<ImportWork> => {
  const planned: PlannedProposal[] = [];
  const proposals: ImportedProposal[] = [];
  for (const packed of read.proposals) {
    const here = hereOf(session, packed.id);
    const found = actionOf(here, packed);
    const action = found === 'same' && bringsMore(session, packed) ? 'update' : found;
    const isIn = action === 'new' || action === 'update' || action === 'copy';
    const imported = isIn ? importedOf(session, packed, action, here, newId) : null;
    if (imported !== null) proposals.push(imported);
    planned.push({
      id: packed.id,
      title: packed.title,
      action,
      revisions: imported?.revisions.length ?? 0,
      attachments: imported?.attachments.length ?? 0,
      files: imported?.files?.length ?? 0,
    });
  }
  const organisations = read.organisations
    .filter(({ id }) => session.rows.find(tables.organisations, id) === null)
    .map(({ id, profile }) => ({ id, name: profile.name, profile: partText(profile) }));
  const records = read.records
    .filter(({ list, id }) => session.rows.find(tables.records, list, id) === null)
    .filter(
      ({ list, value }) =>
        packSchema.shape[list as PackList].unwrap().element.safeParse(value).success,
    )
    .map(({ list, id, value }) => ({
      list,
      id,
      title: packRecordTitle(list as PackList, value),
      value: partText(value),
    }));
  const contents = new Map(
    proposals
      .flatMap(({ attachments, files = [] }) => [...attachments, ...files])
      .map(({ sha256, bytes }) => [sha256, bytes]),
  );
  const plan: PackagePlan = {
    createdAt: read.manifest.createdAt,
    createdBy: read.manifest.createdBy,
    proposals: planned,
    organisations: organisations.map(({ name }) => name),
    records: records.map(({ title }) => title),
    attachmentBytes: [...contents.values()].reduce((sum, bytes) => sum + bytes, 0),
  };
  const isEmpty = proposals.length + organisations.length + records.length === 0;
  return ok({
    plan,
    change: isEmpty
      ? null
      : {
          kind: 'import',
          proposals,
          organisations: organisations.map(({ id, profile }) => ({ id, profile })),
          records: records.map(({ list, id, value }) => ({ list, id, value })),
        },
    contents: [...contents].map(([sha256, bytes]) => ({ sha256, bytes })),
  });
};
