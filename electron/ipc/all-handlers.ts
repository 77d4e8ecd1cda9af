import { appHandlers } from './app-handlers';
import { attachmentHandlers } from './attachment-handlers';
import { backupHandlers } from './backup-handlers';
import { complianceHandlers } from './compliance-handlers';
import { dossierHandlers } from './dossier/dossier-handlers';
import { paperHandlers } from './dossier/paper-handlers';
import { pictureHandlers } from './dossier/picture-handlers';
import { registerHandlers } from './dossier/register-handlers';
import { signHandlers } from './dossier/sign-handlers';
import { exportHandlers } from './export-handlers';
import type { Handlers } from './handlers';
import { historyHandlers } from './history-handlers';
import { libraryHandlers } from './library-handlers';
import { organisationHandlers } from './organisation-handlers';
import { packHandlers } from './pack-handlers';
import { proposalHandlers } from './proposal-handlers';
import type { Services } from './services';
import { storeHandlers } from './store-handlers';
import { transferHandlers } from './transfer-handlers';

/** Every channel once: a missing one does not compile, a doubled one fails a test. */
export const handlerGroups = (services: Services) =>
  [
    appHandlers(services),
    storeHandlers(services),
    organisationHandlers(services),
    proposalHandlers(services),
    exportHandlers(services),
    libraryHandlers(services),
    packHandlers(services),
    complianceHandlers(services),
    historyHandlers(services),
    backupHandlers(services),
    attachmentHandlers(services),
    transferHandlers(services),
    dossierHandlers(services),
    registerHandlers(services),
    signHandlers(services),
    pictureHandlers(services),
    paperHandlers(services),
  ] as const;

export const allHandlers = (services: Services): Handlers => {
  const [
    app,
    store,
    organisations,
    proposals,
    exports,
    library,
    packs,
    compliance,
    history,
    backups,
    attachments,
    transfer,
    dossier,
    register,
    sign,
    pictures,
    papers,
  ] = handlerGroups(services);
  return {
    ...app,
    ...store,
    ...organisations,
    ...proposals,
    ...exports,
    ...library,
    ...packs,
    ...compliance,
    ...history,
    ...backups,
    ...attachments,
    ...transfer,
    ...dossier,
    ...register,
    ...sign,
    ...pictures,
    ...papers,
  };
};
