import type { Result } from '../../../shared/base';
import type { IpcFailure, ProposalSummary } from '../../../shared/ipc';
import { words } from '../../i18n';
import {
  duplicateProposal,
  eraseProposal,
  notify,
  restoreProposal,
  trashProposal,
} from '../../state';

const orTell = <T>(answer: Result<T, IpcFailure>): answer is { ok: true; value: T } => {
  if (!answer.ok) {
    const { message, hint } = answer.error;
    notify({ intent: 'error', text: [message, hint].filter(Boolean).join(' ') });
  }
  return answer.ok;
};

export const nameOf = ({ title }: Pick<ProposalSummary, 'title'>): string =>
  title.trim() === '' ? words()('common.untitled') : title;

export const duplicate = async (proposal: ProposalSummary): Promise<void> => {
  const answer = await duplicateProposal(proposal.id);
  if (orTell(answer)) {
    const text = words()('home.duplicated', { name: nameOf(answer.value) });
    notify({ intent: 'success', text });
  }
};

export const restore = async (proposal: ProposalSummary): Promise<void> => {
  if (orTell(await restoreProposal(proposal.id))) {
    notify({ intent: 'success', text: words()('home.restored', { name: nameOf(proposal) }) });
  }
};

export const trash = async (proposal: ProposalSummary): Promise<void> => {
  if (!orTell(await trashProposal(proposal.id))) return;
  const t = words();
  notify({
    intent: 'success',
    text: t('home.trashed', { name: nameOf(proposal) }),
    action: { label: t('common.undo'), run: () => void restoreProposal(proposal.id).then(orTell) },
  });
};

export const erase = async (proposal: ProposalSummary): Promise<void> => {
  orTell(await eraseProposal(proposal.id));
};
