import { ok } from '../../shared/base';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

export const appHandlers = ({
  info,
  closing,
  preferences,
  library,
  emit,
}: Services): HandlerGroup<
  | 'app.info'
  | 'app.readyToClose'
  | 'app.cannotClose'
  | 'preferences.get'
  | 'preferences.set'
  | 'calls.list'
  | 'templates.list'
> => ({
  'app.info': () => ok(info),
  'app.readyToClose': () => {
    closing.ready();
    return ok(undefined);
  },
  'app.cannotClose': () => {
    closing.refused();
    return ok(undefined);
  },
  'preferences.get': () => ok(preferences.get()),
  'preferences.set': (patch) => {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    const next = preferences.set(Object.fromEntries(given));
    emit('preferences.changed', next);
    return ok(next);
  },
  'calls.list': () => ok([...library.calls]),
  'templates.list': () => ok([...library.templates]),
});
