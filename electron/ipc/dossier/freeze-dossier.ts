import { err, type Failure, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import { type Freeze, type FrozenFile, freezeSchema, type PaperPlan } from '../../../shared/model';
import { freezeRefusal } from '../../../shared/rules';
import { drawPapers, frozenFurniture, versionOf } from '../../export';
import { safeFileName } from '../../files';
import type { Store } from '../../store';
import type { Services } from '../services';
import { dossierPapers } from './dossier-plans';
import { COURSE, canonical, type DossierState, FREEZES } from './dossier-state';
import { sha256Of } from './frozen-files';

const alreadyFrozen = (code: string): IpcFailure => ({
  code: 'dossier-frozen',
  message: `Hồ sơ đang khoá ở bản ${code}.`,
  hint: 'Muốn sửa thì mở khoá, ghi lý do, rồi khoá lại thành một bản mới.',
});

export const noName: IpcFailure = {
  code: 'invalid-value',
  message: 'Chưa có tên người thực hiện để ghi vào sổ.',
  hint: 'Hãy ghi họ tên người thực hiện.',
};

/** Number in the order of the dossier and title, so that a folder of them lies in order. */
export const paperFileName = (plan: Pick<PaperPlan, 'title'>, at: number, format: string): string =>
  safeFileName(`${String(at + 1).padStart(2, '0')} ${plan.title}`, format);

interface Drawn {
  readonly file: FrozenFile;
  readonly bytes: Uint8Array;
}

const hasErrors = ({ message, where, hint }: Failure): IpcFailure => ({
  code: 'dossier-errors',
  message,
  ...(where === undefined ? {} : { where }),
  hint: `${hint ?? ''} Hãy sửa ở bước Kiểm tra, hoặc chọn vẫn khoá dù còn lỗi.`.trim(),
});

const drawAll = async (
  services: Services,
  plans: readonly PaperPlan[],
  freeze: Pick<Freeze, 'code' | 'sha256' | 'at'>,
): Promise<Result<Drawn[], IpcFailure>> => {
  const drawn = await drawPapers({
    plans,
    now: freeze.at,
    furnitureOf: (paper) => frozenFurniture(freeze, paper),
    draw: services.dossiers.drawPlan,
  });
  if (!drawn.ok) return drawn;
  return ok(
    drawn.value.map(({ plan, at, format, pages, bytes }) => ({
      bytes,
      file: {
        paper: plan.id,
        format,
        fileName: paperFileName(plan, at, format),
        pages,
        bytes: bytes.length,
        sha256: sha256Of(bytes),
      },
    })),
  );
};

/** All or nothing up to the revisions: a letter that cannot be drawn stops it before anything is kept. */
export const freezeDossier = async (
  services: Services,
  store: Store,
  state: DossierState,
  { actor, anyway }: { readonly actor: string; readonly anyway: boolean },
): Promise<Result<Freeze, IpcFailure>> => {
  if (state.frozen !== null) return err(alreadyFrozen(state.frozen.code));
  if (actor.trim() === '') return err(noName);
  const at = services.now().toISOString();
  const { plans, outcomes, findings } = dossierPapers(services, store, state);
  const refused = freezeRefusal([...outcomes.flatMap((outcome) => outcome.findings), ...findings]);
  if (refused !== null && !anyway) return err(hasErrors(refused));
  const { sha256, code } = versionOf(canonical({ at, plans }));
  const drawn = await drawAll(services, plans, { code, sha256, at });
  if (!drawn.ok) return drawn;
  for (const { file, bytes } of drawn.value) {
    const kept = await store.keepFile(state.lead, file.fileName, bytes);
    if (!kept.ok) return kept;
  }
  const proposals: Freeze['proposals'] = [];
  for (const { record } of state.members) {
    const revision = store.freezeRevision(record.id, code);
    if (!revision.ok) return revision;
    const { number, sha256: words } = revision.value;
    proposals.push({ id: record.id, title: record.title, revision: number, sha256: words });
  }
  const files = drawn.value.map(({ file }) => file);
  const freeze = freezeSchema.parse({
    code,
    at,
    actor,
    sha256,
    proposals,
    plans,
    files,
    signed: [],
    ended: null,
  });
  // The register first: a version that holds is never one the register does not know.
  const entered = store.enterRegister({
    kind: 'freeze',
    proposalId: state.lead,
    actor,
    detail: { code, sha256, proposals, files },
  });
  if (!entered.ok) return entered;
  const saved = store.savePart(state.lead, FREEZES, [...state.freezes, freeze]);
  return saved.ok ? ok(freeze) : saved;
};

const notFrozen: IpcFailure = {
  code: 'dossier-not-frozen',
  message: 'Hồ sơ chưa khoá để ký.',
  hint: 'Hãy bấm “Khoá để ký” trước.',
};

export const frozenOf = ({ frozen }: DossierState): Result<Freeze, IpcFailure> =>
  frozen === null ? err(notFrozen) : ok(frozen);

/** The version stays kept with its files; the dossier is a draft again. */
export const unfreezeDossier = (
  services: Services,
  store: Store,
  state: DossierState,
  actor: string,
  reason: string,
): Result<undefined, IpcFailure> => {
  const frozen = frozenOf(state);
  if (!frozen.ok) return frozen;
  if (actor.trim() === '') return err(noName);
  if (reason.trim() === '') {
    return err({
      code: 'invalid-value',
      message: 'Chưa ghi lý do mở khoá.',
      hint: 'Lý do được ghi vào sổ cùng tên và thời điểm.',
    });
  }
  const { code, sha256 } = frozen.value;
  const entered = store.enterRegister({
    kind: 'unfreeze',
    proposalId: state.lead,
    actor,
    detail: { code, sha256, reason },
  });
  if (!entered.ok) return entered;
  const ended = { at: services.now().toISOString(), actor, reason };
  const saved = store.savePart(
    state.lead,
    FREEZES,
    state.freezes.map((one) => (one === frozen.value ? { ...one, ended } : one)),
  );
  if (!saved.ok) return saved;
  // Signature and seal are on the paper of that version; the register keeps when.
  const course = { ...state.course, signed: null, sealed: null };
  const forgotten = store.savePart(state.lead, COURSE, course);
  return forgotten.ok ? ok(undefined) : forgotten;
};

/** Keeps a signed file of the version that holds. */
export const keepSigned = (
  store: Store,
  state: DossierState,
  signed: Freeze['signed'][number],
): Result<undefined, IpcFailure> => {
  const saved = store.savePart(
    state.lead,
    FREEZES,
    state.freezes.map((one) =>
      one === state.frozen ? { ...one, signed: [...one.signed, signed] } : one,
    ),
  );
  return saved.ok ? ok(undefined) : saved;
};
