import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../electron/store';
import { isUnchanged, listBackupFiles } from '../../electron/store/backups/backup-files';
import { verifyCopyAtOnce } from '../../electron/store/backups/verify-copy';
import { loadSqlite } from '../../electron/store/sqlite';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, runProgram, startProgram } from './build-program';
import { checkOptions, problemOf } from './check-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf, lazyDigestsOf, stepsOf } from './workload';

const STEPS = 2500;
/** A folder is used for some kills in a row: what one leaves, the next has to live with. */
const KILLS_A_FOLDER = 25;
/** As many programs at a time as the smallest machine has cores. */
const LANES = 2;

const acknowledgedIn = (ackPath: string): number => {
  const lines = readFileSync(ackPath, 'utf8').split('\n').slice(0, -1);
  return Number((lines.at(-1) ?? '').replace('ready ', '') || '0');
};

interface Victim {
  readonly program: string;
  readonly folder: string;
  readonly seed: number;
  readonly from: number;
  /** Milliseconds of work before the kill. */
  readonly delay: number;
  readonly pace: number;
}

/** Starts the saver, kills it somewhere in its work. Gives the last acknowledged step. */
const killOnce = async ({ program, folder, seed, from, delay, pace }: Victim): Promise<number> => {
  const ackPath = `${folder}.ack`;
  writeFileSync(ackPath, '');
  const args = [folder, String(seed), String(from), String(STEPS), ackPath, String(pace)];
  const child = startProgram([process.execPath, program, ...args], {}, 'ignore');
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  while (child.exitCode === null && readFileSync(ackPath, 'utf8') === '') await wait(1);
  await wait(delay);
  child.kill('SIGKILL');
  await ended;
  const acknowledged = Math.max(from, acknowledgedIn(ackPath));
  rmSync(ackPath);
  return acknowledged;
};

/** Backups that have their note but are not what the note says, or do not open. */
const unsoundBackups = (folder: string): string[] => {
  const Database = loadSqlite();
  return listBackupFiles(join(folder, 'sao-luu'), 'own')
    .filter(
      (backup) =>
        Database === null ||
        !isUnchanged(backup) ||
        verifyCopyAtOnce(Database, backup.path)?.last_seq !== backup.seq,
    )
    .map(({ name }) => name);
};

export interface Kills {
  readonly trials: number;
  readonly seed: number;
  /** The saver makes a backup every few steps, so that many kills hit one. */
  readonly withBackups?: boolean;
}

/** A program that ends by itself leaves behind what the next starts need to be quick. */
const startOnce = async (program: string): Promise<void> => {
  const place = quickFolder('bdx-start-');
  const args = [join(place, 'store'), '1', '0', '20', join(place, 'ACK')];
  await runProgram(program, args);
  rmSync(place, { recursive: true, force: true });
};

/** Kills in a row in one folder, each on what the one before left. */
const killInOneFolder = async (
  program: string,
  { trials, seed, withBackups = false }: Kills,
  tally: Tally,
): Promise<void> => {
  const random = seededRandom(seed);
  const folder = quickFolder('bdx-kill-');
  const digestAfter = lazyDigestsOf(stepsOf(seed, STEPS));
  let number = 0;
  try {
    for (let trial = 0; trial < trials; trial += 1) {
      const delay = random() * (withBackups ? 150 : 60);
      const pace = withBackups ? 400_000 : 8000;
      const acknowledged = await killOnce({ program, folder, seed, from: number, delay, pace });
      tally.add('acknowledged', acknowledged - number);
      const opened = openStore(checkOptions(folder));
      if (!opened.ok) {
        tally.trial(`not opened: ${opened.error.state.state}`);
        return;
      }
      const allowed = [acknowledged, acknowledged + 1].flatMap((after) => digestAfter(after) ?? []);
      const unsound = unsoundBackups(folder);
      const isSound = unsound.length === 0 ? null : `unsound: ${unsound.join(', ')}`;
      const problem = problemOf(opened.value, allowed) ?? isSound;
      tally.trial(problem === null ? null : `seed ${seed}, kill ${trial}: ${problem}`);
      const extra = problem === null && digestOf(contentOf(opened.value)) !== allowed[0];
      if (extra) tally.add('done, not yet acknowledged');
      opened.value.close();
      if (problem !== null) return;
      number = acknowledged + (extra ? 1 : 0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** T-01, T-19: the program is killed while it saves, checkpoints and makes backups. */
export const killSaver = async (kills: Kills): Promise<Outcome> => {
  const { trials, seed, withBackups = false } = kills;
  const tally = withBackups
    ? new Tally(
        'T-19',
        'Kết thúc đột ngột khi vừa ghi vừa sao lưu; bản sao lưu nào có tên cũng phải đúng',
      )
    : new Tally('T-01', 'Chương trình bị kết thúc đột ngột (kill -9) khi đang ghi');
  const program = await buildProgram('saver');
  await startOnce(program);
  let started = 0;
  const lane = async (): Promise<void> => {
    while (started < trials) {
      const first = started;
      started = Math.min(trials, first + KILLS_A_FOLDER);
      await killInOneFolder(
        program,
        { trials: started - first, seed: seed + first, withBackups },
        tally,
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return tally.outcome;
};
