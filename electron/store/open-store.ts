import { existsSync, realpathSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/base';
import { Attachments } from './attachments/attachment-store';
import { Contents } from './attachments/contents';
import { makeKeptFileStore } from './attachments/kept-files';
import { Backups } from './backup-store';
import { startChecker } from './backups/start-checker';
import { demandWritableFolder } from './demand-writable';
import { makeDossierStore } from './dossier-store';
import { makeExportRegister } from './export-register';
import { guarded } from './failures';
import { makeLibraryStore } from './library-store';
import { openSession, type SessionOptions } from './open-session';
import { makeOrganisationStore } from './organisation-store';
import { makePackageStore } from './package/package-store';
import { makeProposalStore } from './proposal-store';
import { bestBase, rebuild } from './rebuild';
import { planOf } from './recovery-plan';
import { makeRevisionStore } from './revision-store';
import { Scrubber } from './scrub';
import { SearchIndex } from './search/search-index';
import { loadSqlite } from './sqlite';
import type { Store, StoreNotOpened, StoreOptions } from './store';
import { StoreCore } from './store-core';
import type { Healing } from './store-health';
import { type StorePaths, storePaths } from './store-paths';
import { storeState } from './store-states';
import { Upkeep } from './upkeep';

const JOURNAL_RESERVE = 1024 * 1024;

/** Files open in this process: the system's locks do not keep a process from itself. */
const openFiles = new Set<string>();

const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

type Opened = Result<Store, StoreNotOpened>;

/** What both ways of opening need, or why neither can work. */
const prepare = (options: StoreOptions): Result<SessionOptions, StoreNotOpened> => {
  const paths = storePaths(options.folder);
  const Database = loadSqlite();
  if (Database === null) {
    return err({ state: storeState('wrong-runtime', paths.database), recovery: null });
  }
  if (openFiles.has(realPath(paths.database))) {
    return err({ state: storeState('locked', paths.database), recovery: null });
  }
  const { now, newId, appVersion, journalReserve = JOURNAL_RESERVE } = options;
  return ok({ Database, paths, now, newId, appVersion, journalReserve });
};

/** Where the person may choose to have the file built again. */
const RECOVERABLE: ReadonlySet<string> = new Set(['empty-file', 'foreign-file', 'damaged-file']);

const notOpened = (paths: StorePaths, state: StoreNotOpened['state']): Opened => {
  const base = RECOVERABLE.has(state.state) ? guarded(() => bestBase(paths)) : null;
  return err({ state, recovery: base?.ok && base.value !== null ? planOf(base.value) : null });
};

/** Opens the store of a folder, making it where there was none. Never throws for what a disk may do. */
export const openStore = (options: StoreOptions): Opened => {
  const prepared = prepare(options);
  return prepared.ok ? openPrepared(options, prepared.value, null) : prepared;
};

/**
 * For a file that does not open: moves it aside untouched, with all that belongs to it, builds it
 * again from the best backup and the journal, and opens that. `healed` says what was done and what
 * is missing.
 */
export const recoverStore = (options: StoreOptions): Opened => {
  const prepared = prepare(options);
  if (!prepared.ok) return prepared;
  const { Database, paths } = prepared.value;
  const done = guarded(() => {
    const base = bestBase(paths);
    if (base === null) return null;
    demandWritableFolder(paths.folder);
    rebuild(Database, paths, base);
    return planOf(base);
  });
  if (!done.ok) {
    const kind = done.error.code === 'store-read-only' ? 'not-writable' : 'io';
    return err({ state: storeState(kind, paths.database), recovery: null });
  }
  if (done.value === null) return openPrepared(options, prepared.value, null);
  const { restores: message, missing, changes: replayed } = done.value;
  return openPrepared(options, prepared.value, {
    things: [{ kind: 'file-rebuilt', message }],
    replayed,
    missing,
  });
};

const joined = (a: Healing | null, b: Healing | null): Healing | null => {
  if (a === null || b === null) return a ?? b;
  return {
    things: [...a.things, ...b.things],
    replayed: a.replayed + b.replayed,
    missing: [...a.missing, ...b.missing],
  };
};

const openPrepared = (
  options: StoreOptions,
  sessionOptions: SessionOptions,
  before: Healing | null,
): Opened => {
  const { paths } = sessionOptions;
  const opened = openSession(sessionOptions);
  if (!opened.ok) return notOpened(paths, opened.error);
  const key = realPath(paths.database);
  openFiles.add(key);
  const { session, healed } = opened.value;
  const core = new StoreCore(sessionOptions, session, options.onTrouble ?? (() => undefined));
  const checker = startChecker(sessionOptions.Database, { file: options.checkerFile });
  const contents = new Contents(core, checker);
  const scrubber = new Scrubber(core, contents);
  core.mend = scrubber.mend;
  const attachments = new Attachments(core, contents);
  const backups = new Backups(core, contents, checker);
  const library = makeLibraryStore(core);
  const index = new SearchIndex(core, library.library);
  core.onReplaced = () => {
    contents.lookAgain();
    index.reset();
  };
  const upkeep = new Upkeep(
    { core, backups, contents, scrubber, index },
    options.uptime ?? (() => performance.now()),
  );
  if (joined(before, healed) !== null) guarded(() => index.reset());
  if (options.timers === true) upkeep.start();
  return ok({
    file: paths.database,
    healed: joined(before, healed),
    state: () => core.trouble ?? storeState('ready', paths.database),
    retry: () => core.retry(),
    scrub: (rows) => scrubber.scrub(rows),
    scrubContents: () => scrubber.scrubContents(),
    tick: upkeep.tick,
    finish: upkeep.finish,
    close: () => {
      upkeep.stop();
      index.close();
      contents.close();
      core.close();
      openFiles.delete(key);
    },
    backupState: backups.backupState,
    listBackups: backups.listBackups,
    backupNow: backups.backupNow,
    verifyBackup: backups.verifyBackup,
    restoreBackup: backups.restoreBackup,
    setSecondPlace: backups.setSecondPlace,
    ...makeProposalStore(core),
    ...makeOrganisationStore(core),
    ...makeExportRegister(core),
    ...makeRevisionStore(core),
    ...library,
    search: index.search,
    listAttachments: attachments.listAttachments,
    addAttachment: attachments.addAttachment,
    removeAttachment: attachments.removeAttachment,
    copyAttachment: attachments.copyAttachment,
    ...makeKeptFileStore(core, contents),
    ...makeDossierStore(core),
    ...makePackageStore(core, contents, backups),
  });
};
