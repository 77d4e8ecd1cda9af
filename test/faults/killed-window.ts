import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright-core';
import { createProposal, enter } from '../e2e/person';
import { launchApp } from '../helpers/launch-electron';
import { type Outcome, Tally } from './outcome';
import { seededRandom } from './random';

/** More than three crashes in a minute are asked about, so each start of the program gives three. */
const CRASHES_A_START = 3;
const PATIENCE_MS = 15_000;

/** Asked in the moment of a crash, the page never answers: then ''. */
const readPage = (app: ElectronApplication, code: string): Promise<string> =>
  app.evaluate(({ BrowserWindow }, asked) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const soon = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500));
    const answer = contents?.executeJavaScript(asked) as Promise<string> | undefined;
    return Promise.race([answer?.catch(() => '') ?? soon, soon]);
  }, code);

const TEXT = `document.querySelector('[data-section="ii"] [data-field="text"]')?.textContent ?? ''`;
const STATE = `document.querySelector('[data-save]')?.getAttribute('data-save') ?? ''`;
const CARET_SECTION = `document.activeElement?.getAttribute('data-editor') ?? ''`;

const type = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(async ({ BrowserWindow }, letters) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const letter of letters) {
      contents?.sendInputEvent({ type: 'char', keyCode: letter });
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
  }, text);

/** True when it came to be so before the patience was over. */
const comes = async (app: ElectronApplication, code: string, wanted: string): Promise<boolean> => {
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS; ) {
    if ((await readPage(app, code)) === wanted) return true;
    await wait(15);
  }
  return false;
};

const WORDS = 'nha may do thi cong nghe san pham dang go do thi tat'.split(' ');

/** One crash: what was acknowledged before it, and what was being typed at the moment. */
const crashOnce = async (
  app: ElectronApplication,
  acknowledged: string,
  typing: string,
  tally: Tally,
): Promise<{ readonly problem: string | null; readonly now: string }> => {
  await type(app, typing);
  const begun = performance.now();
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  const isBack = await comes(app, CARET_SECTION, 'ii');
  tally.most('slowest return, ms', Math.round(performance.now() - begun));
  if (!isBack) return { problem: 'the caret did not come back', now: acknowledged };
  const back = await readPage(app, TEXT);
  // Everything acknowledged, and of the rest a beginning: never other letters.
  if (!back.startsWith(acknowledged)) return { problem: 'acknowledged words lost', now: back };
  if (!`${acknowledged}${typing}`.startsWith(back)) return { problem: 'other words', now: back };
  // The caret stands where it was: what is typed next goes on there.
  await type(app, '#');
  const now = `${back}#`;
  return { problem: (await comes(app, TEXT, now)) ? null : 'the caret is elsewhere', now };
};

/**
 * T-04: the window's process is killed in real Electron while somebody types. The text that was
 * acknowledged and the caret are back by themselves, with no question asked.
 */
export const killWindows = async (trials: number, seed: number): Promise<Outcome> => {
  const tally = new Tally(
    'T-04',
    'Tiến trình cửa sổ bị giết trong Electron thật khi đang gõ: chữ và con trỏ tự trở lại',
  );
  const random = seededRandom(seed);
  const work = mkdtempSync(join(tmpdir(), 'bdx-window-'));
  try {
    for (let done = 0; done < trials; ) {
      const userDataDir = join(work, `lan-${done}`);
      const { app, page, kill } = await launchApp({ userDataDir });
      try {
        await createProposal(page, { title: 'Đang gõ dở' });
        await enter(page, 'ii');
        let acknowledged = '';
        for (let crash = 0; crash < CRASHES_A_START && done < trials; crash += 1, done += 1) {
          const sure = `Lan ${done} da ghi. `;
          await type(app, sure);
          acknowledged += sure;
          const isSaved =
            (await comes(app, TEXT, acknowledged)) && (await comes(app, STATE, 'saved'));
          const typing = Array.from(
            { length: 1 + Math.floor(random() * 6) },
            () => WORDS[Math.floor(random() * WORDS.length)],
          ).join(' ');
          const after = isSaved
            ? await crashOnce(app, acknowledged, typing, tally)
            : { problem: 'was never saved', now: acknowledged };
          tally.trial(after.problem === null ? null : `crash ${done}: ${after.problem}`);
          if (after.problem !== null) break;
          acknowledged = after.now;
        }
      } finally {
        await kill();
      }
      if (tally.outcome.failures > 0) break;
    }
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
  return tally.outcome;
};
