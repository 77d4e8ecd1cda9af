import { err, ok, type Result } from '../../shared/base';
import type { BackupStatus, IpcFailure } from '../../shared/ipc';
import type { Store } from '../store';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

type BackupChannel =
  | 'backups.state'
  | 'backups.list'
  | 'backups.make'
  | 'backups.restore'
  | 'backups.verify'
  | 'backups.chooseSecondPlace'
  | 'backups.forgetSecondPlace';

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn thư mục.' };

export const backupHandlers = (services: Services): HandlerGroup<BackupChannel> => {
  const { keeper, emit, askFolder } = services;
  const tellState = (store: Store): BackupStatus => {
    const state = store.backupState();
    emit('backups.changed', state);
    return state;
  };

  /** What was chosen is proven at once: a copy lies there, or the person reads why not. */
  const fillSecondPlace = async (store: Store): Promise<Result<BackupStatus, IpcFailure>> => {
    const made = await store.backupNow('person');
    const state = tellState(store);
    return made.ok ? ok(state) : made;
  };

  return {
    'backups.state': () => {
      const store = keeper.store();
      return store.ok ? ok(store.value.backupState()) : store;
    },

    'backups.list': () => {
      const store = keeper.store();
      return store.ok ? ok(store.value.listBackups().map((backup) => ({ ...backup }))) : store;
    },

    'backups.make': async () => {
      const store = keeper.store();
      if (!store.ok) return store;
      const made = await store.value.backupNow('person');
      tellState(store.value);
      return made;
    },

    'backups.verify': async ({ name, place }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const checked = await store.value.verifyBackup(name, place);
      const found = store.value
        .listBackups()
        .find((backup) => backup.name === name && backup.place === place)?.lastCheck;
      // A damaged copy is an answer, not a failure of the look.
      const isAnswer = checked.ok || checked.error.code === 'row-damaged';
      if (isAnswer && found !== undefined) return ok(found);
      if (!checked.ok) return checked;
      const { rows } = checked.value;
      return ok({ at: services.now().toISOString(), rows, problem: '' });
    },

    'backups.restore': async ({ name, place }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const restored = await store.value.restoreBackup(name, place);
      tellState(store.value);
      if (!restored.ok) return restored;
      emit('proposals.changed', { ids: [] });
      emit('organisations.changed', undefined);
      emit('library.changed', undefined);
      return ok(undefined);
    },

    'backups.chooseSecondPlace': async () => {
      const store = keeper.store();
      if (!store.ok) return store;
      const folder = await askFolder();
      if (folder === null) return err(NOT_CHOSEN);
      const set = store.value.setSecondPlace(folder);
      return set.ok ? fillSecondPlace(store.value) : set;
    },

    'backups.forgetSecondPlace': () => {
      const store = keeper.store();
      if (!store.ok) return store;
      const set = store.value.setSecondPlace(null);
      return set.ok ? ok(tellState(store.value)) : set;
    },
  };
};
