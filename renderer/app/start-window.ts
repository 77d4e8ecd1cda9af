import {
  followAddress,
  followChecks,
  followClosing,
  followCompliance,
  followLibrary,
  followMilestone,
  followOrganisations,
  followPageCount,
  followPreferences,
  followProposals,
  followStore,
  loadLibrary,
  loadOrganisations,
  loadPreferences,
  loadProposals,
  navigate,
  parseHash,
  startLayout,
  startProgram,
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
  followMilestone();
  // However the store came to be open (at once, after a retry, after its trouble ended).
  useProgram.subscribe((now, before) => {
    if (now.phase === 'ready' && before.phase !== 'ready') void loadLists();
  });
};

const loadLists = async (): Promise<void> => {
  await Promise.all([loadProposals(), loadOrganisations(), loadLibrary()]);
  goWhereThePersonWas();
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
