import { constants } from 'node:os';
import { CALLS, ERRORS } from './failing-calls';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { runCases } from './run-cases';

export interface AttachmentCase {
  readonly name: string;
  /** To the shim, before the last of the steps. */
  readonly order: string;
  readonly seed: number;
  readonly size: number;
  readonly kind: 'attach' | 'keep';
}

export interface AttachmentAnswer {
  readonly name: string;
  readonly problem: string | null;
  readonly refused: boolean;
}

const SIZES = [3000, 60_000, 1_100_000] as const;
/** Of both copies, with what the database of the pieces and its log need beside them. */
const ROOM = 4;

/**
 * T-06: the disk fills up, or a call fails, in the middle of taking a paper in, although there was
 * room when it was looked for. It is there, or refused and not there, and later it can be added.
 */
export const failAttachments = async (trials: number, seed: number): Promise<Outcome> => {
  const random = seededRandom(seed);
  const cases = Array.from({ length: trials }, (_, trial): AttachmentCase => {
    const size = SIZES[trial % SIZES.length] ?? 3000;
    const kind = random() < 0.7 ? 'attach' : 'keep';
    const call = CALLS[Math.floor(random() * CALLS.length)] ?? 'sync';
    const error = ERRORS[Math.floor(random() * ERRORS.length)] ?? 'EIO';
    const nth = 1 + Math.floor(random() * 12);
    const times = random() < 0.5 ? 1 : -1;
    const order =
      random() < 0.5
        ? `room/${Math.floor(random() * (ROOM * size + 200_000))}`
        : `fail/${call}/${nth}/${constants.errno[error]}/${times}`;
    return { name: `${kind} ${size} bytes, ${order}`, order, seed: seed + trial, size, kind };
  });
  const tally = new Tally(
    'T-06',
    'Ổ đĩa đầy hay báo lỗi giữa chừng khi đang nhận tài liệu gửi kèm, tệp đã ký',
  );
  for (const { name, problem, refused } of await runCases<AttachmentAnswer>(
    'failing-attacher',
    cases,
  )) {
    tally.add(refused ? 'refused, said so' : 'done');
    tally.trial(problem === null ? null : `${name}: ${problem}`);
  }
  return tally.outcome;
};
