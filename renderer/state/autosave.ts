import type { Result } from '../../shared/base';
import type { Ack, IpcFailure } from '../../shared/ipc';

/** Saved at most this long after the last keystroke … */
const QUIET_MS = 400;
/** … and at most this long after the first unsaved one, however fast somebody types. */
const LONGEST_MS = 1000;
const FIRST_RETRY_MS = 1000;
/** A disk with room again is used within five seconds. */
const LONGEST_RETRY_MS = 4000;

/** What the status bar says. `savedAt` is an instant in ISO 8601, null before the first save. */
export type SaveState =
  | { readonly kind: 'saved'; readonly savedAt: string | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: IpcFailure; readonly retries: boolean };

/** Writes one thing; resolves when the store has it on the disk. */
export type SaveJob = () => Promise<Result<Ack, IpcFailure>>;

interface Pending {
  readonly job: SaveJob;
  readonly since: number;
}

export interface Timers {
  readonly now: () => number;
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (id: number) => void;
}

const browserTimers: Timers = {
  now: () => performance.now(),
  set: (run, ms) => setTimeout(run, ms) as unknown as number,
  clear: (id) => clearTimeout(id),
};

/** A value the store refuses stays refused; asking again would only hide the first answer. */
const isFinal = (failure: IpcFailure): boolean =>
  failure.code === 'invalid-value' ||
  failure.code === 'bad-request' ||
  failure.code === 'too-large' ||
  failure.code === 'not-found';

export interface Autosave {
  /** Remembers the newest state of one thing (a section, the style); older ones are dropped. */
  queue: (key: string, job: SaveJob) => void;
  /** Saves everything now; true when all of it is on the disk. */
  flush: () => Promise<boolean>;
  /** Nothing is sent any more. Call `flush` before. */
  stop: () => void;
}

/**
 * The queue of one open proposal. Things are written in the order in which they were first touched,
 * one at a time; a failed one goes back to the front unless a newer state took its place.
 */
export const createAutosave = (
  onState: (state: SaveState) => void,
  timers: Timers = browserTimers,
): Autosave => {
  const pending = new Map<string, Pending>();
  let timer: number | null = null;
  let lastQueued = 0;
  let running: Promise<boolean> | null = null;
  let failures = 0;
  let failure: IpcFailure | null = null;
  let stopped = false;

  const clearTimer = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };

  const saveOne = async (key: string, item: Pending): Promise<Result<Ack, IpcFailure>> => {
    pending.delete(key);
    const answer = await item.job();
    if (!answer.ok && !pending.has(key)) {
      const later = [...pending];
      pending.clear();
      pending.set(key, item);
      for (const [otherKey, other] of later) pending.set(otherKey, other);
    }
    return answer;
  };

  const drain = async (): Promise<boolean> => {
    // While it is tried again the reason stays before the person's eyes.
    if (failure === null) onState({ kind: 'saving' });
    for (;;) {
      const [next] = pending;
      if (next === undefined || stopped) return pending.size === 0;
      const answer = await saveOne(...next);
      if (!answer.ok) {
        failures += 1;
        failure = answer.error;
        onState({ kind: 'failed', failure, retries: !isFinal(answer.error) });
        return false;
      }
      failures = 0;
      failure = null;
      onState(
        pending.size === 0 ? { kind: 'saved', savedAt: answer.value.savedAt } : { kind: 'saving' },
      );
    }
  };

  const schedule = (): void => {
    clearTimer();
    if (stopped || running !== null || pending.size === 0) return;
    if (failure !== null) {
      if (isFinal(failure)) return;
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10));
      timer = timers.set(run, wait);
      return;
    }
    const [oldest] = pending.values();
    const now = timers.now();
    const due = Math.min(lastQueued + QUIET_MS, (oldest?.since ?? now) + LONGEST_MS);
    timer = timers.set(run, Math.max(0, due - now));
  };

  const start = (): Promise<boolean> => {
    clearTimer();
    running ??= drain().finally(() => {
      running = null;
      schedule();
    });
    return running;
  };

  function run(): void {
    void start();
  }

  return {
    queue: (key, job) => {
      if (stopped) return;
      const now = timers.now();
      lastQueued = now;
      pending.set(key, { job, since: pending.get(key)?.since ?? now });
      // A refusal was about the old value; the new one deserves a try of its own.
      if (failure !== null && isFinal(failure)) failure = null;
      if (failure === null && running === null) onState({ kind: 'pending' });
      if (running === null && (failure === null || timer === null)) schedule();
    },
    flush: async () => {
      for (;;) {
        if (running === null && pending.size === 0) return true;
        const saved = await start();
        if (!saved) return false;
        if (pending.size === 0 && running === null) return true;
      }
    },
    stop: () => {
      stopped = true;
      clearTimer();
    },
  };
};
