import type { DossierPaper, DossierRecord } from '../../../shared/ipc';

/** The task that a paper is of, where the dossier has several papers of that kind; one entry or none. */
export const taskOf = (
  { proposals }: Pick<DossierRecord, 'proposals'>,
  paper: Pick<DossierPaper, 'proposals'>,
): string[] => {
  const [only, ...others] = paper.proposals;
  if (proposals.length < 2 || only === undefined || others.length > 0) return [];
  const title = proposals.find(({ id }) => id === only)?.title ?? '';
  return title === '' ? [] : [title];
};
