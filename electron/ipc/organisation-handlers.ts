import { ok } from '../../shared/base';
import type { HandlerGroup } from './handlers';
import { nfcTexts } from './nfc-texts';
import type { Services } from './services';

export const organisationHandlers = ({
  keeper,
  emit,
}: Services): HandlerGroup<
  'organisations.list' | 'organisations.save' | 'organisations.remove'
> => ({
  'organisations.list': () => {
    const store = keeper.store();
    if (!store.ok) return store;
    const list = store.value.listOrganisations();
    return list.ok ? ok([...list.value]) : list;
  },
  'organisations.save': (profile) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const saved = store.value.saveOrganisation(nfcTexts(profile));
    if (saved.ok) emit('organisations.changed', undefined);
    return saved;
  },
  'organisations.remove': ({ id }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const removed = store.value.removeOrganisation(id);
    if (!removed.ok) return removed;
    emit('organisations.changed', undefined);
    return ok(undefined);
  },
});
