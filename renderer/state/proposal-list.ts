import { create } from 'zustand';
import { foldText, type Result } from '../../shared/base';
import type { IpcFailure, ProposalRecord, ProposalSummary } from '../../shared/ipc';
import { call, on } from '../bridge';

interface ProposalList {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly active: readonly ProposalSummary[];
  readonly trashed: readonly ProposalSummary[];
  readonly failure: IpcFailure | null;
}

export const useProposalList = create<ProposalList>(() => ({
  phase: 'loading',
  active: [],
  trashed: [],
  failure: null,
}));

export const loadProposals = async (): Promise<void> => {
  const [active, trashed] = await Promise.all([
    call('proposals.list', { trashed: false }),
    call('proposals.list', { trashed: true }),
  ]);
  if (active.ok && trashed.ok) {
    useProposalList.setState({
      phase: 'ready',
      active: active.value,
      trashed: trashed.value,
      failure: null,
    });
    return;
  }
  const failed = active.ok ? trashed : active;
  if (!failed.ok) useProposalList.setState({ phase: 'failed', failure: failed.error });
};

export const followProposals = (): (() => void) =>
  on('proposals.changed', () => void loadProposals());

const thenReload = async <T>(
  answer: Promise<Result<T, IpcFailure>>,
): Promise<Result<T, IpcFailure>> => {
  const result = await answer;
  if (result.ok) await loadProposals();
  return result;
};

export const createProposal = (input: {
  callId: string;
  templateId: string;
  title: string;
  organisationId: string | null;
  orientations?: string[];
}): Promise<Result<ProposalRecord, IpcFailure>> =>
  thenReload(call('proposals.create', { ...input, title: input.title.normalize('NFC').trim() }));

export const renameProposal = (id: string, title: string) =>
  thenReload(call('proposals.rename', { id, title: title.normalize('NFC').trim() }));
export const duplicateProposal = (id: string) => thenReload(call('proposals.duplicate', { id }));
export const trashProposal = (id: string) => thenReload(call('proposals.trash', { id }));
export const restoreProposal = (id: string) => thenReload(call('proposals.restore', { id }));
export const eraseProposal = (id: string) => thenReload(call('proposals.erase', { id }));

/** Every word typed must stand in the title or the call's title; accents and case do not matter. */
export const searchProposals = (
  proposals: readonly ProposalSummary[],
  search: string,
): ProposalSummary[] => {
  const wanted = foldText(search).split(' ');
  return proposals.filter((proposal) => {
    const text = foldText(`${proposal.title} ${proposal.callTitle}`);
    return wanted.every((word) => text.includes(word));
  });
};
