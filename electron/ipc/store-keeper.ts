import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure, StoreState } from '../../shared/ipc';
import type { Healing, RecoveryPlan, Store, StoreNotOpened } from '../store';

/** The store, open or not. A file that did not open is asked for again only by the person. */
export interface StoreKeeper {
  /** `store-closed` where there is none. */
  readonly store: () => Result<Store, IpcFailure>;
  readonly state: () => StoreState;
  readonly retry: () => StoreState;
  /** What `recover` would do; null while the store is open or where nothing can be done. */
  readonly recovery: () => RecoveryPlan | null;
  /** Builds a file that does not open again from backup and journal, and opens it. */
  readonly recover: () => StoreState;
  /** What was put right while opening; null when there was nothing. */
  readonly healed: () => Healing | null;
  /** Awaited before `close` where there is time: a last backup if much was written. */
  readonly finish: () => Promise<void>;
  readonly close: () => void;
}

type Opening = () => Result<Store, StoreNotOpened>;

const closedFailure = ({ message, hint }: StoreState): IpcFailure => ({
  code: 'store-closed',
  message: `Chưa mở được dữ liệu. ${message}`.trim(),
  ...(hint === '' ? {} : { hint }),
});

/**
 * What is left alone because this program would spoil it, or may not write it, but can read: shown
 * without a question.
 */
const LOOKED_AT: ReadonlySet<StoreState['state']> = new Set(['newer-file', 'not-writable', 'io']);

interface Openings {
  readonly open: Opening;
  readonly recover: Opening;
  /** Opens for looking only, and says `why` it is only looked at. */
  readonly look: (why: StoreState) => Result<Store, StoreState>;
}

/** Opens at once. `open` is called again by `retry` until it succeeds. */
export const keepStore = ({ open, recover, look }: Openings): StoreKeeper => {
  const openOrLook = (): Result<Store, StoreNotOpened> => {
    const live = open();
    if (live.ok || !LOOKED_AT.has(live.error.state.state)) return live;
    const looked = look(live.error.state);
    return looked.ok ? looked : live;
  };
  let opened = openOrLook();
  const state = (): StoreState => (opened.ok ? opened.value.state() : opened.error.state);
  return {
    store: () => (opened.ok ? ok(opened.value) : err(closedFailure(opened.error.state))),
    state,
    retry: () => {
      if (opened.ok && state().readOnly !== true) return opened.value.retry();
      if (opened.ok) opened.value.close();
      opened = openOrLook();
      return state();
    },
    recovery: () => (opened.ok ? null : opened.error.recovery),
    recover: () => {
      if (!opened.ok) opened = recover();
      return state();
    },
    healed: () => (opened.ok ? opened.value.healed : null),
    finish: async () => {
      if (opened.ok) await opened.value.finish();
    },
    close: () => {
      if (opened.ok) opened.value.close();
    },
  };
};
