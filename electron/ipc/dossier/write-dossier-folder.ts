import { join } from 'node:path';
import { ok, type Result } from '../../../shared/base';
import type { DossierParts, IpcFailure, WrittenFolder } from '../../../shared/ipc';
import { isPrintable, paperFormats } from '../../../shared/model';
import {
  DRAFT_WORDS,
  draftFurniture,
  emailPackage,
  frozenFurniture,
  letterBytes,
  letterName,
  type PackedFile,
} from '../../export';
import { safeFileName } from '../../files';
import type { Store } from '../../store';
import type { Services } from '../services';
import { dossierContents, type PaperContent, withoutStale } from './dossier-contents';
import type { DossierPapers } from './dossier-plans';
import { actorOf } from './dossier-record';
import type { DossierState } from './dossier-state';
import { emailDraft, emailFiles } from './email-contents';
import { PICTURE_WARNING, picturesAsked } from './signing-pictures';
import type { WritingWatch } from './watch-writing';

type Answer<T> = Promise<Result<T, IpcFailure>>;

type Kind = WrittenFolder['files'][number]['kind'];

interface ToWrite extends PackedFile {
  readonly kind: Kind;
}

const BOUND = 'Cả bộ hồ sơ';
const EMAIL = 'Gói gửi thư điện tử';

const markOf = ({ frozen }: DossierState): string => (frozen === null ? `${DRAFT_WORDS} ` : '');

const boundFile = async (
  services: Services,
  state: DossierState,
  contents: readonly PaperContent[],
): Answer<ToWrite> => {
  const { frozen, call, part } = state;
  const bound = await services.dossiers.bind({
    dossier: { call, papers: services.dossiers.papers, dossier: part.data },
    // Signatures of single papers do not hold in a bound copy, so it is made of the unsigned ones.
    papers: contents
      .filter(({ kind, plan, format }) => kind === 'paper' && plan.enclosed && format === 'pdf')
      .map(({ plan, bytes }) => ({ title: plan.title, bytes })),
    furniture: frozen === null ? draftFurniture() : frozenFurniture(frozen, 'contents'),
    now: frozen?.at ?? services.now().toISOString(),
  });
  if (!bound.ok) return bound;
  const name = safeFileName(`${markOf(state)}${BOUND}`, 'pdf');
  return ok({ kind: 'bound', name, bytes: bound.value.bytes });
};

/** Everything that is to be written. */
const filesToWrite = async (
  services: Services,
  state: DossierState,
  contents: readonly PaperContent[],
  parts: DossierParts,
): Answer<{ files: ToWrite[]; email: WrittenFolder['email'] }> => {
  const files: ToWrite[] = parts.separate
    ? contents.map(({ kind, fileName, bytes }) => ({ kind, name: fileName, bytes }))
    : [];
  if (parts.bound) {
    const bound = await boundFile(services, state, contents);
    if (!bound.ok) return bound;
    files.push(bound.value);
  }
  if (parts.email === 'none') return ok({ files, email: null });
  const packed = emailFiles(state, contents);
  const email = emailDraft(state, packed);
  const place = `${markOf(state)}${EMAIL}`;
  if (parts.email === 'zip') {
    const bytes = emailPackage(email, packed);
    files.push({ kind: 'email', name: safeFileName(place, 'zip'), bytes });
  } else {
    const letter = { name: letterName, bytes: letterBytes(email) };
    const folder = safeFileName(place, '');
    for (const { name, bytes } of [letter, ...packed]) {
      files.push({ kind: 'email', name: join(folder, name), bytes });
    }
  }
  return ok({ files, email });
};

/**
 * A dossier as files in a folder of its own: papers, one bound PDF, what goes by e-mail, as asked.
 * Everything is drawn before anything is written.
 */
export const writeDossierFolder = async (
  services: Services,
  store: Store,
  state: DossierState,
  { plans, live }: DossierPapers,
  parts: DossierParts,
  makeFolder: (name: string) => string,
  watch: WritingWatch,
): Answer<WrittenFolder> => {
  const pictures = picturesAsked(store, state.part.data, parts.pictures === true);
  if (!pictures.ok) return pictures;
  const { frozen, lead, members } = state;
  const total = plans.filter(isPrintable).length * paperFormats.length;
  const signed = frozen?.signed.length ?? 0;
  const beforeFile = watch.begin(lead, total + signed);
  const contents = await dossierContents(services, state, plans, pictures.value, beforeFile);
  if (!contents.ok) return contents;
  const { kept, stale } = withoutStale(contents.value, live);
  const wanted = await filesToWrite(services, state, kept, parts);
  if (!wanted.ok) return wanted;
  const title = members[0]?.record.title ?? '';
  const mark = frozen === null ? DRAFT_WORDS : frozen.code;
  const folder = makeFolder(
    safeFileName(`Hồ sơ ${mark} ${title}`, '', 'ho-so').replace(/\.$/u, ''),
  );
  const files: WrittenFolder['files'] = [];
  for (const { kind, name, bytes } of wanted.value.files) {
    const path = join(folder, name);
    services.dossiers.ensureFolder(path);
    const written = await services.writeFile(path, bytes);
    if (!written.ok) return written;
    files.push({ fileName: name, bytes: written.value.bytes, kind });
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const entered = store.enterRegister({
    kind: 'export',
    proposalId: lead,
    actor: actorOf(store),
    detail: {
      title: 'cả bộ hồ sơ',
      fileName: folder,
      files: files.length,
      bytes,
      code: frozen?.code ?? '',
      pictures: pictures.value !== null,
    },
  });
  if (!entered.ok) return entered;
  const warnings = pictures.value === null ? [] : [PICTURE_WARNING];
  return ok({ folder, files, bytes, email: wanted.value.email, stale: [...stale], warnings });
};
