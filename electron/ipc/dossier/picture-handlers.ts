import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure, SigningPicturesRecord } from '../../../shared/ipc';
import type { DossierData } from '../../../shared/model';
import type { Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import type { Services } from '../services';
import { readDossier } from './dossier-state';
import { forgetPicture, keepPicture, picturesRecord, setSealDiameter } from './signing-pictures';

type PictureChannel =
  | 'dossier.pictures'
  | 'dossier.choosePicture'
  | 'dossier.removePicture'
  | 'dossier.setSealDiameter';

type Answer<T> = Result<T, IpcFailure>;

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp.' };

export const pictureHandlers = (services: Services): HandlerGroup<PictureChannel> => {
  const { keeper, dossiers } = services;

  /** Does something with the pictures of a dossier's signer and answers with what they are then. */
  const change = async (
    id: string,
    work: (store: Store, data: DossierData) => Answer<unknown> | Promise<Answer<unknown>>,
  ): Promise<Answer<SigningPicturesRecord>> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const state = await readDossier(services, store.value, id);
    if (!state.ok) return state;
    const { data } = state.value.part;
    const done = await work(store.value, data);
    return done.ok ? ok(picturesRecord(store.value, data)) : done;
  };

  return {
    'dossier.pictures': ({ id }) => change(id, () => ok(undefined)),

    'dossier.choosePicture': ({ id, kind }) =>
      change(id, async (store, data) => {
        const path = await dossiers.askFile('picture');
        if (path === null) return err(NOT_CHOSEN);
        const bytes = await dossiers.readBytes(path);
        if (!bytes.ok) return bytes;
        return keepPicture(store, data, kind, bytes.value, services.now().toISOString());
      }),

    'dossier.removePicture': ({ id, kind }) =>
      change(id, (store, data) => forgetPicture(store, data, kind)),

    'dossier.setSealDiameter': ({ id, diameter }) =>
      change(id, (store, data) => setSealDiameter(store, data, diameter)),
  };
};
