import type { Page } from 'playwright-core';

/** Times of the keys that moved the number, in milliseconds, one entry a key in each list. */
export interface KeyRecord {
  /** From the key's own time stamp to the number in the document. */
  readonly counted: readonly number[];
  /** From the moment the window begins to handle the key, before the editor does, to the number. */
  readonly handled: readonly number[];
  /** From the moment the editor reports its transaction (its own lines are up to date) to the number. */
  readonly transacted: readonly number[];
  /** From the key's own time stamp to the end of the frame that paints the number. */
  readonly painted: readonly number[];
  /** The same, asked for when the number changes: whatever else is done behind that frame counts too. */
  readonly later: readonly number[];
  /** Frames that were begun between the key and the number: 0 means it shows in the first one. */
  readonly framesBefore: readonly number[];
  /** Durations of tasks over 50 ms. */
  readonly long: readonly number[];
  /** Sheets of the preview that were touched. */
  readonly drawn: number;
}

/** Installs the watch in the page; from then on every Enter and Backspace is timed. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const meter = document.querySelector('[data-fullness]');
    if (meter === null) throw new Error('no page meter');
    const record = {
      counted: [] as number[],
      handled: [] as number[],
      transacted: [] as number[],
      painted: [] as number[],
      later: [] as number[],
      framesBefore: [] as number[],
      long: [] as number[],
      drawn: 0,
    };
    Object.assign(window, { benchRecord: record });
    interface Editor {
      readonly on: (event: 'transaction', heard: () => void) => void;
    }
    const { editor } = document.querySelector('.rich-text[data-editor="ii"]') as unknown as {
      readonly editor: Editor;
    };
    let transacted = 0;
    editor.on('transaction', () => {
      // The first one after a key is the one that changes the text.
      if (pressed !== null && transacted < pressed.handled) transacted = performance.now();
    });
    interface Pressed {
      readonly stamp: number;
      readonly handled: number;
      frames: number;
    }
    const numbered = new Set<Pressed>();
    let pressed: Pressed | null = null;
    const behindFrame = (list: number[], stamp: number): void => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => list.push(performance.now() - stamp);
      port2.postMessage(null);
    };
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' && event.key !== 'Backspace') return;
        const mine: Pressed = { stamp: event.timeStamp, handled: performance.now(), frames: 0 };
        pressed = mine;
        performance.mark('bench-key', { startTime: event.timeStamp });
        // Asked for before the window asks for anything, so its task is the first behind the frame.
        const frame = (): void => {
          if (pressed === mine) {
            mine.frames += 1;
            requestAnimationFrame(frame);
          } else if (numbered.delete(mine)) behindFrame(record.painted, mine.stamp);
        };
        requestAnimationFrame(frame);
      },
      true,
    );
    let before = meter.textContent;
    new MutationObserver(() => {
      if (meter.textContent === before || pressed === null) return;
      before = meter.textContent;
      const { stamp, handled, frames } = pressed;
      numbered.add(pressed);
      pressed = null;
      const now = performance.now();
      performance.mark('bench-number');
      record.counted.push(now - stamp);
      record.handled.push(now - handled);
      record.transacted.push(now - transacted);
      record.framesBefore.push(frames);
      requestAnimationFrame(() => behindFrame(record.later, stamp));
    }).observe(meter, { subtree: true, childList: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) record.long.push(entry.duration);
    }).observe({ type: 'longtask' });
    const touched = new Set<Element>();
    const sheetsWatch = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const sheet = element?.closest('[data-page]');
        if (sheet !== null && sheet !== undefined) touched.add(sheet);
      }
      record.drawn = touched.size;
    });
    for (const sheet of document.querySelectorAll('[data-page]')) {
      sheetsWatch.observe(sheet, { subtree: true, childList: true, characterData: true });
    }
  });

export const readKeys = (page: Page): Promise<KeyRecord> =>
  page.evaluate(() => (window as unknown as { benchRecord: KeyRecord }).benchRecord);
