import { loadShippedData, shippedPack } from '../../../electron/assets';
import { createTickets } from '../../../electron/files';
import {
  liveLibrary,
  type Services,
  type StoreKeeper,
  withShippedPack,
} from '../../../electron/ipc';
import type { Store } from '../../../electron/store';
import { ok } from '../../../shared/base';
import type { EventName, IpcFailure } from '../../../shared/ipc';
import type { Pack } from '../../../shared/model';
import { testIds } from '../store/open-test-store';

export const shipped = loadShippedData();
export const pack: Pack = shippedPack(shipped);

export interface FakeServices {
  readonly services: Services;
  readonly emitted: EventName[];
  /** Path → text; `packFile` is the path the open dialog answers. */
  readonly disk: Map<string, string>;
  packFile: string | null;
  packTarget: string | null;
}

const closed: IpcFailure = { code: 'store-closed', message: 'Chưa mở được dữ liệu.' };

/** The real store and library behind handlers; dialogs and disk are what the test says. */
export const fakeServices = (store: Store | null, by: Pack = pack): FakeServices => {
  const quiet = (): void => undefined;
  const keeper = withShippedPack(
    {
      store: () => (store === null ? ({ ok: false, error: closed } as const) : ok(store)),
    } as StoreKeeper,
    by,
    quiet,
  );
  const emitted: EventName[] = [];
  const disk = new Map<string, string>();
  const fake: FakeServices = {
    emitted,
    disk,
    packFile: null,
    packTarget: null,
    services: {
      keeper,
      library: liveLibrary(keeper, shipped, by, quiet),
      emit: (event: EventName) => emitted.push(event),
      now: () => new Date('2026-11-25T03:00:00Z'),
      packTickets: createTickets(testIds('ve'), () => 0),
      askPackFile: () => Promise.resolve(fake.packFile),
      askPackTarget: () => Promise.resolve(fake.packTarget),
      readTextFile: (path: string) => Promise.resolve(ok(disk.get(path) ?? '')),
      writeFile: (path: string, bytes: Uint8Array) => {
        disk.set(path, new TextDecoder().decode(bytes));
        return Promise.resolve(ok({ path, bytes: bytes.length, sha256: '' }));
      },
      // Handlers of the library ask for nothing else; a wrong guess would throw.
    } as unknown as Services,
  };
  return fake;
};
