import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/base';
import type { ExportRecord, IpcFailure, ProposalRecord } from '../../shared/ipc';
import { PROPOSAL_FORMAT, PROPOSAL_VERSION, type SectionValue } from '../../shared/model';
import type { ProposalPaper } from '../export';
import { safeFileName } from '../files';
import type { Store } from '../store';
import { actorOf } from './dossier/dossier-record';
import { frozenVersionOf, proposalFurniture } from './dossier/proposal-furniture';
import type { HandlerGroup } from './handlers';
import type { ExportPlace, Library, Services } from './services';

const CANCELLED: IpcFailure = { code: 'cancelled', message: 'Chưa chọn nơi ghi tệp.' };

const EXPIRED: IpcFailure = {
  code: 'ticket-expired',
  message: 'Nơi ghi tệp đã chọn quá lâu nên không còn hiệu lực.',
  hint: 'Hãy kết xuất lại và chọn nơi ghi.',
};

const gone = (path: string): IpcFailure => ({
  code: 'target-missing',
  message: `Không còn tệp “${basename(path)}” ở nơi đã ghi.`,
  where: path,
  hint: 'Tệp đã được chuyển đi hoặc xoá. Hãy kết xuất lại nếu cần.',
});

const notOpened = (path: string): IpcFailure => ({
  code: 'export-failed',
  message: `Máy này không mở được tệp “${basename(path)}”.`,
  where: path,
  hint: 'Hãy cài chương trình đọc loại tệp này, hoặc mở thư mục chứa tệp rồi mở bằng chương trình khác.',
});

const noTemplate = (id: string): IpcFailure => ({
  code: 'not-found',
  message: `Chương trình không có mẫu “${id}” nên không dựng được trang.`,
  hint: 'Hãy cài phiên bản chương trình có mẫu này rồi mở lại. Hồ sơ vẫn được giữ nguyên.',
});

const paperOf = (
  record: ProposalRecord,
  { templates }: Library,
  now: Date,
): Result<ProposalPaper, IpcFailure> => {
  const template = templates.find(({ id }) => id === record.templateId);
  if (template === undefined) return err(noTemplate(record.templateId));
  const proposal = {
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    call: record.callId,
    template: record.templateId,
    style: record.style,
    // Each value was checked against its section when it was written.
    values: record.values as Readonly<Record<string, SectionValue>>,
  } as const;
  const title = record.title === '' ? {} : { title: record.title };
  return ok({ proposal, template, ...title, now: now.toISOString() });
};

type ExportChannel =
  | 'export.chooseTarget'
  | 'export.write'
  | 'export.reveal'
  | 'export.open'
  | 'export.list'
  | 'export.print';

export const exportHandlers = (services: Services): HandlerGroup<ExportChannel> => {
  const { keeper, tickets, files } = services;

  const write = async (
    store: Store,
    { proposalId, format, path }: ExportPlace,
  ): Promise<Result<ExportRecord, IpcFailure>> => {
    // Read from the store, not from the window: what is written is what is kept.
    const record = store.openProposal(proposalId);
    if (!record.ok) return record;
    const paper = paperOf(record.value, services.library, services.now());
    if (!paper.ok) return paper;
    const furniture = proposalFurniture(store, record.value);
    const drawn = await services.drawPaper({ ...paper.value, format, furniture });
    if (!drawn.ok) return drawn;
    const written = await services.writeFile(path, drawn.value.bytes);
    if (!written.ok) return written;
    const { bytes, sha256 } = written.value;
    const entered = store.enterRegister({
      kind: 'export',
      proposalId,
      actor: actorOf(store),
      detail: {
        title: record.value.title,
        format,
        fileName: basename(path),
        pages: drawn.value.pages,
        bytes,
        sha256,
        code: frozenVersionOf(store, record.value)?.code ?? '',
      },
    });
    if (!entered.ok) return entered;
    return store.registerExport({
      proposalId,
      format,
      fileName: basename(path),
      folder: dirname(path),
      pages: drawn.value.pages,
      bytes,
      sha256,
    });
  };

  /** The path of a registered file that still is there. */
  const placeOf = (exportId: number): Result<string, IpcFailure> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const entry = store.value.readExport(exportId);
    if (!entry.ok) return entry;
    // A print left no file behind.
    if (entry.value.format === 'print') return err(gone(''));
    const path = join(entry.value.folder, entry.value.fileName);
    return files.exists(path) ? ok(path) : err(gone(path));
  };

  return {
    'export.chooseTarget': async ({ id, format }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const record = store.value.openProposal(id);
      if (!record.ok) return record;
      const before = store.value.listExports(id);
      const folder = before.ok
        ? before.value.find((one) => one.folder !== '' && files.exists(one.folder))?.folder
        : null;
      const path = await services.askTarget({
        format,
        fileName: safeFileName(record.value.title, format),
        folder: folder ?? null,
      });
      if (path === null) return err(CANCELLED);
      const ticket = tickets.issue({ proposalId: id, format, path });
      return ok({ ticket, fileName: basename(path), folder: dirname(path) });
    },

    'export.write': ({ ticket }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const place = tickets.redeem(ticket);
      return place === null ? err(EXPIRED) : write(store.value, place);
    },

    'export.reveal': ({ exportId }) => {
      const path = placeOf(exportId);
      if (!path.ok) return path;
      files.reveal(path.value);
      return ok(undefined);
    },

    'export.open': async ({ exportId }) => {
      const path = placeOf(exportId);
      if (!path.ok) return path;
      return (await files.open(path.value)) === '' ? ok(undefined) : err(notOpened(path.value));
    },

    'export.list': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const list = store.value.listExports(id);
      return list.ok ? ok([...list.value]) : list;
    },

    'export.print': async ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const record = store.value.openProposal(id);
      if (!record.ok) return record;
      const paper = paperOf(record.value, services.library, services.now());
      if (!paper.ok) return paper;
      const pages = await services.layPages(paper.value);
      if (!pages.ok) return pages;
      // The same words as a PDF: its digest says later what was on the paper.
      const furniture = proposalFurniture(store.value, record.value);
      const drawn = await services.drawPaper({ ...paper.value, format: 'pdf', furniture });
      if (!drawn.ok) return drawn;
      const printed = await services.printPages(pages.value, record.value.title, furniture);
      if (!printed.ok) return printed;
      if (printed.value) {
        // The paper is out: an entry that cannot be made does not make the print a failure.
        store.value.enterRegister({
          kind: 'print',
          proposalId: id,
          actor: actorOf(store.value),
          detail: {
            title: record.value.title,
            pages: pages.value.pages.length,
            code: frozenVersionOf(store.value, record.value)?.code ?? '',
          },
        });
        store.value.registerExport({
          proposalId: id,
          format: 'print',
          fileName: '',
          folder: '',
          pages: drawn.value.pages,
          bytes: drawn.value.bytes.length,
          sha256: createHash('sha256').update(drawn.value.bytes).digest('hex'),
        });
      }
      return ok({ printed: printed.value });
    },
  };
};
