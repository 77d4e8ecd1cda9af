import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { GivenPackage, IpcFailure, PackagePlanRecord } from '../../shared/ipc';
import { safeFileName } from '../files';
import type { PackagePlan } from '../store';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

type TransferChannel =
  | 'transfer.write'
  | 'transfer.choose'
  | 'transfer.given'
  | 'transfer.inspect'
  | 'transfer.import'
  | 'transfer.cancel';

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp.' };
const NO_PLACE: IpcFailure = { code: 'cancelled', message: 'Chưa chọn nơi ghi tệp.' };

const EXPIRED: IpcFailure = {
  code: 'ticket-expired',
  message: 'Tệp đã chọn quá lâu nên không còn hiệu lực.',
  hint: 'Hãy chọn lại tệp rồi nhập.',
};

const planRecord = (plan: PackagePlan): PackagePlanRecord => ({
  ...plan,
  proposals: plan.proposals.map((proposal) => ({ ...proposal })),
  organisations: [...plan.organisations],
  records: [...plan.records],
});

const sealOf = (passphrase: string | null): { readonly passphrase?: string } =>
  // The same letters typed on another machine must open it.
  passphrase === null ? {} : { passphrase: passphrase.normalize('NFC') };

export const transferHandlers = ({
  keeper,
  packages,
  jobs,
  files,
  emit,
}: Services): HandlerGroup<TransferChannel> => {
  const given = (path: string): GivenPackage => ({
    ticket: packages.tickets.issue(path),
    fileName: basename(path),
  });

  const nameFor = (ids: readonly string[]): Result<string, IpcFailure> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const [first = ''] = ids;
    const record = store.value.openProposal(first);
    if (!record.ok) return record;
    const more = ids.length > 1 ? ` và ${ids.length - 1} hồ sơ khác` : '';
    return ok(safeFileName(`${record.value.title}${more}`, 'bdx', 'ho-so'));
  };

  return {
    'transfer.write': async ({ ids, passphrase, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const name = nameFor(ids);
      if (!name.ok) return name;
      const path = await packages.askTarget(name.value);
      if (path === null) return err(NO_PLACE);
      const written = await jobs.run(job, null, (transfer) =>
        store.value.writePackage(ids, path, { ...transfer, ...sealOf(passphrase) }),
      );
      if (!written.ok) return written;
      const { bytes, proposals, attachments } = written.value;
      return ok({
        fileName: basename(path),
        folder: dirname(path),
        bytes,
        proposals,
        attachments,
      });
    },

    'transfer.choose': async () => {
      const path = await packages.askFile();
      return path === null ? err(NOT_CHOSEN) : ok(given(path));
    },

    'transfer.given': () => {
      const path = packages.takeGiven();
      return ok(path === null ? null : given(path));
    },

    'transfer.inspect': async ({ ticket, passphrase, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const path = packages.tickets.look(ticket);
      if (path === null) return err(EXPIRED);
      const plan = await jobs.run(job, files.size(path), (transfer) =>
        store.value.inspectPackage(path, { ...transfer, ...sealOf(passphrase) }),
      );
      return plan.ok ? ok(planRecord(plan.value)) : plan;
    },

    'transfer.import': async ({ ticket, passphrase, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const path = packages.tickets.redeem(ticket);
      if (path === null) return err(EXPIRED);
      const done = await jobs.run(job, files.size(path), (transfer) =>
        store.value.importPackage(path, { ...transfer, ...sealOf(passphrase) }),
      );
      if (!done.ok) return done;
      emit('proposals.changed', { ids: done.value.proposals.map(({ id }) => id) });
      if (done.value.organisations.length > 0) emit('organisations.changed', undefined);
      if (done.value.records.length > 0) emit('library.changed', undefined);
      return ok(planRecord(done.value));
    },

    'transfer.cancel': ({ job }) => {
      jobs.cancel(job);
      return ok(undefined);
    },
  };
};
