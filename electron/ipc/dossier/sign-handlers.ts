import { basename } from 'node:path';
import { err, type Failure, ok, type Result } from '../../../shared/base';
import type { DossierRecord, IpcFailure, Verification } from '../../../shared/ipc';
import type { Freeze, FrozenFile, PaperFormat, SignedFile } from '../../../shared/model';
import type { Store } from '../../store';
import type { HandlerGroup } from '../handlers';
import type { Services } from '../services';
import { dossierPapers, stillFits } from './dossier-plans';
import { actorOf, readRecord } from './dossier-record';
import { type DossierState, readDossier } from './dossier-state';
import { frozenOf, keepSigned } from './freeze-dossier';
import { findFrozen, frozenBytes, sha256Of } from './frozen-files';

type SignChannel =
  | 'sign.chooseCertificate'
  | 'sign.sign'
  | 'sign.takeBack'
  | 'sign.verify'
  | 'sign.addRoot';

/** The libraries of signing are large; the program does not load them before somebody signs. */
const loadSigning = () => import('../../sign');

type Answer<T> = Result<T, IpcFailure>;

const NOT_CHOSEN: IpcFailure = { code: 'cancelled', message: 'Chưa chọn tệp.' };

const EXPIRED: IpcFailure = {
  code: 'ticket-expired',
  message: 'Tệp chứng thư đã chọn quá lâu nên không còn hiệu lực.',
  hint: 'Hãy chọn lại tệp chứng thư.',
};

/** A signature says that these are the words; they no longer are. */
const noLongerThat = (code: string): IpcFailure => ({
  code: 'dossier-changed',
  message: `Nội dung đã sửa sau khi khoá bản ${code} nên chưa ký số giấy này.`,
  hint: 'Hãy phục hồi nội dung đã khoá trong Lịch sử, hoặc mở khoá rồi khoá lại thành bản mới.',
});

const NO_SIGNER: IpcFailure = {
  code: 'sign-failed',
  message: 'Tệp này chưa có chữ ký số nào.',
  hint: 'Hãy chọn tệp đã ký bằng chương trình của nhà cung cấp chữ ký số.',
};

/** A failure of the signer in the contract's words: its sentence and hint are the person's. */
const signFailure = ({ message, where, hint }: Failure): IpcFailure => ({
  code: 'sign-failed',
  message,
  ...(where === undefined ? {} : { where }),
  ...(hint === undefined ? {} : { hint }),
});

/** Millimetres; top right in the margin, where the decree puts it. */
const BOX_WIDTH = 80;

const signedName = (file: FrozenFile, count: number): string => {
  const dot = file.fileName.lastIndexOf('.');
  const again = count === 0 ? '' : ` ${count + 1}`;
  return `${file.fileName.slice(0, dot)} (đã ký${again})${file.fileName.slice(dot)}`;
};

interface Signing {
  readonly store: Store;
  readonly state: DossierState;
  readonly freeze: Freeze;
  readonly file: FrozenFile;
  readonly bytes: Uint8Array;
}

export const signHandlers = (services: Services): HandlerGroup<SignChannel> => {
  const { keeper, dossiers } = services;

  const begin = async (
    id: string,
    paper: string,
    format: PaperFormat,
  ): Promise<Answer<Signing>> => {
    const store = keeper.store();
    if (!store.ok) return store;
    const state = await readDossier(services, store.value, id);
    if (!state.ok) return state;
    const freeze = frozenOf(state.value);
    if (!freeze.ok) return freeze;
    const file = findFrozen(freeze.value, paper, format);
    if (!file.ok) return file;
    const bytes = await frozenBytes(services, freeze.value, file.value);
    if (!bytes.ok) return bytes;
    return ok({
      store: store.value,
      state: state.value,
      freeze: freeze.value,
      file: file.value,
      bytes: bytes.value,
    });
  };

  const keep = async (
    { store, state, freeze, file }: Signing,
    bytes: Uint8Array,
    by: Pick<SignedFile, 'signer' | 'signedAt' | 'origin'>,
  ): Promise<Answer<DossierRecord>> => {
    const count = freeze.signed.filter((one) => one.paper === file.paper).length;
    const fileName = signedName(file, count);
    const keptFile = await store.keepFile(state.lead, fileName, bytes);
    if (!keptFile.ok) return keptFile;
    const { sha256 } = keptFile.value;
    const title = freeze.plans.find(({ id }) => id === file.paper)?.title ?? file.paper;
    const entered = store.enterRegister({
      kind: by.origin === 'here' ? 'sign' : 'take-back',
      proposalId: state.lead,
      actor: actorOf(store),
      detail: { paper: file.paper, title, format: file.format, sha256, code: freeze.code, ...by },
    });
    if (!entered.ok) return entered;
    const kept = keepSigned(store, state, {
      ...file,
      ...by,
      fileName,
      bytes: bytes.length,
      sha256,
      at: services.now().toISOString(),
    });
    if (!kept.ok) return kept;
    services.emit('dossier.changed', { lead: state.lead });
    return readRecord(services, store, state.lead);
  };

  /** What was looked at last, and whom the person relies upon: both until the program ends. */
  let lastVerified = '';
  let roots: readonly { readonly fileName: string; readonly bytes: Uint8Array }[] = [];

  const verify = async (path: string): Promise<Answer<Verification>> => {
    const bytes = await dossiers.readBytes(path);
    if (!bytes.ok) return bytes;
    const { verifyFile } = await loadSigning();
    const report = verifyFile(bytes.value, {
      now: services.now().getTime(),
      roots: roots.map((one) => one.bytes),
    });
    if (!report.ok) return err(signFailure(report.error));
    const { signatures, reasons, ...rest } = report.value;
    return ok({
      ...rest,
      fileName: basename(path),
      roots: roots.map(({ fileName }) => fileName),
      reasons: [...reasons],
      signatures: signatures.map((one) => ({ ...one, reasons: [...one.reasons] })),
    });
  };

  const boxOf = async (visible: boolean, format: PaperFormat) =>
    visible && format === 'pdf'
      ? { box: { page: 1, width: BOX_WIDTH, font: await dossiers.signatureFont() } }
      : {};

  return {
    'sign.chooseCertificate': async () => {
      const path = await dossiers.askFile('certificate');
      if (path === null) return err(NOT_CHOSEN);
      return ok({ ticket: dossiers.certificates.issue(path), fileName: basename(path) });
    },

    'sign.sign': async ({ id, paper, format, ticket, passphrase, reason, location, visible }) => {
      // As bytes from here on, so that they can be wiped; the text itself dies with this request.
      const secret = Buffer.from(passphrase, 'utf8');
      try {
        const signing = await begin(id, paper, format);
        if (!signing.ok) return signing;
        const { store, state, freeze } = signing.value;
        const plan = freeze.plans.find((one) => one.id === paper);
        const { live } = dossierPapers(services, store, state);
        if (plan !== undefined && !stillFits(plan, live)) return err(noLongerThat(freeze.code));
        const path = dossiers.certificates.look(ticket);
        if (path === null) return err(EXPIRED);
        const p12 = await dossiers.readBytes(path);
        if (!p12.ok) return p12;
        const { signAnyFile } = await loadSigning();
        const signed = await signAnyFile(signing.value.bytes, {
          p12: p12.value,
          passphrase: secret,
          now: services.now().getTime(),
          ...(reason === '' ? {} : { reason: reason.normalize('NFC') }),
          ...(location === '' ? {} : { location: location.normalize('NFC') }),
          ...(await boxOf(visible, format)),
        });
        if (!signed.ok) return err(signFailure(signed.error));
        const { bytes, signer, signedAt } = signed.value;
        return await keep(signing.value, bytes, { signer, signedAt, origin: 'here' });
      } finally {
        secret.fill(0);
      }
    },

    'sign.takeBack': async ({ id, paper }) => {
      const signing = await begin(id, paper, 'pdf');
      if (!signing.ok) return signing;
      const path = await dossiers.askFile('signed');
      if (path === null) return err(NOT_CHOSEN);
      const given = await dossiers.readBytes(path);
      if (!given.ok) return given;
      if (sha256Of(given.value) === signing.value.file.sha256) return err(NO_SIGNER);
      const { checkSignedUpdate, verifyFile } = await loadSigning();
      const update = checkSignedUpdate(signing.value.bytes, given.value);
      if (!update.ok) return err(signFailure(update.error));
      const report = verifyFile(given.value);
      if (!report.ok) return err(signFailure(report.error));
      const { signer, signedAt } = report.value;
      return keep(signing.value, given.value, {
        signer: signer ?? 'không rõ người ký',
        signedAt: signedAt ?? '',
        origin: 'elsewhere',
      });
    },

    'sign.verify': async () => {
      const path = await dossiers.askFile('signed');
      if (path === null) return err(NOT_CHOSEN);
      lastVerified = path;
      return verify(path);
    },

    'sign.addRoot': async () => {
      if (lastVerified === '') return err(NOT_CHOSEN);
      const path = await dossiers.askFile('root');
      if (path === null) return err(NOT_CHOSEN);
      const bytes = await dossiers.readBytes(path);
      if (!bytes.ok) return bytes;
      const fileName = basename(path);
      const others = roots.filter((one) => one.fileName !== fileName);
      roots = [...others, { fileName, bytes: bytes.value }];
      return verify(lastVerified);
    },
  };
};
