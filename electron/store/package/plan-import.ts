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
import type { PackedProposal } from './package-format';
import type { ReadPackage } from './read-package';

export interface ImportWork {
  readonly plan: PackagePlan;
  /** null: there is nothing to bring in. */
  readonly change: (Change & { kind: 'import' }) | null;
  /** Contents of attachments that come with it. */
  readonly contents: readonly string[];
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
  return {
    id: isCopy ? newId() : packed.id,
    isUpdate: action === 'update',
    title: isCopy ? `${packed.title}${COPY_SUFFIX}` : packed.title,
    callId: packed.callId,
    templateId: packed.templateId,
    organisationId: packed.organisationId,
    style: partText(packed.style),
    values: valueTexts(packed.values),
    parts: Object.fromEntries(
      Object.entries(packed.parts).map(([part, value]) => [part, partText(value)]),
    ),
    revisions,
    attachments: packed.attachments
      .filter(({ id }) => isCopy || session.rows.find(tables.attachments, id) === null)
      .map((attachment) => (isCopy ? { ...attachment, id: newId() } : attachment)),
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
    const action = actionOf(here, packed);
    const isIn = action === 'new' || action === 'update' || action === 'copy';
    const imported = isIn ? importedOf(session, packed, action, here, newId) : null;
    if (imported !== null) proposals.push(imported);
    planned.push({
      id: packed.id,
      title: packed.title,
      action,
      revisions: imported?.revisions.length ?? 0,
      attachments: imported?.attachments.length ?? 0,
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
  const attachments = proposals.flatMap((proposal) => proposal.attachments);
  const plan: PackagePlan = {
    createdAt: read.manifest.createdAt,
    createdBy: read.manifest.createdBy,
    proposals: planned,
    organisations: organisations.map(({ name }) => name),
    records: records.map(({ title }) => title),
    attachmentBytes: attachments.reduce((sum, { bytes }) => sum + bytes, 0),
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
    contents: [...new Set(attachments.map(({ sha256 }) => sha256))],
  });
};
