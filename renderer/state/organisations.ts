import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type { Input, IpcFailure } from '../../shared/ipc';
import type { OrganisationProfile, OrganisationValue } from '../../shared/model';
import { call, on } from '../bridge';
import { nfcValue } from './nfc-value';

interface Organisations {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly profiles: readonly OrganisationProfile[];
  readonly failure: IpcFailure | null;
}

export const useOrganisations = create<Organisations>(() => ({
  phase: 'loading',
  profiles: [],
  failure: null,
}));

export const loadOrganisations = async (): Promise<void> => {
  const answer = await call('organisations.list', undefined);
  useOrganisations.setState(
    answer.ok
      ? { phase: 'ready', profiles: answer.value, failure: null }
      : { phase: 'failed', failure: answer.error },
  );
};

export const followOrganisations = (): (() => void) =>
  on('organisations.changed', () => void loadOrganisations());

export const saveOrganisation = async (
  profile: Input<'organisations.save'>,
): Promise<Result<OrganisationProfile, IpcFailure>> => {
  const answer = await call('organisations.save', nfcValue(profile) as Input<'organisations.save'>);
  if (answer.ok) await loadOrganisations();
  return answer;
};

export const removeOrganisation = async (id: string): Promise<Result<undefined, IpcFailure>> => {
  const answer = await call('organisations.remove', { id });
  if (answer.ok) await loadOrganisations();
  return answer;
};

/** What a proposal takes over from a profile: the words, not its place in the list. */
export const valueOfProfile = ({
  id: _id,
  isDefault: _isDefault,
  ...value
}: OrganisationProfile): OrganisationValue => value;
