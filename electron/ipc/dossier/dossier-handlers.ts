import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import type { DossierParts, DossierRecord, IpcFailure } from '../../../shared/ipc';
import {
  isPrintable,
  type PaperFormat,
  type PaperPlan,
  type PrintablePlan,
  withEntry,
} from '../../../shared/model';
import { DRAFT_WORDS, draftFurniture, frozenFurniture, type PageFurniture } from '../../export';
import { safeFileName } from '../../files';
import type { Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import { nfcTexts } from '../nfc-texts';
import type { Services } from '../services';
import { dossierContents, withoutStale } from './dossier-contents';
import { dossierPapers, stillFits } from './dossier-plans';
import { actorOf, readRecord, saveActor } from './dossier-record';
import {
  COURSE,
  DOSSIER,
  DOSSIER_OF,
  type DossierState,
  leadOf,
  readDossier,
} from './dossier-state';
import { emailDraft, emailFiles } from './email-contents';
import { freezeDossier, unfreezeDossier } from './freeze-dossier';
import { findFrozen, findSigned, frozenBytes, signedBytes } from './frozen-files';
import { proposalFurniture } from './proposal-furniture';
import { writeDossierFolder } from './write-dossier-folder';

type DossierChannel =
  | 'dossier.read'
  | 'dossier.save'
  | 'dossier.setProposals'
  | 'dossier.setActor'
  | 'dossier.pages'
  | 'dossier.export'
  | 'dossier.exportAll'
  | 'dossier.email'
  | 'dossier.furniture'
  | 'dossier.print'
  | 'dossier.freeze'
  | 'dossier.unfreeze'
  | 'dossier.enter';

type Answer<T> = Result<T, IpcFailure>;

const NO_PLACE: IpcFailure = { code: 'cancelled', message: 'Chưa chọn nơi ghi tệp.' };
const NO_FOLDER: IpcFailure = { code: 'cancelled', message: 'Chưa chọn thư mục.' };

const NO_PAPER: IpcFailure = {
  code: 'not-found',
  message: 'Hồ sơ không có giấy tờ này, hoặc giấy tờ này do đơn vị tự chuẩn bị.',
  hint: 'Hãy mở lại hồ sơ rồi chọn giấy tờ trong danh sách.',
};

const isFrozen = (code: string): IpcFailure => ({
  code: 'dossier-frozen',
  message: `Hồ sơ đang khoá ở bản ${code} nên chưa sửa được.`,
  hint: 'Hãy mở khoá và ghi lý do; bản đã khoá vẫn được giữ.',
});

const notHere: IpcFailure = {
  code: 'invalid-value',
  message: 'Có bản đề xuất không thuộc đợt kêu gọi này hoặc đã nằm trong bộ hồ sơ khác.',
  hint: 'Hãy chỉ chọn các bản đề xuất của cùng một đợt kêu gọi.',
};

const noLongerFits = (code: string): IpcFailure => ({
  code: 'dossier-changed',
  message: `Nội dung đã sửa sau khi khoá bản ${code} nên tệp đã ký không còn khớp, không kết xuất được như bản đã ký.`,
  hint: 'Hãy phục hồi nội dung đã khoá trong Lịch sử, hoặc mở khoá, khoá lại thành bản mới rồi ký lại.',
});

/** What is written when nobody says more. */
const EACH_PAPER: DossierParts = { separate: true, bound: false, email: 'none' };

const findPlan = (plans: readonly PaperPlan[], paper: string): Answer<PrintablePlan> => {
  const plan = plans.find(({ id }) => id === paper);
  return plan !== undefined && isPrintable(plan) ? ok(plan) : err(NO_PAPER);
};

export const furnitureOf = ({ frozen }: DossierState, paper: string): PageFurniture =>
  frozen === null ? draftFurniture() : frozenFurniture(frozen, paper);

export const dossierHandlers = (services: Services): HandlerGroup<DossierChannel> => {
  const { keeper } = services;

  /** Opens the dossier, does something with it, and answers with what it is then. */
  const change = async (
    id: string,
    work: (store: Store, state: DossierState) => Answer<unknown> | Promise<Answer<unknown>>,
  ): Promise<Answer<DossierRecord>> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const state = await readDossier(services, store.value, id);
    if (!state.ok) return state;
    const done = await work(store.value, state.value);
    if (!done.ok) return done;
    services.emit('dossier.changed', { lead: state.value.lead });
    return readRecord(services, store.value, id);
  };

  const bytesOf = async (
    store: Store,
    state: DossierState,
    paper: string,
    format: PaperFormat,
    signed: boolean,
  ): Promise<Answer<{ bytes: Uint8Array; pages: number }>> => {
    const { frozen } = state;
    if (frozen === null) {
      const plan = findPlan(dossierPapers(services, store, state).plans, paper);
      if (!plan.ok) return plan;
      const now = services.now().toISOString();
      const furniture = draftFurniture();
      return services.dossiers.drawPlan({ plan: plan.value, format, now, furniture });
    }
    const file = findFrozen(frozen, paper, format);
    if (!file.ok) return file;
    if (signed) {
      const signedFile = findSigned(frozen, paper, format);
      if (!signedFile.ok) return signedFile;
      const plan = frozen.plans.find(({ id }) => id === paper);
      const { live } = dossierPapers(services, store, state);
      if (plan !== undefined && !stillFits(plan, live)) return err(noLongerFits(frozen.code));
      const bytes = await signedBytes(services, frozen, signedFile.value);
      return bytes.ok ? ok({ bytes: bytes.value, pages: file.value.pages }) : bytes;
    }
    const bytes = await frozenBytes(services, frozen, file.value);
    return bytes.ok ? ok({ bytes: bytes.value, pages: file.value.pages }) : bytes;
  };

  return {
    'dossier.read': ({ id }) => {
      const store = keeper.store();
      return store.ok ? readRecord(services, store.value, id) : store;
    },

    'dossier.save': ({ id, data }) =>
      change(id, (store, { lead, part, frozen }) =>
        frozen === null
          ? store.savePart(lead, DOSSIER, { ...part, data: nfcTexts(data) })
          : err(isFrozen(frozen.code)),
      ),

    'dossier.setProposals': ({ id, proposals }) =>
      change(id, (store, state) => {
        const { lead, part, frozen, call } = state;
        if (frozen !== null) return err(isFrozen(frozen.code));
        const ids = [...new Set([...proposals, ...(proposals.includes(lead) ? [] : [lead])])];
        for (const one of ids) {
          const record = store.openProposal(one);
          if (!record.ok) return record;
          const owner = leadOf(store, one);
          const isFree = owner === one || owner === lead;
          if (record.value.callId !== call.id || !isFree) return err(notHere);
        }
        for (const gone of part.proposals.filter((one) => !ids.includes(one))) {
          const parted = store.savePart(gone, DOSSIER_OF, null);
          if (!parted.ok) return parted;
        }
        for (const one of ids.filter((other) => other !== lead)) {
          const joined = store.savePart(one, DOSSIER_OF, { lead });
          if (!joined.ok) return joined;
        }
        const data = { ...part.data, priority: ids };
        const first = [lead, ...ids.filter((one) => one !== lead)];
        return store.savePart(lead, DOSSIER, { proposals: first, data });
      }),

    'dossier.setActor': ({ name }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const saved = saveActor(store.value, nfcTexts(name).replace(/\s+/gu, ' ').trim());
      return saved.ok ? ok(undefined) : saved;
    },

    'dossier.pages': async ({ id, paper }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const plan = findPlan(dossierPapers(services, store.value, state.value).plans, paper);
      if (!plan.ok) return plan;
      const laid = await services.dossiers.layPlan(plan.value);
      if (!laid.ok) return laid;
      const furniture = furnitureOf(state.value, paper);
      return ok({ title: plan.value.title, pageList: laid.value, furniture });
    },

    'dossier.export': async ({ id, paper, format, signed = false }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const { frozen, lead } = state.value;
      const plan = findPlan(dossierPapers(services, store.value, state.value).plans, paper);
      if (!plan.ok) return plan;
      const mark = frozen === null ? `${DRAFT_WORDS} ` : '';
      const end = signed ? ' (đã ký)' : '';
      const fileName = safeFileName(`${mark}${plan.value.title}${end}`, format);
      const path = await services.askTarget({ format, fileName, folder: null });
      if (path === null) return err(NO_PLACE);
      const drawn = await bytesOf(store.value, state.value, paper, format, signed);
      if (!drawn.ok) return drawn;
      const written = await services.writeFile(path, drawn.value.bytes);
      if (!written.ok) return written;
      const { bytes, sha256 } = written.value;
      const { pages } = drawn.value;
      const entered = store.value.enterRegister({
        kind: 'export',
        proposalId: lead,
        actor: actorOf(store.value),
        detail: {
          paper,
          title: plan.value.title,
          format,
          fileName: basename(path),
          pages,
          bytes,
          sha256,
          code: frozen?.code ?? '',
          signed,
        },
      });
      if (!entered.ok) return entered;
      return ok({ fileName: basename(path), folder: dirname(path), pages, bytes, sha256 });
    },

    'dossier.exportAll': async ({ id, parts = EACH_PAPER }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const parent = await services.dossiers.askFolder();
      if (parent === null) return err(NO_FOLDER);
      const papers = dossierPapers(services, store.value, state.value);
      return writeDossierFolder(services, store.value, state.value, papers, parts, (name) =>
        services.dossiers.makeFolder(parent, name),
      );
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

    'dossier.furniture': ({ id }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const record = store.value.openProposal(id);
      return record.ok ? ok(proposalFurniture(store.value, record.value)) : record;
    },

    'dossier.print': async ({ id, paper }) => {
      const store = keeper.store();
      if (!store.ok) return store;
      const state = await readDossier(services, store.value, id);
      if (!state.ok) return state;
      const plan = findPlan(dossierPapers(services, store.value, state.value).plans, paper);
      if (!plan.ok) return plan;
      const laid = await services.dossiers.layPlan(plan.value);
      if (!laid.ok) return laid;
      const furniture = furnitureOf(state.value, paper);
      const { title } = plan.value;
      const printed = await services.printPages(laid.value, title, furniture);
      if (!printed.ok) return printed;
      if (printed.value) {
        const entered = store.value.enterRegister({
          kind: 'print',
          proposalId: state.value.lead,
          actor: actorOf(store.value),
          detail: {
            paper,
            title,
            pages: laid.value.pages.length,
            code: state.value.frozen?.code ?? '',
          },
        });
        if (!entered.ok) return entered;
      }
      return ok({ printed: printed.value });
    },

    'dossier.freeze': ({ id, anyway = false }) =>
      change(id, (store, state) => {
        // A dossier that was only looked at so far is kept from its freeze on; one that cannot be
        // kept must not be frozen: the disk would have other entries than the papers.
        const kept = store.savePart(state.lead, DOSSIER, state.part);
        return kept.ok
          ? freezeDossier(services, store, state, { actor: actorOf(store), anyway })
          : kept;
      }),

    'dossier.unfreeze': ({ id, reason }) =>
      change(id, (store, state) =>
        unfreezeDossier(services, store, state, actorOf(store), nfcTexts(reason).trim()),
      ),

    'dossier.enter': ({ id, entry: given }) =>
      change(id, (store, { lead, course, frozen }) => {
        const entry = nfcTexts(given);
        const code = frozen?.code ?? '';
        const { kind, ...detail } = entry;
        const entered = store.enterRegister({
          kind,
          proposalId: lead,
          actor: actorOf(store),
          detail: { ...detail, code },
        });
        return entered.ok ? store.savePart(lead, COURSE, withEntry(course, entry, code)) : entered;
      }),
  };
};
