import { rmSync, writeFileSync } from 'node:fs';
import { quickFolder } from '../helpers/quick-folder';
import { buildProgram, buildShim, runProgram } from './build-program';

const LANES = 2;

/** Runs the cases in one process under the shim. */
const runLane = async <Answer>(
  name: string,
  cases: readonly { readonly name: string }[],
): Promise<Answer[]> => {
  const place = quickFolder('bdx-calls-');
  try {
    const casesPath = `${place}.cases`;
    writeFileSync(casesPath, cases.map((each) => JSON.stringify(each)).join('\n'));
    const [program, shim] = [await buildProgram(name), buildShim()];
    const run = await runProgram(program, [place, casesPath], {
      LD_PRELOAD: shim,
      BDX_DISK_PREFIX: place,
    });
    rmSync(casesPath);
    const answers = run.output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Answer);
    const next = cases[answers.length];
    if (run.status !== 0) throw new Error(`ended with ${run.status} in case ${next?.name}`);
    return answers;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
};

/**
 * Runs the cases in as many processes as the smallest machine has cores. The program takes a folder
 * and a file with a case a line, and answers each with a line.
 */
export const runCases = async <Answer>(
  program: string,
  cases: readonly { readonly name: string }[],
): Promise<Answer[]> => {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    cases.filter((_case, index) => index % LANES === lane),
  );
  return (await Promise.all(lanes.map((each) => runLane<Answer>(program, each)))).flat();
};
