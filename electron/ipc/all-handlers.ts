import { appHandlers } from './app-handlers';
import { complianceHandlers } from './compliance-handlers';
import { exportHandlers } from './export-handlers';
import type { Handlers } from './handlers';
import { libraryHandlers } from './library-handlers';
import { organisationHandlers } from './organisation-handlers';
import { packHandlers } from './pack-handlers';
import { proposalHandlers } from './proposal-handlers';
import type { Services } from './services';
import { storeHandlers } from './store-handlers';

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
  ] as const;

export const allHandlers = (services: Services): Handlers => {
  const [app, store, organisations, proposals, exports, library, packs, compliance] =
    handlerGroups(services);
  return {
    ...app,
    ...store,
    ...organisations,
    ...proposals,
    ...exports,
    ...library,
    ...packs,
    ...compliance,
  };
};
