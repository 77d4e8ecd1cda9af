import { join } from 'node:path';
import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { isPrintable, type PaperPlan, paperFormats } from '../../../shared/model';
import { safeFileName } from '../../files';
import type { Store } from '../../store';
import type { Services } from '../services';
import { actorOf } from './dossier-record';
import type { DossierState } from './dossier-state';
import { paperFileName } from './freeze-dossier';
import { findFrozen, frozenBytes, signedBytes } from './frozen-files';
import { DRAFT_WORDS, draftFurniture } from './paper-furniture';

interface Written {
  readonly folder: string;
  readonly files: { fileName: string; bytes: number }[];
  readonly bytes: number;
}

type Answer<T> = Promise<Result<T, IpcFailure>>;

interface Content {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const draftContents = async (
  services: Services,
  plans: readonly PaperPlan[],
): Answer<Content[]> => {
  const now = services.now().toISOString();
  const contents: Content[] = [];
  for (const [at, plan] of plans.entries()) {
    if (!isPrintable(plan)) continue;
    for (const format of paperFormats) {
      const furniture = draftFurniture();
      const drawn = await services.dossiers.drawPlan({ plan, format, now, furniture });
      if (!drawn.ok) return err({ ...drawn.error, where: plan.title });
      const fileName = `${DRAFT_WORDS} ${paperFileName(plan, at, format)}`;
      contents.push({ fileName, bytes: drawn.value.bytes });
    }
  }
  return ok(contents);
};

const frozenContents = async (
  services: Services,
  state: DossierState,
  plans: readonly PaperPlan[],
): Answer<Content[]> => {
  const { frozen } = state;
  if (frozen === null) return draftContents(services, plans);
  const contents: Content[] = [];
  for (const { paper, format } of frozen.files) {
    const file = findFrozen(frozen, paper, format);
    if (!file.ok) return file;
    const bytes = await frozenBytes(services, frozen, file.value);
    if (!bytes.ok) return bytes;
    contents.push({ fileName: file.value.fileName, bytes: bytes.value });
  }
  for (const { paper, format, fileName } of frozen.signed) {
    const bytes = await signedBytes(services, frozen, paper, format);
    if (!bytes.ok) return bytes;
    contents.push({ fileName, bytes: bytes.value });
  }
  return ok(contents);
};

/** All papers as files in a folder of their own. Everything is drawn before anything is written. */
export const writeDossierFolder = async (
  services: Services,
  store: Store,
  state: DossierState,
  plans: readonly PaperPlan[],
  makeFolder: (name: string) => string,
): Answer<Written> => {
  const contents = await frozenContents(services, state, plans);
  if (!contents.ok) return contents;
  const { frozen, lead, members } = state;
  const title = members[0]?.record.title ?? '';
  const mark = frozen === null ? DRAFT_WORDS : frozen.code;
  const folder = makeFolder(
    safeFileName(`Hồ sơ ${mark} ${title}`, '', 'ho-so').replace(/\.$/u, ''),
  );
  const files: Written['files'] = [];
  for (const { fileName, bytes } of contents.value) {
    const written = await services.writeFile(join(folder, fileName), bytes);
    if (!written.ok) return written;
    files.push({ fileName, bytes: written.value.bytes });
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
    },
  });
  return entered.ok ? ok({ folder, files, bytes }) : entered;
};
