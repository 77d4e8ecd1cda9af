/** So long the window may take to save before a person is asked; a slow disk takes a second or two. */
export const SILENCE_MS = 6000;

export interface ClosingParts {
  /** False when the page has crashed: waiting for it would save nothing. */
  readonly canAnswer: () => boolean;
  /** Tells the window that it should save. */
  readonly askWindow: () => void;
  /** A window that does not answer cannot ask by itself. True: close without its last words. */
  readonly askPerson: (signal: AbortSignal) => Promise<boolean>;
  readonly closeNow: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface Closing {
  /** Asked when the window is about to close: true, let it; false, hold it, it will come again. */
  readonly mayClose: () => boolean;
  /** The window has saved everything, or the person gave up what could not be saved. */
  readonly ready: () => void;
  /** The window could not save and asks the person itself. */
  readonly refused: () => void;
  /** The page has crashed. */
  readonly pageGone: () => void;
}

/** The handshake before the window closes: no word is lost because somebody was quick. */
export const createClosing = ({
  canAnswer,
  askWindow,
  askPerson,
  closeNow,
  setTimer,
}: ClosingParts): Closing => {
  let allowed = false;
  let stopWaiting: (() => void) | null = null;

  const allow = (): void => {
    stopWaiting?.();
    stopWaiting = null;
    if (allowed) return;
    allowed = true;
    closeNow();
  };

  const onSilence = async (): Promise<void> => {
    const question = new AbortController();
    stopWaiting = () => question.abort();
    const giveUp = await askPerson(question.signal);
    if (question.signal.aborted) return;
    stopWaiting = null;
    if (giveUp) allow();
  };

  return {
    mayClose: () => {
      if (allowed || !canAnswer()) return true;
      if (stopWaiting !== null) return false;
      stopWaiting = setTimer(() => void onSilence(), SILENCE_MS);
      askWindow();
      return false;
    },
    ready: allow,
    refused: () => {
      stopWaiting?.();
      stopWaiting = null;
    },
    pageGone: () => {
      if (stopWaiting !== null) allow();
    },
  };
};
