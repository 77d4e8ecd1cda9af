import { dossierChannels, type Input, type IpcFailure, type Output } from '../../shared/ipc';

type DossierChannel = keyof typeof dossierChannels;

const elsewhere: IpcFailure = {
  code: 'not-found',
  message: 'Cửa sổ này của phép thử không có bộ hồ sơ.',
};

/** Window tests have no dossiers: they are tried over the real store and in the real program. */
export const dossierHandlersOf = (): {
  [C in DossierChannel]: (input: Input<C>) => Output<C> | IpcFailure;
} => {
  const names = Object.keys(dossierChannels) as DossierChannel[];
  const refusing = Object.fromEntries(names.map((name) => [name, () => elsewhere]));
  return {
    ...(refusing as { [C in DossierChannel]: () => IpcFailure }),
    'dossier.board': () => [],
    'dossier.furniture': () => ({ watermark: 'BẢN NHÁP' }),
    'dossier.register': () => [],
    'dossier.setActor': () => undefined,
  };
};
