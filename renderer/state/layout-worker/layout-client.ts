import type {
  CountCertainty,
  Page,
  Proposal,
  SectionValue,
  Style,
  Template,
} from '../../../shared/model';
import type { CountAnswer, LayoutAnswer, LayoutRequest, Shortening, Trial } from './protocol';
import { changeBetween } from './section-change';

/** What is used of a worker; tests put a session of the same thread behind it. */
export interface WorkerLike {
  readonly post: (request: LayoutRequest) => void;
  readonly listen: (heard: WorkerEars) => void;
  readonly terminate: () => void;
}

export interface WorkerEars {
  readonly onAnswer: (answer: LayoutAnswer) => void;
  /** It stopped, or said something that cannot be read. */
  readonly onCrash: (message: string) => void;
}

export interface LayoutListener {
  readonly onCount: (count: CountAnswer) => void;
  readonly onCertainty: (certainty: CountCertainty) => void;
  /** All pages; those that did not change are the same objects as before. */
  readonly onPages: (pages: readonly Page[]) => void;
  /** The newest text could not be laid out; the next change tries again. */
  readonly onFailure: (message: string) => void;
}

export interface ClientTimers {
  readonly set: (run: () => void, ms: number) => number;
  readonly clear: (id: number) => void;
}

/** Longer than the slowest layout of the page cap; after that the worker hangs. */
const ANSWER_MS = 10_000;
/** Crashes one after the other, without a count between them, after which it stays down. */
const MOST_CRASHES = 3;
/** Trials a message, so that typing never waits for a long row of them. */
const TRIALS_AT_ONCE = 8;

const browserTimers: ClientTimers = {
  set: (run, ms) => setTimeout(run, ms) as unknown as number,
  clear: (id) => clearTimeout(id),
};

interface Current {
  readonly turn: number;
  readonly template: Template;
  proposal: Proposal;
}

export interface LayoutClient {
  /** Starts the worker ahead of the first proposal. */
  start: () => void;
  open: (proposal: Proposal, template: Template) => void;
  changeSection: (section: string, value: SectionValue) => void;
  changeStyle: (style: Style) => void;
  close: () => void;
  /** What each typography would give; null when the proposal was closed or the engine failed. */
  tryStyles: (styles: readonly Style[]) => Promise<readonly Trial[] | null>;
  /** How sure the count of each typography would be. */
  tryCertainty: (styles: readonly Style[]) => Promise<readonly CountCertainty[] | null>;
  tryShortenings: (shortenings: readonly Shortening[]) => Promise<readonly Trial[] | null>;
  /** The proposal as the last change left it. */
  readonly proposal: Proposal | null;
}

/**
 * The window's side of the layout worker. Sends changes, puts the pages together, and starts the
 * worker anew when it crashes or hangs: it holds nothing that the window does not have.
 */
export const createLayoutClient = (
  makeWorker: () => WorkerLike,
  listener: LayoutListener,
  timers: ClientTimers = browserTimers,
): LayoutClient => {
  let worker: WorkerLike | null = null;
  let current: Current | null = null;
  let turn = 0;
  let revision = 0;
  let answered = 0;
  let crashes = 0;
  let watchdog: number | null = null;
  let pages: readonly Page[] = [];
  let lastTrial = 0;
  /** Who waits for the answer of a trial, by its id. */
  const waiting = new Map<number, (answer: readonly unknown[] | null) => void>();

  const stopWatching = (): void => {
    if (watchdog !== null) timers.clear(watchdog);
    watchdog = null;
  };

  const watch = (): void => {
    watchdog ??= timers.set(() => crashed('the layout worker does not answer'), ANSWER_MS);
  };

  const post = (request: LayoutRequest): void => {
    worker?.post(request);
  };

  const postOpen = (): void => {
    if (current === null) return;
    post({ kind: 'open', revision, ...current });
    watch();
  };

  const giveUpTrials = (): void => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };

  const discard = (): void => {
    stopWatching();
    giveUpTrials();
    if (worker === null) return;
    worker.terminate();
    worker = null;
  };

  function crashed(message: string): void {
    discard();
    crashes += 1;
    if (current !== null) listener.onFailure(message);
    if (crashes < MOST_CRASHES) begin();
  }

  const takePages = (length: number, changed: readonly (readonly [number, Page])[]): void => {
    const next = pages.slice(0, length);
    for (const [index, page] of changed) next[index] = page;
    pages = next;
    listener.onPages(pages);
  };

  const take = (answer: LayoutAnswer): void => {
    if (answer.kind === 'ready') return;
    if (answer.kind === 'tried' || answer.kind === 'triedCertainty') {
      waiting.get(answer.id)?.(answer.kind === 'tried' ? answer.trials : answer.certainties);
      waiting.delete(answer.id);
      return;
    }
    if (answer.turn !== current?.turn) return;
    if (answer.kind === 'pages') {
      takePages(answer.length, answer.changed);
      return;
    }
    if (answer.kind === 'certainty') {
      if (answer.revision === answered) listener.onCertainty(answer.certainty);
      return;
    }
    answered = Math.max(answered, answer.revision);
    stopWatching();
    if (answered < revision) watch();
    if (answer.kind === 'failed') {
      listener.onFailure(answer.message);
      return;
    }
    crashes = 0;
    listener.onCount(answer.count);
  };

  function begin(): void {
    const begun = makeWorker();
    worker = begun;
    // A worker that was given up may still speak; nobody listens then.
    begun.listen({
      onAnswer: (answer) => {
        if (worker === begun) take(answer);
      },
      onCrash: (message) => {
        if (worker === begun) crashed(message);
      },
    });
    pages = [];
    postOpen();
  }

  const ensure = (): void => {
    if (worker !== null) return;
    crashes = 0;
    begin();
  };

  /** Sends a change, or everything when the worker is gone. */
  const send = (request: LayoutRequest): void => {
    if (worker === null) {
      ensure();
      return;
    }
    post(request);
    watch();
  };

  const tryAll = async <T, R>(
    all: readonly T[],
    ask: (id: number, some: readonly T[]) => LayoutRequest,
  ): Promise<readonly R[] | null> => {
    const given: R[] = [];
    const asked = current;
    for (let from = 0; from < all.length; from += TRIALS_AT_ONCE) {
      if (asked === null || current?.turn !== asked.turn) return null;
      ensure();
      lastTrial += 1;
      const id = lastTrial;
      const answer = new Promise<readonly unknown[] | null>((resolve) => waiting.set(id, resolve));
      post(ask(id, all.slice(from, from + TRIALS_AT_ONCE)));
      const some = await answer;
      if (some === null) return null;
      // What a kind of request is answered with, the protocol says.
      given.push(...(some as readonly R[]));
    }
    return given;
  };

  return {
    start: ensure,
    open: (proposal, template) => {
      turn += 1;
      revision += 1;
      current = { turn, template, proposal };
      pages = [];
      giveUpTrials();
      if (worker === null) ensure();
      else postOpen();
    },
    changeSection: (section, value) => {
      if (current === null) return;
      const { proposal } = current;
      const change = changeBetween(proposal.values[section], value);
      current.proposal = { ...proposal, values: { ...proposal.values, [section]: value } };
      revision += 1;
      send({ kind: 'section', revision, section, change });
    },
    changeStyle: (style) => {
      if (current === null) return;
      current.proposal = { ...current.proposal, style };
      revision += 1;
      send({ kind: 'style', revision, style });
    },
    close: () => {
      current = null;
      pages = [];
      stopWatching();
      giveUpTrials();
      post({ kind: 'close' });
    },
    tryStyles: (styles) => tryAll(styles, (id, some) => ({ kind: 'tryStyles', id, styles: some })),
    tryCertainty: (styles) =>
      tryAll(styles, (id, some) => ({ kind: 'tryCertainty', id, styles: some })),
    tryShortenings: (shortenings) =>
      tryAll(shortenings, (id, some) => ({ kind: 'tryShortenings', id, shortenings: some })),
    get proposal() {
      return current?.proposal ?? null;
    },
  };
};
