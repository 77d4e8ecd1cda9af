import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import {
  isPrintable,
  type PaperFormat,
  type PaperPlan,
  type PrintablePlan,
  type SigningPictures,
} from '../../../shared/model';
import { DRAFT_WORDS, draftFurniture, drawPapers, frozenFurniture } from '../../export';
import type { Services } from '../services';
import { stillFits } from './dossier-plans';
import type { DossierState } from './dossier-state';
import { paperFileName } from './freeze-dossier';
import { findFrozen, frozenBytes, signedBytes } from './frozen-files';
import { picturesOn, WITH_PICTURES } from './signing-pictures';
import type { BeforeFile } from './watch-writing';

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

/** Drawn afresh: drafts, and papers of a frozen version that are wanted with pictures. */
const drawnContents = async (
  services: Services,
  { frozen, part }: DossierState,
  plans: readonly PaperPlan[],
  pictures: SigningPictures | null,
  beforeFile: BeforeFile,
): Answer<PaperContent[]> => {
  const drawn = await drawPapers({
    plans,
    now: frozen?.at ?? services.now().toISOString(),
    furnitureOf: (paper) => (frozen === null ? draftFurniture() : frozenFurniture(frozen, paper)),
    draw: (request) => {
      const going = beforeFile(request.plan.title);
      if (!going.ok) return Promise.resolve(going);
      const own = picturesOn(request.plan, part.data, pictures);
      return services.dossiers.drawPlan({ ...request, pictures: own });
    },
  });
  if (!drawn.ok) return drawn;
  const mark = frozen === null ? `${DRAFT_WORDS} ` : '';
  const endFor = (plan: PrintablePlan): string =>
    picturesOn(plan, part.data, pictures) === null ? '' : WITH_PICTURES;
  return ok(
    drawn.value.map(({ plan, at, format, bytes }) => ({
      kind: 'paper',
      plan,
      at,
      format,
      fileName: `${mark}${paperFileName({ title: `${plan.title}${endFor(plan)}` }, at, format)}`,
      bytes,
    })),
  );
};

const lost: IpcFailure = {
  code: 'not-found',
  message: 'Bản đã khoá có tệp không thuộc giấy tờ nào của hồ sơ.',
  hint: 'Hãy mở khoá rồi khoá lại thành một bản mới.',
};

/**
 * Every paper as it counts now: drafts drawn afresh, or the files of the version that holds. With
 * pictures they are drawn in any case: the frozen files carry none.
 */
export const dossierContents = async (
  services: Services,
  state: DossierState,
  plans: readonly PaperPlan[],
  pictures: SigningPictures | null = null,
  beforeFile: BeforeFile = () => ok(undefined),
): Answer<PaperContent[]> => {
  const { frozen } = state;
  if (frozen === null) return drawnContents(services, state, plans, pictures, beforeFile);
  const contents: PaperContent[] = [];
  const add = async (
    kind: PaperContent['kind'],
    { paper, format, fileName }: { paper: string; format: PaperFormat; fileName: string },
    read: () => Answer<Uint8Array>,
  ): Answer<undefined> => {
    const at = frozen.plans.findIndex(({ id }) => id === paper);
    const plan = frozen.plans[at];
    if (plan === undefined || !isPrintable(plan)) return err(lost);
    const going = beforeFile(plan.title);
    if (!going.ok) return going;
    const bytes = await read();
    if (!bytes.ok) return bytes;
    contents.push({ kind, plan, at, format, fileName, bytes: bytes.value });
    return ok(undefined);
  };
  const redrawn =
    pictures === null ? null : await drawnContents(services, state, plans, pictures, beforeFile);
  if (redrawn !== null && !redrawn.ok) return redrawn;
  contents.push(...(redrawn?.value ?? []));
  for (const file of redrawn === null ? frozen.files : []) {
    const found = findFrozen(frozen, file.paper, file.format);
    if (!found.ok) return found;
    const added = await add('paper', file, () => frozenBytes(services, frozen, found.value));
    if (!added.ok) return added;
  }
  for (const file of frozen.signed) {
    const added = await add('signed', file, () => Promise.resolve(signedBytes(services, file)));
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
