import type { DossierPaper } from '../../../shared/ipc';
import type { Words } from '../../i18n';
import { askDossier, notify, useDossier } from '../../state';

/** Hands a paper to the system's print dialog; nothing is said when the person closes that. */
export const printPaper = async (
  lead: string,
  paper: DossierPaper,
  t: Words,
  pictures = false,
): Promise<void> => {
  if (useDossier.getState().busy !== null) return;
  const answer = await askDossier('dossier.print', { id: lead, paper: paper.id, pictures });
  if (answer.ok && answer.value.printed) {
    notify({ intent: 'success', text: t('dossier.printed', { title: paper.title }) });
  }
};
