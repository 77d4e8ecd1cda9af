/** A hidden window has no frames; nothing waits for one longer than this. */
const LATEST_MS = 200;

/** Runs once, in a task of its own behind the next frame. */
export const afterPaint = (run: () => void): void => {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(latest);
    run();
  };
  const latest = setTimeout(once, LATEST_MS);
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = once;
    port2.postMessage(null);
  });
};
