import { create } from 'zustand';
import type { Result } from '../../shared/base';
import type { BackupRecord, BackupStatus, DataCheck, IpcFailure } from '../../shared/ipc';
import { call, on } from '../bridge';
import { loadLibrary } from './library';
import { closeProposal } from './open-proposal';
import { loadOrganisations } from './organisations';
import { reloadShelf } from './program';
import { loadProposals } from './proposal-list';

type Work = 'make' | 'restore' | 'check' | 'place' | 'verify';

export type BackupPlace = Pick<BackupRecord, 'name' | 'place'>;

interface Backups {
  /** null: not told yet. */
  readonly state: BackupStatus | null;
  readonly list: readonly BackupRecord[];
  readonly listed: boolean;
  /** What the person asked for and waits for. */
  readonly working: Work | null;
  readonly failure: IpcFailure | null;
  readonly checked: DataCheck | null;
  /** The copy that is being looked at. */
  readonly verifying: BackupPlace | null;
}

export const useBackups = create<Backups>(() => ({
  state: null,
  list: [],
  listed: false,
  working: null,
  failure: null,
  checked: null,
  verifying: null,
}));

export const loadBackupState = async (): Promise<void> => {
  const state = await call('backups.state', undefined);
  if (state.ok) useBackups.setState({ state: state.value });
};

export const loadBackups = async (): Promise<void> => {
  const list = await call('backups.list', undefined);
  useBackups.setState(
    list.ok ? { list: list.value, listed: true } : { failure: list.error, listed: true },
  );
};

/** `onLost` is told when the second place can no longer be reached. */
export const followBackups = (onLost: (folder: string) => void): (() => void) =>
  on('backups.changed', (state) => {
    const before = useBackups.getState().state;
    useBackups.setState({ state });
    const second = state.secondPlace;
    if (second !== null && !second.reachable && before?.secondPlace?.reachable === true) {
      onLost(second.folder);
    }
    if (state.newest?.name !== before?.newest?.name && useBackups.getState().listed) {
      void loadBackups();
    }
  });

const during = async <T>(
  working: Work,
  ask: () => Promise<Result<T, IpcFailure>>,
): Promise<Result<T, IpcFailure>> => {
  useBackups.setState({ working, failure: null });
  const answer = await ask();
  const failure = answer.ok || answer.error.code === 'cancelled' ? null : answer.error;
  useBackups.setState({ working: null, failure });
  await Promise.all([loadBackupState(), loadBackups()]);
  return answer;
};

export const makeBackup = () => during('make', () => call('backups.make', undefined));

export const chooseSecondPlace = () =>
  during('place', () => call('backups.chooseSecondPlace', undefined));

export const forgetSecondPlace = () =>
  during('place', () => call('backups.forgetSecondPlace', undefined));

/** Reads every stored word and compares it with its hash. */
export const checkData = async (): Promise<void> => {
  useBackups.setState({ checked: null });
  const answer = await during('check', () => call('store.check', undefined));
  if (answer.ok) useBackups.setState({ checked: answer.value });
};

/** Opens that copy and compares all of it; the list tells what was found. */
export const verifyBackup = async ({ name, place }: BackupPlace) => {
  useBackups.setState({ verifying: { name, place } });
  const answer = await during('verify', () => call('backups.verify', { name, place }));
  useBackups.setState({ verifying: null });
  return answer;
};

/** Everything goes back to that copy; what the window holds is read anew. */
export const restoreBackup = async ({ name, place }: BackupPlace): Promise<boolean> => {
  if (!(await closeProposal())) return false;
  const answer = await during('restore', () => call('backups.restore', { name, place }));
  await Promise.all([loadProposals(), loadOrganisations(), loadLibrary(), reloadShelf()]);
  return answer.ok;
};
