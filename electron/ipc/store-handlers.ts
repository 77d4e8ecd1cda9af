import { ok } from '../../shared/base';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

export const storeHandlers = ({
  keeper,
  files,
}: Services): HandlerGroup<'store.state' | 'store.retry' | 'store.revealFile'> => ({
  'store.state': () => ok(keeper.state()),
  'store.retry': () => ok(keeper.retry()),
  'store.revealFile': () => {
    files.reveal(keeper.state().file);
    return ok(undefined);
  },
});
