import { basename, dirname, extname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { AttachmentRecord, IpcFailure } from '../../shared/ipc';
import { safeFileName } from '../files';
import type { Store } from '../store';
import type { HandlerGroup } from './handlers';
import type { Services } from './services';

type AttachmentChannel =
  | 'attachments.list'
  | 'attachments.add'
  | 'attachments.remove'
  | 'attachments.open'
  | 'attachments.saveAs';

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp.' };

const notFound: IpcFailure = {
  code: 'not-found',
  message: 'Không tìm thấy tài liệu gửi kèm này.',
  hint: 'Có thể tài liệu đã bị gỡ. Hãy mở lại danh sách tài liệu gửi kèm.',
};

const notOpened = (name: string): IpcFailure => ({
  code: 'export-failed',
  message: `Máy này không mở được tệp “${name}”.`,
  where: name,
  hint: 'Hãy cài chương trình đọc loại tệp này, hoặc ghi tệp ra thư mục rồi mở bằng chương trình khác.',
});

/** The name under which it was taken in, as a name that every system takes. */
const plainName = (name: string): string => {
  const ending = extname(name);
  return safeFileName(basename(name, ending), ending.slice(1), 'tai-lieu');
};

export const attachmentHandlers = (services: Services): HandlerGroup<AttachmentChannel> => {
  const { keeper, files, jobs } = services;

  const find = (
    store: Store,
    proposalId: string,
    id: string,
  ): Result<AttachmentRecord, IpcFailure> => {
    const list = store.listAttachments(proposalId);
    if (!list.ok) return list;
    const found = list.value.find((one) => one.id === id);
    return found === undefined ? err(notFound) : ok(found);
  };

  return {
    'attachments.list': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const list = store.value.listAttachments(id);
      return list.ok ? ok(list.value.map((attachment) => ({ ...attachment }))) : list;
    },

    'attachments.add': async ({ id, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const path = await services.askAttachment();
      if (path === null) return err(NOT_CHOSEN);
      return jobs.run(job, files.size(path), (transfer) =>
        store.value.addAttachment(id, path, transfer),
      );
    },

    'attachments.remove': ({ id }) => {
      const store = keeper.store();
      return store.ok ? store.value.removeAttachment(id) : store;
    },

    'attachments.open': async ({ id, proposalId, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const found = find(store.value, proposalId, id);
      if (!found.ok) return found;
      const { name, bytes } = found.value;
      const path = join(files.viewFolder(), plainName(name));
      const copied = await jobs.run(job, bytes, (transfer) =>
        store.value.copyAttachment(id, path, transfer),
      );
      if (!copied.ok) return copied;
      return (await files.open(path)) === '' ? ok(undefined) : err(notOpened(name));
    },

    'attachments.saveAs': async ({ id, proposalId, job }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const found = find(store.value, proposalId, id);
      if (!found.ok) return found;
      const { name, bytes } = found.value;
      const path = await services.askAttachmentTarget(plainName(name));
      if (path === null) return err(NOT_CHOSEN);
      const copied = await jobs.run(job, bytes, (transfer) =>
        store.value.copyAttachment(id, path, transfer),
      );
      return copied.ok ? ok({ fileName: basename(path), folder: dirname(path), bytes }) : copied;
    },
  };
};
