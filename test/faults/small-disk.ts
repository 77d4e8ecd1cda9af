import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, runProgram } from './build-program';
import { type Outcome, Tally } from './outcome';

/**
 * What is left on the disk when the person does something, in KiB; the last is room enough, but for
 * attachments, which leave 16 MB free.
 */
const ROOMS = [
  0, 4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 4096, 8192,
] as const;

/** Everything that a person does and that writes. */
export const OPERATIONS = [
  'save',
  'type on',
  'new',
  'duplicate',
  'rename',
  'version',
  'freeze',
  'settings',
  'second place',
  'backup',
  'restore',
  'export pdf',
  'export docx',
  'package',
  'import',
  'attachment',
  'erase',
  'open',
] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface SmallDiskCase {
  readonly operation: Operation;
  /** KiB left free when it happens. */
  readonly room: number;
  readonly seed: number;
}

export interface SmallDiskAnswer extends SmallDiskCase {
  readonly problem: string | null;
  readonly refused: boolean;
  readonly milliseconds: number;
}

/**
 * The command that gives a process a disk of its own to mount: root's own mounts, or those of a
 * user namespace; null where this machine lets nobody do either.
 */
export const ownMounts = (): readonly string[] | null => {
  const tries = [
    ['unshare', '-m'],
    ['unshare', '-rm'],
  ];
  const folder = quickFolder('bdx-mount-');
  try {
    return (
      tries.find(([command = '', ...args]) => {
        const mount = ['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder];
        return spawnSync(command, [...args, ...mount], { stdio: 'ignore' }).status === 0;
      }) ?? null
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Why the test cannot run here; null: it can. */
export const whyNoSmallDisk = (): string | null =>
  process.platform !== 'linux' || ownMounts() === null
    ? 'neither root nor a user namespace may mount a small disk on this machine'
    : null;

const runCases = async (cases: readonly SmallDiskCase[]): Promise<SmallDiskAnswer[]> => {
  const place = quickFolder('bdx-small-');
  const casesPath = `${place}.cases`;
  try {
    writeFileSync(casesPath, cases.map((each) => JSON.stringify(each)).join('\n'));
    const program = await buildProgram('small-disk-user');
    const run = await runProgram(program, [place, casesPath], {}, ownMounts() ?? []);
    const answers = run.output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SmallDiskAnswer);
    if (run.status !== 0) {
      const next = cases[answers.length];
      throw new Error(`ended with ${run.status} in ${next?.operation} at ${next?.room} KiB`);
    }
    return answers;
  } finally {
    rmSync(casesPath, { force: true });
    rmSync(place, { recursive: true, force: true });
  }
};

const LANES = 2;

/**
 * T-06: a real small disk (tmpfs) is full but for a little, at twenty sizes, while the person does
 * each of the things that write. It works or is refused with the right words; afterwards there is
 * room again, the same thing works, and everything acknowledged is there.
 */
export const fillSmallDisk = async (trials: number, seed: number): Promise<Outcome> => {
  const all = ROOMS.flatMap((room) =>
    OPERATIONS.map((operation): SmallDiskCase => ({ operation, room, seed })),
  );
  // Each operation at each size first; what goes beyond begins anew with other words.
  const cases = Array.from({ length: trials }, (_, trial): SmallDiskCase => {
    const one = all[trial % all.length];
    if (one === undefined) throw new Error('no cases');
    return { ...one, seed: seed + Math.floor(trial / all.length) };
  });
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    cases.filter((_case, index) => index % LANES === lane),
  );
  const tally = new Tally(
    'T-06',
    'Ổ đĩa thật bị đầy (tmpfs nhỏ) ở 20 cỡ × 18 việc: ghi, tạo, sao lưu, kết xuất, đóng gói, gửi kèm, phần ghi vào kho của việc khoá …',
  );
  for (const answers of await Promise.all(lanes.map(runCases))) {
    for (const { operation, room, problem, refused, milliseconds } of answers) {
      tally.most('slowest answer, ms', milliseconds);
      tally.add(refused ? 'refused, said so' : 'done');
      tally.trial(problem === null ? null : `${operation} with ${room} KiB: ${problem}`);
    }
  }
  return tally.outcome;
};

export const SMALL_DISK_CASES = ROOMS.length * OPERATIONS.length;
