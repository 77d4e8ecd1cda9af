import { type BrowserWindow, dialog } from 'electron';
import { type Closing, createClosing } from './closing';
import type { Words } from './words';

/** Ties the closing handshake to a window. `askWindow` tells its page to save. */
export const followWindowClosing = (
  window: BrowserWindow,
  askWindow: () => void,
  words: () => Words,
): Closing => {
  const closing = createClosing({
    canAnswer: () => !window.webContents.isCrashed(),
    askWindow,
    askPerson: async (signal) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: words().silentTitle,
        detail: words().silentText,
        buttons: [words().keepWaiting, words().closeAnyway],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
        signal,
      });
      return response === 1;
    },
    closeNow: () => window.close(),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  window.on('close', (event) => {
    if (!closing.mayClose()) event.preventDefault();
  });
  return closing;
};
