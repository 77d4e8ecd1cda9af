import { create } from 'zustand';
import type { IpcFailure } from '../../shared/ipc';
import type { Compliance } from '../../shared/model';
import { call } from '../bridge';
import { queueSave, useOpenProposal } from './open-proposal';

/** Which orientations the open proposal answers, and where; ahead of the disk by a moment. */
interface ComplianceState {
  readonly proposalId: string | null;
  /** null until it was read: what is not known yet is never written over. */
  readonly compliance: Compliance | null;
  readonly failure: IpcFailure | null;
}

export const useCompliance = create<ComplianceState>(() => ({
  proposalId: null,
  compliance: null,
  failure: null,
}));

const read = async (proposalId: string): Promise<void> => {
  useCompliance.setState({ proposalId, compliance: null, failure: null });
  const answer = await call('proposals.compliance', { id: proposalId });
  if (useCompliance.getState().proposalId !== proposalId) return;
  useCompliance.setState(answer.ok ? { compliance: answer.value } : { failure: answer.error });
};

/** Reads it with each proposal that is opened. Returns the function that stops. */
export const followCompliance = (): (() => void) =>
  useOpenProposal.subscribe(({ record }) => {
    const id = record?.id ?? null;
    if (useCompliance.getState().proposalId === id) return;
    if (id === null) useCompliance.setState({ proposalId: null, compliance: null, failure: null });
    else void read(id);
  });

const change = (edit: (compliance: Compliance) => Compliance): void => {
  const { proposalId, compliance } = useCompliance.getState();
  if (proposalId === null || compliance === null || useOpenProposal.getState().readOnly) return;
  const next = edit(compliance);
  useCompliance.setState({ compliance: next });
  queueSave('compliance', () =>
    call('proposals.saveCompliance', { id: proposalId, compliance: next }),
  );
};

/** Chooses an orientation, or no longer; what was said of its sections stays for another choice. */
export const chooseOrientation = (id: string, chosen: boolean): void =>
  change((compliance) => ({
    ...compliance,
    chosen: chosen
      ? [...compliance.chosen.filter((one) => one !== id), id]
      : compliance.chosen.filter((one) => one !== id),
  }));

/** Says that a section answers an orientation, or no longer does. */
export const answerOrientation = (id: string, section: string, answers: boolean): void =>
  change((compliance) => {
    const others = (compliance.answers[id] ?? []).filter((one) => one !== section);
    const next = answers ? [...others, section] : others;
    return { ...compliance, answers: { ...compliance.answers, [id]: next } };
  });
