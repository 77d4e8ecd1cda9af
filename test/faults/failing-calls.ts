import { constants } from 'node:os';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { runCases } from './run-cases';

interface Answer {
  readonly name: string;
  readonly problem: string | null;
  readonly refused: number;
  readonly acknowledged: number;
  readonly told: boolean;
  readonly state: string;
}

interface Case {
  readonly name: string;
  readonly orders: readonly { readonly before: number; readonly order: string }[];
  readonly seed: number;
  readonly steps: number;
  readonly backupAt: number;
}

const tallyOf = (id: string, fault: string, answers: readonly Answer[]): Outcome => {
  const tally = new Tally(id, fault);
  for (const { name, problem, refused, acknowledged, told, state } of answers) {
    tally.add('acknowledged', acknowledged);
    tally.add('refused', refused);
    if (told) tally.add('told');
    const silent = refused > 0 && !told && acknowledged > 0 ? 'refused without telling' : null;
    const stuck = acknowledged > 0 && state !== 'ready' ? `not ready afterwards: ${state}` : null;
    const found = problem ?? silent ?? stuck;
    tally.trial(found === null ? null : `${name}: ${found}`);
  }
  return tally.outcome;
};

export const CALLS = ['sync', 'write', 'truncate', 'open', 'rename', 'unlink'] as const;
export const ERRORS = ['EIO', 'ENOSPC', 'EROFS', 'EMFILE', 'EACCES', 'EDQUOT'] as const;

/** T-13: every n-th call of a kind fails, once or for good. No false acknowledgement, no loss. */
export const failCalls = async (trials: number, seed: number): Promise<Outcome> => {
  const random = seededRandom(seed);
  const cases = Array.from({ length: trials }, (_, trial): Case => {
    const call = CALLS[trial % CALLS.length] ?? 'sync';
    const error = ERRORS[Math.floor(trial / CALLS.length) % ERRORS.length] ?? 'EIO';
    const nth = 1 + Math.floor(random() * 40);
    // Once, a few times, or until the disk is well again.
    const times = [1, 1, 3, -1][Math.floor(random() * 4)] ?? 1;
    const before = Math.floor(random() * 12);
    const order = `fail/${call}/${nth}/${constants.errno[error]}/${times}`;
    return {
      name: `${order} from step ${before}`,
      // A disk that stays broken is mended before the end, so that the tail must be saved again.
      orders: [
        { before, order },
        { before: before + 10, order: 'reset' },
      ],
      seed: seed + trial,
      steps: 28,
      backupAt: 14,
    };
  });
  return tallyOf(
    'T-13',
    'Lời gọi hệ thống thứ n thất bại (EIO, ENOSPC, EROFS …)',
    await runCases<Answer>('failing-saver', cases),
  );
};

/** T-06: the disk is full at some size and has room again later. */
export const fillDisk = async (trials: number, seed: number): Promise<Outcome> => {
  const random = seededRandom(seed);
  const cases = Array.from({ length: trials }, (_, trial): Case => {
    const room = Math.floor((trial / trials) * 400_000);
    const before = Math.floor(random() * 14);
    return {
      name: `room for ${room} bytes from step ${before}`,
      orders: [
        { before, order: `room/${room}` },
        { before: before + 10, order: 'reset' },
      ],
      seed: seed + trial,
      steps: 28,
      backupAt: before + 4,
    };
  });
  return tallyOf(
    'T-06',
    'Ổ đĩa đầy ở nhiều cỡ, sau đó có chỗ trở lại',
    await runCases<Answer>('failing-saver', cases),
  );
};
