import { nfc, type Twip } from '../base';
import type { Run } from '../model';

/** Plain words of the form or of an answer as a run. */
export const formRun = (
  text: string,
  fontSize: Twip,
  face: { readonly bold?: boolean; readonly italic?: boolean } = {},
): Run => ({
  text: nfc(text),
  bold: face.bold ?? false,
  italic: face.italic ?? false,
  underline: false,
  strike: false,
  script: 'normal',
  fontSize,
});

const sameFace = (a: Run, b: Run): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.underline === b.underline &&
  a.strike === b.strike &&
  a.script === b.script &&
  a.fontSize === b.fontSize;

/** Neighbours of one face as one run, so that the same words always make the same runs. */
export const joinRuns = (runs: readonly Run[]): Run[] => {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last !== undefined && sameFace(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
};
