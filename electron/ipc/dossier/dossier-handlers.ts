import { err, ok, type Result } from '../../../shared/base';
import type { DossierRecord, IpcFailure } from '../../../shared/ipc';
import { withEntry } from '../../../shared/model';
import type { Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import { nfcTexts } from '../nfc-texts';
import type { Services } from '../services';
import { actorOf, readRecord, saveActor } from './dossier-record';
import {
  COURSE,
  DOSSIER,
  DOSSIER_OF,
  type DossierState,
  leadOf,
  readDossier,
} from './dossier-state';
import { freezeDossier, unfreezeDossier } from './freeze-dossier';

type DossierChannel =
  | 'dossier.read'
  | 'dossier.save'
  | 'dossier.setProposals'
  | 'dossier.setActor'
  | 'dossier.freeze'
  | 'dossier.unfreeze'
  | 'dossier.enter';

type Answer<T> = Result<T, IpcFailure>;

const isFrozen = (code: string): IpcFailure => ({
  code: 'dossier-frozen',
  message: `Hồ sơ đang khoá ở bản ${code} nên chưa sửa được.`,
  hint: 'Hãy mở khoá và ghi lý do; bản đã khoá vẫn được giữ.',
});

const notHere: IpcFailure = {
  code: 'invalid-value',
  message: 'Có bản đề xuất không thuộc đợt kêu gọi này hoặc đã nằm trong bộ hồ sơ khác.',
  hint: 'Hãy chỉ chọn các bản đề xuất của cùng một đợt kêu gọi.',
};

export const dossierHandlers = (services: Services): HandlerGroup<DossierChannel> => {
  const { keeper } = services;

  /** Opens the dossier, does something with it, and answers with what it is then. */
  const change = async (
    id: string,
    work: (store: Store, state: DossierState) => Answer<unknown> | Promise<Answer<unknown>>,
  ): Promise<Answer<DossierRecord>> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const state = await readDossier(services, store.value, id);
    if (!state.ok) return state;
    const done = await work(store.value, state.value);
    if (!done.ok) return done;
    services.emit('dossier.changed', { lead: state.value.lead });
    return readRecord(services, store.value, id);
  };

  return {
    'dossier.read': ({ id }) => {
      const store = keeper.store();
      return store.ok ? readRecord(services, store.value, id) : store;
    },

    'dossier.save': ({ id, data }) =>
      change(id, (store, { lead, part, frozen }) =>
        frozen === null
          ? store.savePart(lead, DOSSIER, { ...part, data: nfcTexts(data) })
          : err(isFrozen(frozen.code)),
      ),

    'dossier.setProposals': ({ id, proposals }) =>
      change(id, (store, state) => {
        const { lead, part, frozen, call } = state;
        if (frozen !== null) return err(isFrozen(frozen.code));
        const ids = [...new Set([...proposals, ...(proposals.includes(lead) ? [] : [lead])])];
        for (const one of ids) {
          const record = store.openProposal(one);
          if (!record.ok) return record;
          const owner = leadOf(store, one);
          const isFree = owner === one || owner === lead;
          if (record.value.callId !== call.id || !isFree) return err(notHere);
        }
        for (const gone of part.proposals.filter((one) => !ids.includes(one))) {
          const parted = store.savePart(gone, DOSSIER_OF, null);
          if (!parted.ok) return parted;
        }
        for (const one of ids.filter((other) => other !== lead)) {
          const joined = store.savePart(one, DOSSIER_OF, { lead });
          if (!joined.ok) return joined;
        }
        const data = { ...part.data, priority: ids };
        const first = [lead, ...ids.filter((one) => one !== lead)];
        return store.savePart(lead, DOSSIER, { proposals: first, data });
      }),

    'dossier.setActor': ({ name }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const saved = saveActor(store.value, nfcTexts(name).replace(/\s+/gu, ' ').trim());
      return saved.ok ? ok(undefined) : saved;
    },

    'dossier.freeze': ({ id, anyway = false }) =>
      change(id, (store, state) => {
        // A dossier that was only looked at so far is kept from its freeze on; one that cannot be
        // kept must not be frozen: the disk would have other entries than the papers.
        const kept = store.savePart(state.lead, DOSSIER, state.part);
        return kept.ok
          ? freezeDossier(services, store, state, { actor: actorOf(store), anyway })
          : kept;
      }),

    'dossier.unfreeze': ({ id, reason }) =>
      change(id, (store, state) =>
        unfreezeDossier(services, store, state, actorOf(store), nfcTexts(reason).trim()),
      ),

    'dossier.enter': ({ id, entry: given }) =>
      change(id, (store, { lead, course, frozen }) => {
        const entry = nfcTexts(given);
        const code = frozen?.code ?? '';
        const { kind, ...detail } = entry;
        const entered = store.enterRegister({
          kind,
          proposalId: lead,
          actor: actorOf(store),
          detail: { ...detail, code },
        });
        return entered.ok ? store.savePart(lead, COURSE, withEntry(course, entry, code)) : entered;
      }),
  };
};
