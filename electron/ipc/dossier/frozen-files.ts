import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/base';
import type { IpcFailure } from '../../../shared/ipc';
import {
  type Freeze,
  type FrozenFile,
  isPrintable,
  type PaperFormat,
  type SignedFile,
} from '../../../shared/model';
import { frozenFurniture } from '../../export';
import type { Services } from '../services';

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const damaged = (fileName: string): IpcFailure => ({
  code: 'frozen-file-damaged',
  message: `Tệp đã khoá “${fileName}” không còn nguyên và không dựng lại được đúng từng byte.`,
  where: fileName,
  hint: 'Hãy dùng bản đã ghi ra ngoài khi khoá, hoặc mở khoá rồi khoá lại thành một bản mới.',
});

const noPaper: IpcFailure = {
  code: 'not-found',
  message: 'Bản đã khoá không có giấy tờ này.',
  hint: 'Hãy mở lại hồ sơ rồi chọn giấy tờ trong danh sách.',
};

/** From the store, which keeps it twice and hands out nothing else. */
const readKept = (
  { keeper }: Services,
  { sha256 }: Pick<FrozenFile, 'sha256'>,
): Uint8Array | null => {
  const store = keeper.store();
  const kept = store.ok ? store.value.readKeptFile(sha256) : store;
  return kept.ok ? kept.value : null;
};

/** Drawn again from the frozen data at the frozen time: the same program gives the same bytes. */
const drawAgain = async (
  services: Services,
  freeze: Freeze,
  file: FrozenFile,
): Promise<Uint8Array | null> => {
  const plan = freeze.plans.find(({ id }) => id === file.paper);
  if (plan === undefined || !isPrintable(plan)) return null;
  const drawn = await services.dossiers.drawPlan({
    plan,
    format: file.format,
    now: freeze.at,
    furniture: frozenFurniture(freeze, file.paper),
  });
  return drawn.ok && sha256Of(drawn.value.bytes) === file.sha256 ? drawn.value.bytes : null;
};

export const findFrozen = (
  freeze: Freeze,
  paper: string,
  format: PaperFormat,
): Result<FrozenFile, IpcFailure> => {
  const file = freeze.files.find((one) => one.paper === paper && one.format === format);
  return file === undefined ? err(noPaper) : ok(file);
};

/** The bytes as they were frozen, or nothing: a file that differs by one byte is another file. */
export const frozenBytes = async (
  services: Services,
  freeze: Freeze,
  file: FrozenFile,
): Promise<Result<Uint8Array, IpcFailure>> => {
  const bytes = readKept(services, file) ?? (await drawAgain(services, freeze, file));
  return bytes === null ? err(damaged(file.fileName)) : ok(bytes);
};

/** The newest signed form of a paper. */
export const findSigned = (
  freeze: Freeze,
  paper: string,
  format: PaperFormat,
): Result<SignedFile, IpcFailure> => {
  const file = freeze.signed.findLast((one) => one.paper === paper && one.format === format);
  return file === undefined ? err(noPaper) : ok(file);
};

/** A signed file cannot be drawn again: both copies of the store are all there is. */
export const signedBytes = (
  services: Services,
  file: SignedFile,
): Result<Uint8Array, IpcFailure> => {
  const bytes = readKept(services, file);
  return bytes === null ? err(damaged(file.fileName)) : ok(bytes);
};
