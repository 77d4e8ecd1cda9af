import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, type Failure, failure, ok, type Result } from '../../shared/base';
import {
  type Call,
  calendarOfYears,
  type DeadlineSettings,
  deadlineSettingsSchema,
  defaultDeadlineSettings,
} from '../../shared/model';
import { type ShippedData, shippedPack } from '../assets';
import { openStore, type Store } from '../store';
import type { Surroundings } from './command';

const SETTINGS = 'deadline-settings';

/** What a command knows of the world: what was shipped, or what a person's folder made of it. */
export interface KnownData {
  readonly data: ShippedData;
  readonly settings: DeadlineSettings;
}

/** Failures of the store name absent parts as undefined; those of commands leave them out. */
type StoreFailure = Pick<Failure, 'code' | 'message'> & {
  readonly where?: string | undefined;
  readonly hint?: string | undefined;
};

const plain = ({ code, message, where, hint }: StoreFailure): Failure =>
  failure(code, message, {
    ...(where === undefined ? {} : { where }),
    ...(hint === undefined ? {} : { hint }),
  });

const oldestFirst = (calls: readonly Call[]): Call[] =>
  [...calls].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const dataOf = (store: Store, shipped: ShippedData): Result<KnownData, StoreFailure> => {
  const library = store.library();
  if (!library.ok) return library;
  const { calendarYears, ...lists } = library.value;
  const settings = store.readSetting(SETTINGS);
  const parsed = deadlineSettingsSchema.safeParse(settings.ok ? settings.value : null);
  return ok({
    data: {
      ...shipped,
      ...lists,
      calls: oldestFirst(lists.calls),
      calendar: calendarOfYears(calendarYears, shipped.calendar),
    },
    settings: parsed.success ? parsed.data : defaultDeadlineSettings,
  });
};

/** True where a person's data folder is; a command that only reads does not make one. */
export const hasStore = (folder: string, around: Surroundings): boolean =>
  existsSync(resolve(around.folder, folder));

/**
 * Opens the data folder for one command (and makes it where there is none), takes the shipped data
 * in where they are not there yet, and lets go of it. Fails with `store-closed`, or as the work does.
 */
export const withStore = <T>(
  folder: string,
  around: Surroundings,
  work: (store: Store) => Result<T, StoreFailure>,
): Result<T> => {
  const opened = openStore({
    folder: resolve(around.folder, folder),
    now: () => around.now().toISOString(),
    newId: randomUUID,
    appVersion: 'cli',
  });
  if (!opened.ok) {
    const { message, hint } = opened.error.state;
    return err(failure('store-closed', message, { where: folder, hint }));
  }
  const store = opened.value;
  try {
    const fed = store.ensurePack(shippedPack(around.data));
    if (!fed.ok) return err(plain(fed.error));
    const done = work(store);
    return done.ok ? done : err(plain(done.error));
  } finally {
    store.close();
  }
};

/** What the folder holds where one is named and there, the shipped data otherwise. */
export const knownData = (folder: string | undefined, around: Surroundings): Result<KnownData> =>
  folder === undefined || !hasStore(folder, around)
    ? ok({ data: around.data, settings: defaultDeadlineSettings })
    : withStore(folder, around, (store) => dataOf(store, around.data));
