import type { BackupStatus } from '../../shared/ipc';
import type { StoreKeeper } from './store-keeper';

const EVERY_MS = 1000;

/**
 * Looks at the backups' state once a second and tells of every change: a stick that was pulled out
 * must not be found out only at the next backup. Returns the function that stops it.
 */
export const watchBackups = (
  keeper: Pick<StoreKeeper, 'store'>,
  tell: (state: BackupStatus) => void,
): (() => void) => {
  let told = '';
  const timer = setInterval(() => {
    const store = keeper.store();
    if (!store.ok) return;
    const state = store.value.backupState();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    tell(state);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
