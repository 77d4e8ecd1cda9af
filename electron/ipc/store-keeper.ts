import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure, StoreState } from '../../shared/ipc';
import type { Store, StoreNotOpened } from '../store';

/** The store, open or not. A file that did not open is asked for again only by the person. */
export interface StoreKeeper {
  /** `store-closed` where there is none. */
  readonly store: () => Result<Store, IpcFailure>;
  readonly state: () => StoreState;
  readonly retry: () => StoreState;
  readonly close: () => void;
}

const closedFailure = ({ message, hint }: StoreState): IpcFailure => ({
  code: 'store-closed',
  message: `Chưa mở được dữ liệu. ${message}`.trim(),
  ...(hint === '' ? {} : { hint }),
});

/** Opens at once. `open` is called again by `retry` until it succeeds. */
export const keepStore = (open: () => Result<Store, StoreNotOpened>): StoreKeeper => {
  let opened = open();
  return {
    store: () => (opened.ok ? ok(opened.value) : err(closedFailure(opened.error.state))),
    state: () => (opened.ok ? opened.value.state() : opened.error.state),
    retry: () => {
      if (opened.ok) return opened.value.retry();
      opened = open();
      return opened.ok ? opened.value.state() : opened.error.state;
    },
    close: () => {
      if (opened.ok) opened.value.close();
    },
  };
};
