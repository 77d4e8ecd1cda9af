import { err, ok } from '../../../shared/base';
import type { Content } from '../attachments/contents';
import { damagedContent } from '../attachments/refused';
import { canonicalJson } from '../canonical-json';
import { failures } from '../failures';
import { readProposal } from '../proposal-store';
import { attachmentIdsOf } from '../queries/attachment-chunks';
import { tables } from '../queries/tables';
import { readRevisionWords } from '../revision-rows';
import type { ReadSession } from '../session';
import type { StoreResult } from '../store';
import type { PackedProposal } from './package-format';

export interface Collected {
  readonly proposals: readonly PackedProposal[];
  readonly organisations: readonly { readonly id: string; readonly profile: unknown }[];
  readonly records: readonly {
    readonly list: string;
    readonly id: string;
    readonly value: unknown;
  }[];
  readonly attachments: readonly Content[];
  /** Frozen and signed papers. */
  readonly files: readonly Content[];
}

const collectProposal = (session: ReadSession, id: string): StoreResult<PackedProposal> => {
  const record = readProposal(session, id);
  if (!record.ok) return record;
  const revisions: PackedProposal['revisions'] = [];
  for (const { row, intact } of session.rows.findAll(tables.revisions, id)) {
    if (row.body === null) continue;
    const words = intact ? readRevisionWords(row) : null;
    if (words === null) return err(failures.damaged([`phiên bản ${row.number} trong lịch sử`]));
    revisions.push({
      at: row.at,
      kind: row.kind,
      name: row.name,
      words,
    } as PackedProposal['revisions'][number]);
  }
  const parts = session.rows
    .findAll(tables.parts, id)
    .map(({ row }) => [row.part, JSON.parse(row.value)]);
  const attachments = attachmentIdsOf(session.db, id).flatMap(
    (each) => session.rows.find(tables.attachments, each) ?? [],
  );
  const files = session.rows.findAll(tables.keptFiles, id);
  for (const { row, intact } of attachments) {
    if (!intact) return err(damagedContent('attachment', row.name));
  }
  for (const { row, intact } of files) {
    if (!intact) return err(damagedContent('file', row.name));
  }
  const { title, callId, templateId, organisationId, style, values } = record.value;
  return ok({
    id,
    title,
    callId,
    templateId,
    organisationId,
    style,
    values: values as PackedProposal['values'],
    parts: Object.fromEntries(parts) as PackedProposal['parts'],
    revisions,
    attachments: attachments.map(({ row }) => ({
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      bytes: row.bytes,
      sha256: row.sha256,
    })),
    // Absent where there are none: then a reader that knows of none can read it.
    ...(files.length === 0
      ? {}
      : { files: files.map(({ row: { name, bytes, sha256 } }) => ({ name, bytes, sha256 })) }),
  });
};

/** Everything that belongs to the proposals, as it is now. A damaged part refuses the whole. */
export const collectPackage = (
  session: ReadSession,
  ids: readonly string[],
): StoreResult<Collected> => {
  const proposals: PackedProposal[] = [];
  for (const id of [...new Set(ids)].sort()) {
    const proposal = collectProposal(session, id);
    if (!proposal.ok) return proposal;
    proposals.push(proposal.value);
  }
  const organisationIds = new Set(proposals.map(({ organisationId }) => organisationId));
  const organisations = session.rows
    .findAll(tables.organisations)
    .filter(({ row, intact }) => intact && organisationIds.has(row.id))
    .map(({ row }) => ({ id: row.id, profile: JSON.parse(row.profile) as unknown }));
  const wanted = new Set(
    proposals.flatMap(({ callId, templateId }) => [`calls/${callId}`, `templates/${templateId}`]),
  );
  const records = session.rows
    .findAll(tables.records)
    .filter(({ row, intact }) => intact && row.removed === 0 && wanted.has(`${row.list}/${row.id}`))
    .map(({ row }) => ({ list: row.list, id: row.id, value: JSON.parse(row.value) as unknown }));
  const attachments = proposals.flatMap((proposal) =>
    proposal.attachments.map((each) => ({ ...each, kind: 'attachment' as const })),
  );
  const files = proposals.flatMap((proposal) =>
    (proposal.files ?? []).map((each) => ({ ...each, kind: 'file' as const })),
  );
  return ok({ proposals, organisations, records, attachments, files });
};

/** Canonical, so that the same content gives the same bytes. */
export const partText = (value: unknown): string => {
  const text = canonicalJson(value);
  if (!text.ok) throw new Error(`stored words are no JSON: ${text.error}`);
  return text.value;
};
