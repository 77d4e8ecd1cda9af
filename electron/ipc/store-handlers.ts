import { ok } from '../../shared/base';
import type { Healing } from '../store';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

/** Rows read between two looks at other work: some milliseconds. */
const ROWS_A_TURN = 200;

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type StoreChannel =
  | 'store.state'
  | 'store.retry'
  | 'store.revealFile'
  | 'store.health'
  | 'store.recover'
  | 'store.check';

export const storeHandlers = ({ keeper, files }: Services): HandlerGroup<StoreChannel> => {
  /** Told once: a window that is loaded anew has nothing new to say. */
  let told: Healing | null = null;
  return {
    'store.state': () => ok(keeper.state()),
    'store.retry': () => ok(keeper.retry()),
    'store.revealFile': () => {
      files.reveal(keeper.state().file);
      return ok(undefined);
    },
    'store.health': () => {
      const recovery = keeper.recovery();
      const found = keeper.healed();
      const healed = found === told ? null : found;
      told = found;
      return ok({
        recovery: recovery === null ? null : { ...recovery, missing: [...recovery.missing] },
        healed:
          healed === null
            ? null
            : {
                sentences: healed.things.map(({ message }) => message),
                replayed: healed.replayed,
                missing: [...healed.missing],
              },
      });
    },
    'store.recover': () => {
      const state = keeper.recover();
      const store = keeper.store();
      // What was rebuilt hangs on the journal alone until there is a copy of it again.
      if (store.ok) void store.value.backupNow('restore');
      return ok(state);
    },
    'store.check': async () => {
      const store = keeper.store();
      if (!store.ok) return store;
      // The store goes on from where its own rounds are: a whole one begins after the first end.
      for (let ends = 0; ends < 2; ) {
        const { done } = store.value.scrub(ROWS_A_TURN);
        if (done) ends += 1;
        if (done && ends === 2) {
          const all = await store.value.scrubContents();
          if (!all.ok) return all;
          const { damaged, mended } = all.value;
          return ok({
            damaged: damaged.map(({ name }) => name),
            mended: mended.map(({ name }) => name),
          });
        }
        const state = store.value.state();
        if (!done && state.state !== 'ready') break;
        await pause();
      }
      const { message, hint } = keeper.state();
      return { ok: false, error: { code: 'store-io', message, hint } };
    },
  };
};
