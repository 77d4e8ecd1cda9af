import { create } from 'zustand';
import { call, on } from '../bridge';
import { saveNow } from './open-proposal';
import { flushView } from './view-memory';

/** True when the person wanted to close and the newest words could not be saved. */
export const useClosing = create<{ refused: boolean }>(() => ({ refused: false }));

const leave = async (): Promise<void> => {
  await flushView();
  await call('app.readyToClose', undefined);
};

/** Before the window closes: everything typed goes to the disk, then the main process may close. */
export const followClosing = (): (() => void) =>
  on('app.closing', () => {
    void (async () => {
      const saved = await saveNow();
      // A refusal keeps the window open: it shows what could not be saved and what to do.
      useClosing.setState({ refused: !saved });
      if (saved) await leave();
      else await call('app.cannotClose', undefined);
    })();
  });

/** The person has read that the newest words are lost by this, and wants to close all the same. */
export const closeUnsaved = (): Promise<void> => leave();
