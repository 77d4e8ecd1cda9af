import { existsSync, realpathSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/base';
import { makeExportRegister } from './export-register';
import { openSession } from './open-session';
import { makeOrganisationStore } from './organisation-store';
import { makeProposalStore } from './proposal-store';
import { makeRevisionStore } from './revision-store';
import { loadSqlite } from './sqlite';
import type { Store, StoreNotOpened, StoreOptions } from './store';
import { StoreCore } from './store-core';
import { storePaths } from './store-paths';
import { storeState } from './store-states';

const JOURNAL_RESERVE = 1024 * 1024;

/** Files open in this process: the system's locks do not keep a process from itself. */
const openFiles = new Set<string>();

const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/** Opens the store of a folder, making it where there was none. Never throws for what a disk may do. */
export const openStore = (options: StoreOptions): Result<Store, StoreNotOpened> => {
  const paths = storePaths(options.folder);
  const refuse = (state: StoreNotOpened['state']): Result<Store, StoreNotOpened> =>
    err({ state, recovery: null });
  const Database = loadSqlite();
  if (Database === null) return refuse(storeState('wrong-runtime', paths.database));
  if (openFiles.has(realPath(paths.database))) return refuse(storeState('locked', paths.database));
  const sessionOptions = {
    Database,
    paths,
    now: options.now,
    newId: options.newId,
    appVersion: options.appVersion,
    secondPlace: null,
    journalReserve: JOURNAL_RESERVE,
  };
  const opened = openSession(sessionOptions);
  if (!opened.ok) return refuse(opened.error);
  const key = realPath(paths.database);
  openFiles.add(key);
  const core = new StoreCore(
    sessionOptions,
    opened.value.session,
    options.onTrouble ?? (() => undefined),
  );
  return ok({
    file: paths.database,
    healed: opened.value.healed,
    state: () => core.trouble ?? storeState('ready', paths.database),
    retry: () => core.retry(),
    close: () => {
      core.close();
      openFiles.delete(key);
    },
    ...makeProposalStore(core),
    ...makeOrganisationStore(core),
    ...makeExportRegister(core),
    ...makeRevisionStore(core),
  });
};
