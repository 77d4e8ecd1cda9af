import { create } from 'zustand';
import type { StoreHealth } from '../../shared/ipc';
import { call } from '../bridge';
import { startProgram, useProgram } from './program';

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

/** Does what the health offers. True when the data are open now; else the state says what is wrong. */
export const recoverStore = async (): Promise<boolean> => {
  const state = await call('store.recover', undefined);
  if (!state.ok) {
    const { message, hint = '' } = state.error;
    useProgram.setState({ store: { state: 'io', message, hint, file: '' } });
    return false;
  }
  if (state.value.state !== 'ready') {
    useProgram.setState({ store: state.value });
    return false;
  }
  return startProgram();
};
