import { err, ok } from '../../shared/base';
import { type ExportRecord, exportRecordSchema } from '../../shared/ipc';
import { failures } from './failures';
import { exportIdsOf, lastExportId } from './queries/proposal-lists';
import { type ExportRow, tables } from './queries/tables';
import type { ReadSession } from './session';
import type { StoreResult, WritableStore } from './store';
import type { StoreAccess } from './store-access';

const recordOf = (row: ExportRow): ExportRecord =>
  exportRecordSchema.parse({
    id: row.id,
    proposalId: row.proposal_id,
    format: row.format,
    fileName: row.file_name,
    folder: row.folder,
    pages: row.pages,
    bytes: row.bytes,
    sha256: row.sha256,
    at: row.at,
  });

export const readExport = (session: ReadSession, id: number): StoreResult<ExportRecord> => {
  const found = session.rows.find(tables.exports, id);
  if (found === null) return err(failures.noExport());
  return found.intact
    ? ok(recordOf(found.row))
    : err(failures.damaged([`lần kết xuất số ${id} trong sổ`]));
};

/** Newest first. */
export const readExports = (
  session: ReadSession,
  proposalId: string,
): StoreResult<readonly ExportRecord[]> => {
  const records: ExportRecord[] = [];
  for (const id of exportIdsOf(session.db, proposalId)) {
    const record = readExport(session, id);
    if (!record.ok) return record;
    records.push(record.value);
  }
  return ok(records);
};

type ExportRegister = Pick<WritableStore, 'listExports' | 'readExport' | 'registerExport'>;

/** The register only grows: entries are never changed, and outlive their proposal. */
export const makeExportRegister = (core: StoreAccess): ExportRegister => ({
  listExports: (proposalId) => core.read((session) => readExports(session, proposalId)),

  readExport: (exportId) => core.read((session) => readExport(session, exportId)),

  registerExport: (entry) => {
    const next = core.read((session) => ok(lastExportId(session.db) + 1));
    if (!next.ok) return next;
    const done = core.commit({ kind: 'export', id: next.value, ...entry }, 'withdraw');
    return done.ok ? ok({ id: next.value, ...entry, at: done.value.savedAt }) : done;
  },
});
