import { existsSync } from 'node:fs';
import { ZodError } from 'zod';
import { err, ok, type Result } from '../../shared/base';
import type { ExportRecord, IpcFailure, StoreState } from '../../shared/ipc';
import { type SearchDocument, searchRecords } from '../../shared/model';
import { Attachments } from './attachments/attachment-store';
import { Contents } from './attachments/contents';
import { makeKeptFileStore } from './attachments/kept-files';
import { backupOf } from './backup-store';
import { listBackupFiles } from './backups/backup-files';
import { startChecker } from './backups/start-checker';
import { makeDossierStore } from './dossier-store';
import { makeExportRegister } from './export-register';
import { failureOf, failures } from './failures';
import { makeLibraryStore } from './library-store';
import type { SessionOptions } from './open-session';
import { makeOrganisationStore } from './organisation-store';
import { makePackageStore } from './package/package-store';
import { makeProposalStore } from './proposal-store';
import { allProposalIds } from './queries/changed-proposals';
import { makeRevisionStore } from './revision-store';
import { libraryDocuments, proposalDocument } from './search/document-source';
import type { ReadSession } from './session';
import type { Store, StoreResult } from './store';
import type { StoreAccess } from './store-access';
import type { Backup } from './store-backups';
import type { RegisterEntry } from './store-dossier';

export interface ReadOnlyParts
  extends Pick<SessionOptions, 'Database' | 'paths' | 'now' | 'appVersion'> {
  readonly session: ReadSession;
  /** Why it is only looked at, `readOnly` set. */
  readonly state: StoreState;
  /** Acknowledged changes that are not in the copy, by name; empty: all are. */
  readonly missing: readonly string[];
  /** Brings the bytes of attachments to where `paths.attachments` says. Rejects. */
  readonly lendAttachments: () => Promise<void>;
  readonly close: () => void;
}

/**
 * A table or a value of another shape is no bug in a file of a time that this program knows nothing
 * of.
 */
const failureOfLooking = (error: unknown, isNewer: boolean): IpcFailure => {
  const known = failureOf(error);
  if (known !== null) return known;
  if (!isNewer) throw error;
  const isOtherShape =
    error instanceof ZodError ||
    error instanceof SyntaxError ||
    (error as { code?: unknown }).code === 'SQLITE_ERROR';
  if (isOtherShape) return failures.ofNewerKind();
  throw error;
};

/** What is exported while looking is known until the window closes; the file learns nothing of it. */
const sessionRegister = (access: StoreAccess) => {
  const kept = makeExportRegister(access);
  const exports: ExportRecord[] = [];
  const entries: RegisterEntry[] = [];
  return {
    listExports: (proposalId: string): StoreResult<readonly ExportRecord[]> => {
      const before = kept.listExports(proposalId);
      if (!before.ok) return before;
      return ok([...exports.filter((one) => one.proposalId === proposalId), ...before.value]);
    },
    readExport: (id: number): StoreResult<ExportRecord> => {
      const own = exports.find((one) => one.id === id);
      return own === undefined ? kept.readExport(id) : ok(own);
    },
    registerExport: (entry: Omit<ExportRecord, 'id' | 'at'>): StoreResult<ExportRecord> => {
      // Below every number that the file gives.
      const record = { ...entry, id: -1 - exports.length, at: access.now() };
      exports.unshift(record);
      return ok(record);
    },
    enterRegister: (entry: Omit<RegisterEntry, 'id' | 'at'>): StoreResult<RegisterEntry> => {
      const made = { ...entry, id: -1 - entries.length, at: access.now() };
      entries.push(made);
      return ok(made);
    },
  };
};

/** All words read once: nothing changes while somebody only looks. */
const makeSearch = (access: StoreAccess, library: Store['library']): Store['search'] => {
  let documents: readonly SearchDocument[] | null = null;
  return ({ query, limit = 30, kinds }) =>
    access.read((session) => {
      const shelf = library();
      documents ??= [
        ...allProposalIds(session.db).flatMap((id) => proposalDocument(session, id) ?? []),
        ...(shelf.ok ? libraryDocuments(shelf.value).map(({ document }) => document) : []),
      ];
      const wanted = documents.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
      return ok(searchRecords(wanted, query, limit));
    });
};

/** A whole store over a copy: reads and exports as the live one does, and refuses every change. */
export const readOnlyStore = (parts: ReadOnlyParts): Store => {
  const { session, paths, state, missing } = parts;
  const refuse = (): Result<never, IpcFailure> => err(failures.lookOnly(state.hint));
  const refuseLater = () => Promise.resolve(refuse());
  const access: StoreAccess = {
    now: parts.now,
    // Asked for only by changes, which are refused.
    newId: () => '',
    read: (work) => {
      try {
        return work(session);
      } catch (error) {
        return err(failureOfLooking(error, state.state === 'newer-file'));
      }
    },
    commit: refuse,
  };
  const contents = new Contents({ options: parts, session: refuse }, startChecker(parts.Database));
  const attachments = new Attachments(access, contents);
  const packages = makePackageStore({ ...access, options: parts }, contents, {
    backupNow: refuseLater,
  });
  const library = makeLibraryStore(access);
  const backups = (): Backup[] => listBackupFiles(paths.backups, 'own').map(backupOf);
  const withAttachments = async <T>(
    work: () => Promise<StoreResult<T>>,
  ): Promise<StoreResult<T>> => {
    try {
      if (!existsSync(paths.attachments)) await parts.lendAttachments();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) throw error;
      return err(failure);
    }
    return work();
  };
  return {
    file: state.file,
    // What was put right is right in the copy only, and done again when the file itself is opened.
    healed: missing.length === 0 ? null : { things: [], replayed: 0, missing },
    state: () => state,
    retry: () => state,
    scrub: () => ({ done: true, damaged: [], mended: [] }),
    scrubContents: () => Promise.resolve(ok({ done: true, damaged: [], mended: [] })),
    tick: () => Promise.resolve(),
    finish: () => Promise.resolve(),
    close: () => {
      contents.close();
      parts.close();
    },
    ...makeProposalStore(access),
    // Where the person was is no change of words: it is forgotten with the window.
    saveView: () => ok(undefined),
    ...makeOrganisationStore(access),
    ...makeRevisionStore(access),
    ...library,
    ensurePack: () => ok(null),
    search: makeSearch(access, library.library),
    ...makeDossierStore(access),
    ...sessionRegister(access),
    listAttachments: attachments.listAttachments,
    addAttachment: refuseLater,
    removeAttachment: refuse,
    copyAttachment: (id, path, transfer) =>
      withAttachments(() => attachments.copyAttachment(id, path, transfer)),
    ...makeKeptFileStore(access, contents),
    keepFile: refuseLater,
    writePackage: (ids, path, options) =>
      withAttachments(() => packages.writePackage(ids, path, options)),
    inspectPackage: packages.inspectPackage,
    importPackage: refuseLater,
    backupState: () => ({
      newest: backups()[0] ?? null,
      behind: 0,
      running: false,
      trouble: '',
      secondPlace: null,
      folderWarning: '',
    }),
    listBackups: backups,
    backupNow: refuseLater,
    verifyBackup: refuseLater,
    restoreBackup: refuseLater,
    setSecondPlace: refuse,
  };
};
