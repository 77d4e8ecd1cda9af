import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { isPrintable, type PaperFormat, type PaperPlan } from '../../../shared/model';
import { DRAFT_WORDS, draftFurniture, drawPapers } from '../../export';
import type { Services } from '../services';
import { stillFits } from './dossier-plans';
import type { DossierState } from './dossier-state';
import { paperFileName } from './freeze-dossier';
import { findFrozen, frozenBytes, signedBytes } from './frozen-files';

/** A paper of the dossier as the bytes of a file. */
export interface PaperContent {
  readonly kind: 'paper' | 'signed';
  readonly plan: PaperPlan;
  /** Its place in the dossier, from 0. */
  readonly at: number;
  readonly format: PaperFormat;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

type Answer<T> = Promise<Result<T, IpcFailure>>;

const draftContents = async (
  services: Services,
  plans: readonly PaperPlan[],
): Answer<PaperContent[]> => {
  const drawn = await drawPapers({
    plans,
    now: services.now().toISOString(),
    furnitureOf: draftFurniture,
    draw: services.dossiers.drawPlan,
  });
  if (!drawn.ok) return drawn;
  return ok(
    drawn.value.map(({ plan, at, format, bytes }) => ({
      kind: 'paper',
      plan,
      at,
      format,
      fileName: `${DRAFT_WORDS} ${paperFileName(plan, at, format)}`,
      bytes,
    })),
  );
};

const lost: IpcFailure = {
  code: 'not-found',
  message: 'Bản đã khoá có tệp không thuộc giấy tờ nào của hồ sơ.',
  hint: 'Hãy mở khoá rồi khoá lại thành một bản mới.',
};

/** Every paper as it counts now: drafts drawn afresh, or the files of the version that holds. */
export const dossierContents = async (
  services: Services,
  { frozen }: DossierState,
  plans: readonly PaperPlan[],
): Answer<PaperContent[]> => {
  if (frozen === null) return draftContents(services, plans);
  const contents: PaperContent[] = [];
  const add = async (
    kind: PaperContent['kind'],
    { paper, format, fileName }: { paper: string; format: PaperFormat; fileName: string },
    read: () => Answer<Uint8Array>,
  ): Answer<undefined> => {
    const at = frozen.plans.findIndex(({ id }) => id === paper);
    const plan = frozen.plans[at];
    if (plan === undefined || !isPrintable(plan)) return err(lost);
    const bytes = await read();
    if (!bytes.ok) return bytes;
    contents.push({ kind, plan, at, format, fileName, bytes: bytes.value });
    return ok(undefined);
  };
  for (const file of frozen.files) {
    const found = findFrozen(frozen, file.paper, file.format);
    if (!found.ok) return found;
    const added = await add('paper', file, () => frozenBytes(services, frozen, found.value));
    if (!added.ok) return added;
  }
  for (const file of frozen.signed) {
    const added = await add('signed', file, () => signedBytes(services, frozen, file));
    if (!added.ok) return added;
  }
  return ok(contents);
};

/** A signed paper that says something else than the dossier must not go out as what was signed. */
export const withoutStale = (
  contents: readonly PaperContent[],
  live: readonly PaperPlan[],
): { readonly kept: readonly PaperContent[]; readonly stale: readonly string[] } => {
  const isStale = ({ kind, plan }: PaperContent): boolean =>
    kind === 'signed' && !stillFits(plan, live);
  return {
    kept: contents.filter((content) => !isStale(content)),
    stale: [...new Set(contents.filter(isStale).map(({ plan }) => plan.title))],
  };
};
