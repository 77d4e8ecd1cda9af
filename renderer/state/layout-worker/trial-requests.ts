import type { CountCertainty, Style } from '../../../shared/model';
import type { LayoutAnswer, LayoutRequest, Shortening, Trial } from './protocol';

/** Trials a message: a few milliseconds of work, so that typing never waits for a long row of them. */
const STYLES_AT_ONCE = 24;
const CERTAINTIES_AT_ONCE = 4;
const SHORTENINGS_AT_ONCE = 16;

/** What can be tried; null when the proposal was closed or the engine failed. */
export interface TrialRequests {
  /** What each typography would give. */
  readonly tryStyles: (styles: readonly Style[]) => Promise<readonly Trial[] | null>;
  /** How sure the count of each typography would be. */
  readonly tryCertainty: (styles: readonly Style[]) => Promise<readonly CountCertainty[] | null>;
  readonly tryShortenings: (shortenings: readonly Shortening[]) => Promise<readonly Trial[] | null>;
}

interface Trials extends TrialRequests {
  readonly take: (answer: Extract<LayoutAnswer, { kind: 'tried' | 'triedCertainty' }>) => void;
  /** Answers everybody who still waits with null. */
  readonly giveUp: () => void;
}

interface TrialRoad {
  /** Grows with each opened proposal; null when none is open. */
  readonly turn: () => number | null;
  /** The words of the open proposal: the same object until one of them changes. */
  readonly words: () => unknown;
  readonly post: (request: LayoutRequest) => void;
}

export const createTrials = ({ turn, words, post }: TrialRoad): Trials => {
  let last = 0;
  /** Who waits for the answer of a trial, by its id. */
  const waiting = new Map<number, (answer: readonly unknown[] | null) => void>();

  const tryAll = async <T, R>(
    all: readonly T[],
    atOnce: number,
    ask: (id: number, some: readonly T[]) => LayoutRequest,
  ): Promise<readonly R[] | null> => {
    const given: R[] = [];
    const asked = turn();
    let about = words();
    while (given.length < all.length) {
      if (asked === null || turn() !== asked) return null;
      // All answers are about the same words: when these changed, the trials start anew.
      if (words() !== about) {
        about = words();
        given.length = 0;
      }
      last += 1;
      const id = last;
      const answer = new Promise<readonly unknown[] | null>((resolve) => waiting.set(id, resolve));
      post(ask(id, all.slice(given.length, given.length + atOnce)));
      const some = await answer;
      if (some === null) return null;
      // What a kind of request is answered with, the protocol says.
      if (words() === about) given.push(...(some as readonly R[]));
    }
    return given;
  };

  return {
    tryStyles: (styles) =>
      tryAll(styles, STYLES_AT_ONCE, (id, some) => ({ kind: 'tryStyles', id, styles: some })),
    tryCertainty: (styles) =>
      tryAll(styles, CERTAINTIES_AT_ONCE, (id, some) => ({
        kind: 'tryCertainty',
        id,
        styles: some,
      })),
    tryShortenings: (shortenings) =>
      tryAll(shortenings, SHORTENINGS_AT_ONCE, (id, some) => ({
        kind: 'tryShortenings',
        id,
        shortenings: some,
      })),
    take: (answer) => {
      waiting.get(answer.id)?.(answer.kind === 'tried' ? answer.trials : answer.certainties);
      waiting.delete(answer.id);
    },
    giveUp: () => {
      for (const resolve of waiting.values()) resolve(null);
      waiting.clear();
    },
  };
};
