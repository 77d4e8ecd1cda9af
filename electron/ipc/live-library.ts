import type { Pack } from '../../shared/model';
import { type Call, calendarOfYears } from '../../shared/model';
import type { ShippedData } from '../assets';
import type { Store, Library as StoredLibrary } from '../store';
import type { Library } from './services';
import type { StoreKeeper } from './store-keeper';

/** Oldest first, so that every list of calls starts alike. */
const oldestFirst = (calls: readonly Call[]): Call[] =>
  [...calls].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const libraryOf = (stored: StoredLibrary, { calendar }: ShippedData): Library => ({
  ...stored,
  calls: oldestFirst(stored.calls),
  calendar: calendarOfYears(stored.calendarYears, calendar),
});

const shippedLibrary = (data: ShippedData): Library => ({
  calls: data.calls,
  templates: data.templates,
  references: data.references,
  programmes: data.programmes,
  staleFacts: data.staleFacts,
  calendar: data.calendar,
});

const feed = (store: Store, pack: Pack, report: (what: string) => void): void => {
  const done = store.ensurePack(pack);
  if (!done.ok) report(`the shipped pack was not taken in: ${done.error.code}`);
};

/** The same keeper; a store it hands out for the first time has taken in the shipped pack. */
export const withShippedPack = (
  keeper: StoreKeeper,
  pack: Pack,
  report: (what: string) => void,
): StoreKeeper => {
  let fed: Store | null = null;
  return {
    ...keeper,
    store: () => {
      const store = keeper.store();
      if (store.ok && store.value !== fed) {
        fed = store.value;
        feed(store.value, pack, report);
      }
      return store;
    },
  };
};

/**
 * The person's library as it is at each look: what packs brought and what the person made of it.
 * Without a store, or with a library that cannot be read, it is what the program came with, so that
 * proposals still open. A library that changed is offered the shipped pack again: it may be that of
 * a backup older than this program.
 */
export const liveLibrary = (
  keeper: Pick<StoreKeeper, 'store'>,
  shipped: ShippedData,
  pack: Pack,
  report: (what: string) => void,
): Library => {
  const own = shippedLibrary(shipped);
  let shown: { readonly stored: StoredLibrary; readonly library: Library } | null = null;

  const now = (): Library => {
    const store = keeper.store();
    if (!store.ok) return own;
    const before = store.value.library();
    if (before.ok && before.value !== shown?.stored) feed(store.value, pack, report);
    const stored = store.value.library();
    // A store opened only for reading, before it ever took a pack in.
    if (!stored.ok || stored.value.templates.length === 0) return own;
    if (shown?.stored !== stored.value) {
      shown = { stored: stored.value, library: libraryOf(stored.value, shipped) };
    }
    return shown.library;
  };

  return {
    get calls() {
      return now().calls;
    },
    get templates() {
      return now().templates;
    },
    get references() {
      return now().references;
    },
    get programmes() {
      return now().programmes;
    },
    get staleFacts() {
      return now().staleFacts;
    },
    get calendar() {
      return now().calendar;
    },
  };
};
