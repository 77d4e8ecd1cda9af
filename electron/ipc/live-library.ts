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

/**
 * The person's library as it is at each look: what packs brought and what the person made of it.
 * A store met for the first time takes in the shipped pack first. Without a store, or with a
 * library that cannot be read, it is what the program came with, so that proposals still open.
 */
export const liveLibrary = (
  keeper: Pick<StoreKeeper, 'store'>,
  shipped: ShippedData,
  pack: Pack,
  report: (what: string) => void,
): Library => {
  const own = shippedLibrary(shipped);
  let fed: Store | null = null;
  let shown: { readonly stored: StoredLibrary; readonly library: Library } | null = null;

  const feed = (store: Store): void => {
    fed = store;
    const done = store.ensurePack(pack);
    if (!done.ok) report(`the shipped pack was not taken in: ${done.error.code}`);
  };

  const now = (): Library => {
    const store = keeper.store();
    if (!store.ok) return own;
    if (fed !== store.value) feed(store.value);
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
