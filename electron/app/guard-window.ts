import { type BrowserWindow, dialog } from 'electron';
import type { Log } from './log';
import type { Words } from './words';

const CRASHES = 3;
const WITHIN_MS = 60_000;

export interface GuardParts {
  readonly log: Log;
  readonly words: () => Words;
  /** The page has crashed; what it held and had not saved is lost. */
  readonly onGone: () => void;
}

const askAfterCrashes = async (window: BrowserWindow, words: Words): Promise<void> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.crashTitle,
    detail: words.crashText,
    buttons: [words.reload, words.quit],
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else window.destroy();
};

/** A page that crashed comes back by itself and reads everything from the store again. */
const reloadAfterCrash = (window: BrowserWindow, { log, words, onGone }: GuardParts): void => {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.error(`the window's process is gone: ${reason}, ${exitCode}`);
    onGone();
    if (window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now];
    if (crashes.length <= CRASHES) window.webContents.reload();
    else void askAfterCrashes(window, words());
  });
};

const askWhenItHangs = (window: BrowserWindow, { log, words }: GuardParts): void => {
  let question: AbortController | null = null;
  window.on('unresponsive', () => {
    log.warn('the window does not respond');
    if (question !== null) return;
    question = new AbortController();
    const { signal } = question;
    void dialog
      .showMessageBox(window, {
        type: 'warning',
        message: words().hangTitle,
        detail: words().hangText,
        buttons: [words().wait, words().reload],
        cancelId: 0,
        noLink: true,
        signal,
      })
      .then(({ response }) => {
        question = null;
        if (response === 1 && !signal.aborted && !window.isDestroyed()) {
          window.webContents.forcefullyCrashRenderer();
        }
      });
  });
  window.on('responsive', () => question?.abort());
};

export const guardWindow = (window: BrowserWindow, parts: GuardParts): void => {
  reloadAfterCrash(window, parts);
  askWhenItHangs(window, parts);
};
