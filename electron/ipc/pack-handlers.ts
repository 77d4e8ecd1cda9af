import { basename, dirname } from 'node:path';
import {
  civilDateOf,
  err,
  type Failure,
  ok,
  type Result,
  vietnamWallClock,
} from '../../shared/base';
import type { IpcFailure, PackSummary } from '../../shared/ipc';
import {
  PACK_MAX_CHARACTERS,
  type PackDiff,
  packCalls,
  parsePack,
  writePack,
} from '../../shared/model';
import { reviewPack } from '../../shared/rules';
import { safeFileName } from '../files';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp gói dữ liệu.' };
const NO_PLACE: IpcFailure = { code: 'cancelled', message: 'Chưa chọn nơi ghi tệp.' };

const EXPIRED: IpcFailure = {
  code: 'ticket-expired',
  message: 'Gói đã chọn quá lâu nên không còn hiệu lực.',
  hint: 'Hãy chọn lại tệp gói rồi nạp.',
};

const noCall: IpcFailure = {
  code: 'not-found',
  message: 'Đợt kêu gọi này không còn trong chương trình.',
  hint: 'Hãy mở lại danh sách đợt kêu gọi.',
};

const refused = (failure: Failure): IpcFailure => ({ ...failure, code: 'pack-refused' });

const summaryOf = (diff: PackDiff): PackSummary => ({
  title: diff.title,
  edition: diff.edition,
  direction: diff.direction,
  empty: diff.empty,
  changes: diff.changes
    .filter(({ action }) => action !== 'unchanged')
    .map(({ list, id, title, action, fields }) => ({
      list,
      id,
      title,
      action,
      fields: fields.map((field) => ({ ...field })),
    })),
  unchanged: diff.changes.filter(({ action }) => action === 'unchanged').length,
});

const idsOf = (all: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(all.map(({ id }) => id));

/** Four bytes hold any character; a file beyond that is refused before it is read. */
const MAX_BYTES = PACK_MAX_CHARACTERS * 4;

export const packHandlers = (
  services: Services,
): HandlerGroup<'packs.choose' | 'packs.import' | 'calls.exportPack'> => {
  const { keeper, library, emit, packTickets } = services;

  /** Vietnam's day, whatever the machine's zone. */
  const today = (): string => {
    const clock = vietnamWallClock(services.now().toISOString());
    if (clock === null) throw new Error('a Date writes an instant');
    return civilDateOf(clock.day);
  };

  const targetFor = (callId: string, fileName: string): Promise<string | null> =>
    services.askPackTarget(safeFileName(fileName === '' ? callId : fileName, 'json'));

  return {
    'packs.choose': async () => {
      const store = keeper.store();
      if (!store.ok) return store;
      const path = await services.askPackFile();
      if (path === null) return err(NOT_CHOSEN);
      const text = await services.readTextFile(path, MAX_BYTES);
      if (!text.ok) return text;
      const pack = parsePack(text.value);
      if (!pack.ok) return err(refused(pack.error));
      // Looked at first: that is when a store takes in what was shipped.
      const known = { references: idsOf(library.references), templates: idsOf(library.templates) };
      const diff = store.value.comparePack(pack.value);
      if (!diff.ok) return diff;
      return ok({
        ticket: packTickets.issue(pack.value),
        fileName: basename(path),
        source: pack.value.source,
        publishedOn: pack.value.publishedOn,
        summary: summaryOf(diff.value),
        findings: reviewPack(pack.value, today(), known),
      });
    },

    'packs.import': ({ ticket }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const pack = packTickets.redeem(ticket);
      if (pack === null) return err(EXPIRED);
      const done = store.value.importPack(pack);
      if (!done.ok) return done;
      emit('library.changed', undefined);
      return ok(summaryOf(done.value));
    },

    'calls.exportPack': async ({
      id,
    }): Promise<Result<{ fileName: string; folder: string }, IpcFailure>> => {
      const call = library.calls.find((one) => one.id === id);
      if (call === undefined) return err(noCall);
      const day = today();
      const pack = packCalls(
        {
          id: `dot-${call.id}`.slice(0, 80),
          title: call.title,
          // Counts up from day to day, so that a later copy is the newer one.
          edition: Number(day.replaceAll('-', '')),
          publishedOn: day,
          validFrom: null,
          validTo: null,
          source: call.source === '' ? call.issuer : call.source,
        },
        [call],
        library,
      );
      const path = await targetFor(id, `Đợt kêu gọi ${call.number ?? call.id}`);
      if (path === null) return err(NO_PLACE);
      const written = await services.writeFile(path, new TextEncoder().encode(writePack(pack)));
      return written.ok ? ok({ fileName: basename(path), folder: dirname(path) }) : written;
    },
  };
};
