/** At most this long after the last call, however busy the window is. */
const LATEST_MS = 120;

/**
 * Runs the newest of the given tasks when nothing more urgent is to be done. Where the caret is
 * interests the page preview and the memory of the window; the count of a key comes before them.
 */
export const createWhenIdle = (): ((run: () => void) => void) => {
  let newest: (() => void) | null = null;
  const work = (): void => {
    const run = newest;
    newest = null;
    run?.();
  };
  return (run) => {
    const scheduled = newest !== null;
    newest = run;
    if (!scheduled) requestIdleCallback(work, { timeout: LATEST_MS });
  };
};
