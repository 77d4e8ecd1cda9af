import { ok } from '../../shared/base';
import type { HandlerGroup } from './handlers';
import { nfcTexts } from './nfc-texts';
import type { Services } from './services';

type HistoryChannel = 'history.list' | 'history.read' | 'history.mark' | 'history.restore';

export const historyHandlers = ({ keeper, emit }: Services): HandlerGroup<HistoryChannel> => ({
  'history.list': ({ id }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const list = store.value.listRevisions(id);
    return list.ok ? ok(list.value.map((revision) => ({ ...revision }))) : list;
  },

  'history.read': ({ id, number }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const words = store.value.readRevision(id, number);
    return words.ok ? ok({ ...words.value, values: { ...words.value.values } }) : words;
  },

  'history.mark': ({ id, name }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const title = nfcTexts(name).replace(/\s+/gu, ' ').trim();
    if (title === '') {
      // Ghi twice in a row is one version, not two.
      const proposal = store.value.openProposal(id);
      if (!proposal.ok) return proposal;
      const list = store.value.listRevisions(id);
      if (!list.ok) return list;
      const [newest] = list.value;
      if (newest?.seq === proposal.value.seq && newest.kept) return ok({ ...newest });
    }
    return store.value.markMilestone(id, title);
  },

  'history.restore': ({ id, number }) => {
    const store = keeper.store();
    if (!store.ok) return store;
    const restored = store.value.restoreRevision(id, number);
    if (restored.ok) emit('proposals.changed', { ids: [id] });
    return restored;
  },
});
