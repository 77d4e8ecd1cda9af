import { create } from 'zustand';
import type { StoreHealth, StoreState } from '../../shared/ipc';
import { call } from '../bridge';
import { startProgram } from './program';

/** What was put right when the data were opened, until the person has read it. */
export const useHealed = create<{ healed: StoreHealth['healed'] }>(() => ({ healed: null }));

export const readHealth = async (): Promise<StoreHealth | null> => {
  const health = await call('store.health', undefined);
  return health.ok ? health.value : null;
};

/** The main process tells it once. */
export const tellHealed = async (): Promise<void> => {
  const health = await readHealth();
  if (health !== null && health.healed !== null) useHealed.setState({ healed: health.healed });
};

export const dismissHealed = (): void => useHealed.setState({ healed: null });

/** Does what the health offers; null when the data are open now, else what still stands in the way. */
export const recoverStore = async (): Promise<StoreState | null> => {
  const state = await call('store.recover', undefined);
  if (!state.ok) {
    const { message, hint = '' } = state.error;
    return { state: 'io', message, hint, file: '' };
  }
  if (state.value.state !== 'ready') return state.value;
  await startProgram();
  return null;
};
