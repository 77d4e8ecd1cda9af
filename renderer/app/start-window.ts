import { words } from '../i18n';
import {
  followAddress,
  followBackups,
  followChecks,
  followClosing,
  followCompliance,
  followFurniture,
  followLibrary,
  followMilestone,
  followOrganisations,
  followPageCount,
  followPreferences,
  followProposals,
  followSaves,
  followStore,
  followTransfers,
  loadBackupState,
  loadLibrary,
  loadOrganisations,
  loadPreferences,
  loadProposals,
  lookForGiven,
  navigate,
  notify,
  parseHash,
  startLayout,
  startProgram,
  tellHealed,
  usePreferences,
  useProgram,
  useProposalList,
} from '../state';

/** For as long as the window lives; nothing has to stop these. */
export const followEverything = (): void => {
  followAddress();
  followPreferences();
  followStore();
  followProposals();
  followOrganisations();
  followLibrary();
  followCompliance();
  followClosing();
  followChecks();
  followPageCount();
  followFurniture();
  followSaves();
  followMilestone();
  followTransfers();
  followBackups((folder) =>
    notify({ intent: 'error', text: words()('backups.lostNotice', { folder }) }),
  );
  // However the store came to be open (at once, after a retry, after its trouble ended).
  useProgram.subscribe((now, before) => {
    if (now.phase === 'ready' && before.phase !== 'ready') void loadLists();
  });
};

const loadLists = async (): Promise<void> => {
  await Promise.all([loadProposals(), loadOrganisations(), loadLibrary()]);
  goWhereThePersonWas();
  void loadBackupState();
  void tellHealed();
  void lookForGiven();
};

/** The address says it after a reload; after a start, the proposal that was open last. */
const goWhereThePersonWas = (): void => {
  if (parseHash(window.location.hash) !== null) return;
  const { lastProposalId } = usePreferences.getState().preferences;
  const isThere = useProposalList.getState().active.some(({ id }) => id === lastProposalId);
  if (lastProposalId !== null && isThere) navigate({ screen: 'proposal', id: lastProposalId });
  else navigate({ screen: 'home', trash: false });
};

export const startWindow = async (): Promise<void> => {
  startLayout();
  await loadPreferences();
  await startProgram();
};
