import type { Timers } from '../../renderer/state/autosave';

/** Time that passes only when the test says so. */
export interface HandClock extends Timers {
  /** Lets time pass; whatever is due runs in its order, with all that follows at once from it. */
  readonly pass: (ms: number) => Promise<void>;
}

const settle = async (): Promise<void> => {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
};

export const createHandClock = (): HandClock => {
  let now = 0;
  let lastId = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  return {
    now: () => now,
    set: (run, ms) => {
      lastId += 1;
      due.set(lastId, { at: now + Math.max(0, ms), run });
      return lastId;
    },
    clear: (id) => {
      due.delete(id);
    },
    pass: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = [...due].sort(([, a], [, b]) => a.at - b.at)[0];
        if (next === undefined || next[1].at > end) break;
        due.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
        await settle();
      }
      now = end;
    },
  };
};
