import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import type { DossierParts, IpcFailure } from '../../../shared/ipc';
import {
  type Finding,
  isPrintable,
  type PageFurniture,
  type PageList,
  type PaperFormat,
  type PaperPlan,
  type PrintablePlan,
  type SigningPictures,
} from '../../../shared/model';
import { DRAFT_WORDS, draftFurniture, frozenFurniture } from '../../export';
import { safeFileName } from '../../files';
import type { Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import type { Services } from '../services';
import { dossierContents, withoutStale } from './dossier-contents';
import { dossierPapers, stillFits } from './dossier-plans';
import { actorOf } from './dossier-record';
import {
  type DossierState,
  holding,
  isUnchanged,
  leadOf,
  readDossier,
  readFreezes,
} from './dossier-state';
import { emailDraft, emailFiles } from './email-contents';
import { findFrozen, findSigned, frozenBytes, signedBytes } from './frozen-files';
import { proposalFurniture } from './proposal-furniture';
import {
  PICTURE_WARNING,
  picturesAsked,
  picturesOn,
  WITH_PICTURES,
  withPictures,
} from './signing-pictures';
import { watchWriting } from './watch-writing';
import { writeDossierFolder } from './write-dossier-folder';

type PaperChannel =
  | 'dossier.pages'
  | 'dossier.export'
  | 'dossier.exportAll'
  | 'dossier.stopWriting'
  | 'dossier.reveal'
  | 'dossier.email'
  | 'dossier.frozen'
  | 'dossier.furniture'
  | 'dossier.print';

type Answer<T> = Result<T, IpcFailure>;

const NO_PLACE: IpcFailure = { code: 'cancelled', message: 'Chưa chọn nơi ghi tệp.' };
const NO_FOLDER: IpcFailure = { code: 'cancelled', message: 'Chưa chọn thư mục.' };

const NOTHING_WRITTEN: IpcFailure = {
  code: 'not-found',
  message: 'Từ khi mở chương trình chưa ghi bộ hồ sơ nào ra thư mục.',
};

const NO_PAPER: IpcFailure = {
  code: 'not-found',
  message: 'Hồ sơ không có giấy tờ này, hoặc giấy tờ này do đơn vị tự chuẩn bị.',
  hint: 'Hãy mở lại hồ sơ rồi chọn giấy tờ trong danh sách.',
};

const noLongerFits = (code: string): IpcFailure => ({
  code: 'dossier-changed',
  message: `Nội dung đã sửa sau khi khoá bản ${code} nên tệp đã ký không còn khớp, không kết xuất được như bản đã ký.`,
  hint: 'Hãy phục hồi nội dung đã khoá trong Lịch sử, hoặc mở khoá, khoá lại thành bản mới rồi ký lại.',
});

interface Wanted {
  readonly format: PaperFormat;
  readonly signed: boolean;
  readonly pictures: SigningPictures | null;
}

interface OpenPaper {
  readonly store: Store;
  readonly state: DossierState;
  readonly plan: PrintablePlan;
  readonly pictures: SigningPictures | null;
}

const warningsFor = (pictures: readonly unknown[]): Finding[] =>
  pictures.length === 0 ? [] : [PICTURE_WARNING];

/** What is written when nobody says more. */
const EACH_PAPER: DossierParts = { separate: true, bound: false, email: 'none' };

const findPlan = (plans: readonly PaperPlan[], paper: string): Answer<PrintablePlan> => {
  const plan = plans.find(({ id }) => id === paper);
  return plan !== undefined && isPrintable(plan) ? ok(plan) : err(NO_PAPER);
};

export const furnitureOf = ({ frozen }: DossierState, paper: string): PageFurniture =>
  frozen === null ? draftFurniture() : frozenFurniture(frozen, paper);

/** What shows, asks for and writes papers of a dossier. Nothing here changes the dossier. */
export const paperHandlers = (services: Services): HandlerGroup<PaperChannel> => {
  const { keeper } = services;
  const watch = watchWriting(services);
  /** Where the last dossier was written since the program started; '' none was. */
  let lastFolder = '';

  /** The paper as it counts now: a draft, the frozen file or its signed form, or drawn with pictures. */
  const bytesOf = async (
    store: Store,
    state: DossierState,
    plan: PrintablePlan,
    { format, signed, pictures }: Wanted,
  ): Promise<Answer<{ bytes: Uint8Array; pages: number }>> => {
    const { frozen } = state;
    if (frozen === null || pictures !== null) {
      const now = frozen?.at ?? services.now().toISOString();
      const furniture = furnitureOf(state, plan.id);
      return services.dossiers.drawPlan({ plan, format, now, furniture, pictures });
    }
    const file = findFrozen(frozen, plan.id, format);
    if (!file.ok) return file;
    const { pages } = file.value;
    if (!signed) {
      const bytes = await frozenBytes(services, frozen, file.value);
      return bytes.ok ? ok({ bytes: bytes.value, pages }) : bytes;
    }
    const signedFile = findSigned(frozen, plan.id, format);
    if (!signedFile.ok) return signedFile;
    const { live } = dossierPapers(services, store, state);
    if (!stillFits(plan, live)) return err(noLongerFits(frozen.code));
    const bytes = signedBytes(services, signedFile.value);
    return bytes.ok ? ok({ bytes: bytes.value, pages }) : bytes;
  };

  /** A paper with what the person wants on it. */
  const paperOf = async (
    id: string,
    paper: string,
    withPicture: boolean,
  ): Promise<Answer<OpenPaper>> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const state = await readDossier(services, store.value, id);
    if (!state.ok) return state;
    const plan = findPlan(dossierPapers(services, store.value, state.value).plans, paper);
    if (!plan.ok) return plan;
    const { data } = state.value.part;
    const kept = picturesAsked(store.value, data, withPicture);
    if (!kept.ok) return kept;
    const pictures = picturesOn(plan.value, data, kept.value);
    return ok({ store: store.value, state: state.value, plan: plan.value, pictures });
  };

  /** Its pages with everything that stands on them. */
  const pagesOf = async ({
    state,
    plan,
    pictures,
  }: OpenPaper): Promise<Answer<{ pageList: PageList; furniture: PageFurniture }>> => {
    const laid = await services.dossiers.layPlan(plan);
    if (!laid.ok) return laid;
    const own = furnitureOf(state, plan.id);
    return ok({
      pageList: laid.value,
      furniture: withPictures(own, plan, laid.value, pictures),
    });
  };

  return {
    'dossier.pages': async ({ id, paper, pictures = false }) => {
      const open = await paperOf(id, paper, pictures);
      if (!open.ok) return open;
      const pages = await pagesOf(open.value);
      if (!pages.ok) return pages;
      const warnings = warningsFor(pages.value.furniture.pictures ?? []);
      return ok({ title: open.value.plan.title, ...pages.value, warnings });
    },

    'dossier.export': async ({ id, paper, format, signed = false, pictures: wanted = false }) => {
      const open = await paperOf(id, paper, wanted && !signed);
      if (!open.ok) return open;
      const { store, state, plan, pictures } = open.value;
      const { frozen, lead } = state;
      const mark = frozen === null ? `${DRAFT_WORDS} ` : '';
      const end = signed ? ' (đã ký)' : pictures === null ? '' : WITH_PICTURES;
      const fileName = safeFileName(`${mark}${plan.title}${end}`, format);
      const path = await services.askTarget({ format, fileName, folder: null });
      if (path === null) return err(NO_PLACE);
      const drawn = await bytesOf(store, state, plan, { format, signed, pictures });
      if (!drawn.ok) return drawn;
      const written = await services.writeFile(path, drawn.value.bytes);
      if (!written.ok) return written;
      const { bytes, sha256 } = written.value;
      const { pages } = drawn.value;
      const entered = store.enterRegister({
        kind: 'export',
        proposalId: lead,
        actor: actorOf(store),
        detail: {
          paper,
          title: plan.title,
          format,
          fileName: basename(path),
          pages,
          bytes,
          sha256,
          code: frozen?.code ?? '',
          signed,
          pictures: pictures !== null,
        },
      });
      if (!entered.ok) return entered;
      const warnings = pictures === null ? [] : [PICTURE_WARNING];
      return ok({
        fileName: basename(path),
        folder: dirname(path),
        pages,
        bytes,
        sha256,
        warnings,
      });
    },

    'dossier.exportAll': async ({ id, parts = EACH_PAPER }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const parent = await services.dossiers.askFolder();
      if (parent === null) return err(NO_FOLDER);
      const papers = dossierPapers(services, store.value, state.value);
      const written = await writeDossierFolder(
        services,
        store.value,
        state.value,
        papers,
        parts,
        (name) => services.dossiers.makeFolder(parent, name),
        watch,
      );
      if (written.ok) lastFolder = written.value.folder;
      return written;
    },

    'dossier.stopWriting': () => {
      watch.stop();
      return ok(undefined);
    },

    'dossier.reveal': () => {
      if (lastFolder === '') return err(NOTHING_WRITTEN);
      services.files.reveal(lastFolder);
      return ok(undefined);
    },

    'dossier.email': async ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const { plans, live } = dossierPapers(services, store.value, state.value);
      const contents = await dossierContents(services, state.value, plans);
      if (!contents.ok) return contents;
      const { kept } = withoutStale(contents.value, live);
      return ok(emailDraft(state.value, emailFiles(state.value, kept)));
    },

    'dossier.frozen': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const record = store.value.openProposal(id);
      if (!record.ok) return record;
      const lead = leadOf(store.value, id);
      const frozen = holding(readFreezes(store.value, lead));
      if (frozen === null) return ok(null);
      const fits = isUnchanged(store.value, frozen, record.value);
      return ok({ lead, code: frozen.code, fits });
    },

    'dossier.furniture': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const record = store.value.openProposal(id);
      return record.ok ? ok(proposalFurniture(store.value, record.value)) : record;
    },

    'dossier.print': async ({ id, paper, pictures = false }) => {
      const open = await paperOf(id, paper, pictures);
      if (!open.ok) return open;
      const pages = await pagesOf(open.value);
      if (!pages.ok) return pages;
      const { store, state, plan } = open.value;
      const { pageList, furniture } = pages.value;
      const printed = await services.printPages(pageList, plan.title, furniture);
      if (!printed.ok) return printed;
      if (printed.value) {
        const entered = store.enterRegister({
          kind: 'print',
          proposalId: state.lead,
          actor: actorOf(store),
          detail: {
            paper,
            title: plan.title,
            pages: pageList.pages.length,
            code: state.frozen?.code ?? '',
            pictures: furniture.pictures !== undefined,
          },
        });
        if (!entered.ok) return entered;
      }
      return ok({ printed: printed.value });
    },
  };
};
