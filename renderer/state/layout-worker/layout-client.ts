import type {
  CountCertainty,
  Page,
  Proposal,
  SectionValue,
  Style,
  Template,
} from '../../../shared/model';
import { afterPaint } from './after-paint';
import type { NearLayout } from './near-layout';
import type { CountAnswer, LayoutAnswer, LayoutRequest, SectionChange } from './protocol';
import { changeBetween } from './section-change';
import { createTrials, type TrialRequests } from './trial-requests';

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
  /** Runs once, behind the frame that shows what was done until now. */
  readonly afterPaint: (run: () => void) => void;
}

/** Longer than the slowest layout of the page cap; after that the worker hangs. */
const ANSWER_MS = 10_000;
/** Crashes one after the other, without a count between them, after which it stays down. */
const MOST_CRASHES = 3;

const browserTimers: ClientTimers = {
  set: (run, ms) => setTimeout(run, ms) as unknown as number,
  clear: (id) => clearTimeout(id),
  afterPaint,
};

interface Current {
  readonly turn: number;
  readonly template: Template;
  proposal: Proposal;
}

export interface LayoutClient extends TrialRequests {
  /** Starts the worker ahead of the first proposal. */
  start: () => void;
  open: (proposal: Proposal, template: Template) => void;
  changeSection: (section: string, value: SectionValue) => void;
  changeStyle: (style: Style) => void;
  close: () => void;
  /** The proposal as the last change left it. */
  readonly proposal: Proposal | null;
}

/**
 * The window's side of the layout. A key is counted here, in its own task, by `near`; what takes
 * longer, and how sure a count is, comes from the worker, which hears of every change. Puts the pages
 * together, and starts the worker anew when it crashes or hangs: it holds nothing that the window
 * does not have.
 */
export const createLayoutClient = (
  makeWorker: () => WorkerLike,
  listener: LayoutListener,
  near: NearLayout | null,
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
  /** Changes up to this one the window has counted itself; what the worker says of them is late. */
  let counted = 0;
  /** The change that the worker's last pages show. */
  let drawn = 0;
  let pagesDue = false;

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

  const trials = createTrials({
    turn: () => current?.turn ?? null,
    words: () => current?.proposal.values,
    post: (request) => {
      ensure();
      post(request);
    },
  });

  const discard = (): void => {
    stopWatching();
    trials.giveUp();
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
      trials.take(answer);
      return;
    }
    if (answer.turn !== current?.turn) return;
    if (answer.kind === 'pages') {
      drawn = answer.revision;
      if (drawn >= counted) takePages(answer.length, answer.changed);
      near?.prepare(current.proposal, current.template);
      return;
    }
    answered = Math.max(answered, answer.revision);
    stopWatching();
    if (answered < revision) watch();
    switch (answer.kind) {
      case 'failed':
        listener.onFailure(answer.message);
        return;
      case 'certainty':
        crashes = 0;
        if (answer.revision === revision) listener.onCertainty(answer.certainty);
        return;
      case 'count':
        crashes = 0;
        if (answer.revision >= counted) listener.onCount(answer.count);
    }
  };

  const showNearPages = (): void => {
    pagesDue = false;
    if (near === null || current === null || counted <= drawn) return;
    pages = near.pages;
    listener.onPages(pages);
  };

  /** True when the window could count the newest change itself. */
  const countHere = (mine: Current, change: SectionChange): boolean => {
    if (near === null) return false;
    try {
      const count = near.count(mine.proposal, change);
      if (count === null) return false;
      counted = revision;
      listener.onCount(count);
    } catch {
      // The worker, asked in its place, meets the same bug and reports it.
      return false;
    }
    if (!pagesDue) timers.afterPaint(showNearPages);
    pagesDue = true;
    return true;
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

  return {
    start: ensure,
    open: (proposal, template) => {
      turn += 1;
      revision += 1;
      counted = 0;
      current = { turn, template, proposal };
      pages = [];
      near?.forget();
      trials.giveUp();
      if (worker === null) ensure();
      else postOpen();
    },
    changeSection: (section, value) => {
      if (current === null) return;
      const { proposal } = current;
      const change = changeBetween(proposal.values[section], value);
      current.proposal = { ...proposal, values: { ...proposal.values, [section]: value } };
      revision += 1;
      const isCounted = countHere(current, change);
      send({ kind: 'section', revision, section, change, counted: isCounted });
    },
    changeStyle: (style) => {
      if (current === null) return;
      current.proposal = { ...current.proposal, style };
      revision += 1;
      send({ kind: 'style', revision, style });
      near?.prepare(current.proposal, current.template);
    },
    close: () => {
      current = null;
      counted = 0;
      pages = [];
      stopWatching();
      near?.forget();
      trials.giveUp();
      post({ kind: 'close' });
    },
    tryStyles: trials.tryStyles,
    tryCertainty: trials.tryCertainty,
    tryShortenings: trials.tryShortenings,
    get proposal() {
      return current?.proposal ?? null;
    },
  };
};
