import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../electron/store';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram } from './build-program';
import { checkOptions, problemOf } from './check-store';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';
import { contentOf, digestOf, digestsOf, stepsOf } from './workload';

const STEPS = 6000;
/** A folder is used for some kills in a row: what one leaves, the next has to live with. */
const KILLS_A_FOLDER = 25;

const acknowledgedIn = (ackPath: string): number => {
  const lines = readFileSync(ackPath, 'utf8').split('\n').slice(0, -1);
  return Number((lines.at(-1) ?? '').replace('ready ', '') || '0');
};

/** Starts the saver, kills it somewhere in its work. Gives the last acknowledged step. */
const killOnce = async (
  program: string,
  folder: string,
  seed: number,
  from: number,
  delay: number,
): Promise<number> => {
  const ackPath = `${folder}.ack`;
  writeFileSync(ackPath, '');
  const child = spawn(
    process.execPath,
    [program, folder, String(seed), String(from), String(STEPS), ackPath, '8000'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
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

/** T-01, T-19: the program is killed while it saves, checkpoints and makes backups. */
export const killSaver = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally('T-01', 'Chương trình bị kết thúc đột ngột (kill -9) khi đang ghi');
  const random = seededRandom(seed);
  const program = await buildProgram('saver');
  let folder = '';
  let digests: readonly string[] = [];
  let number = 0;
  try {
    for (let trial = 0; trial < trials; trial += 1) {
      if (trial % KILLS_A_FOLDER === 0) {
        if (folder !== '') rmSync(folder, { recursive: true, force: true });
        folder = quickFolder('bdx-kill-');
        digests = digestsOf(stepsOf(seed + trial, STEPS));
        number = 0;
      }
      const runSeed = seed + trial - (trial % KILLS_A_FOLDER);
      const acknowledged = await killOnce(program, folder, runSeed, number, random() * 60);
      tally.add('acknowledged', acknowledged - number);
      const opened = openStore(checkOptions(folder));
      if (!opened.ok) {
        tally.trial(`not opened: ${opened.error.state.state}`);
        break;
      }
      const allowed = digests.slice(acknowledged, acknowledged + 2);
      tally.trial(problemOf(opened.value, allowed));
      const extra = digestOf(contentOf(opened.value)) !== allowed[0];
      if (extra) tally.add('done, not yet acknowledged');
      number = acknowledged + (extra ? 1 : 0);
      opened.value.close();
    }
  } finally {
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  }
  return tally.outcome;
};
