import { call, on } from '../bridge';
import { saveNow } from './open-proposal';
import { flushView } from './view-memory';

/** Before the window closes: everything typed goes to the disk, then the main process may close. */
export const followClosing = (): (() => void) =>
  on('app.closing', () => {
    void (async () => {
      // A refusal keeps the window open: it shows what could not be saved and what to do.
      if (!(await saveNow())) return;
      await flushView();
      await call('app.readyToClose', undefined);
    })();
  });
