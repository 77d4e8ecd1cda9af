import { type CountedFlow, createLayoutEngine, type LayoutEngine } from '../../../shared/layout';
import type { Flow, Page, Proposal, SectionValue, Template } from '../../../shared/model';
import { createFlowBuilder, type FlowBuilder } from '../../../shared/templates';
import { countOf } from './count-of';
import type { CountAnswer, SectionChange } from './protocol';
import { isRichTextValue } from './section-change';

/** Runs something when the window has nothing more urgent to do. */
export interface IdleTime {
  readonly now: () => number;
  readonly request: (run: () => void) => number;
  readonly cancel: (id: number) => void;
}

export const browserIdle: IdleTime = {
  now: () => performance.now(),
  request: (run) => requestIdleCallback(run, { timeout: 1000 }),
  cancel: (id) => cancelIdleCallback(id),
};

/** Blocks that are added to the laid out text in one idle moment: one to three milliseconds. */
const BLOCKS_A_STEP = 16;
/** Rounds of practice on the first blocks, so that the engine's code is compiled before the first key. */
const PRACTICE_ROUNDS = 10;
const PRACTICE_BLOCKS = 60;
/** Text that is laid out within a frame, in characters; a larger paste is the worker's. */
const NEAR_CHARACTERS = 20_000;
/** A key that took longer than this shows that the text is too heavy, or the machine too busy. */
const SLOW_MS = 12;

interface Opened {
  readonly template: Template;
  readonly builder: FlowBuilder;
  readonly engine: LayoutEngine;
}

/** The engine in the window's own thread. */
export interface NearLayout {
  /** Gets ready for a proposal, in idle moments; nothing is done where that was done or begun. */
  prepare: (proposal: Proposal, template: Template) => void;
  /**
   * Count of a proposal that differs from the last one by `change`; null when that would hold the
   * window up, or nothing is ready yet. Then the worker counts. Throws what the engine throws.
   */
  count: (proposal: Proposal, change: SectionChange) => CountAnswer | null;
  /** The pages of the last count; those that did not change are the same objects as before. */
  readonly pages: readonly Page[];
  forget: () => void;
}

const charactersIn = (value: unknown, most: number): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  let sum = 0;
  for (const part of Object.values(value)) {
    sum += charactersIn(part, most - sum);
    if (sum > most) return sum;
  }
  return sum;
};

const isLight = (change: SectionChange): boolean => {
  const given: unknown = change.kind === 'value' ? change.value : change.insert;
  return charactersIn(given, NEAR_CHARACTERS) <= NEAR_CHARACTERS;
};

const firstBlocks = (flow: Flow, count: number): Flow => ({
  ...flow,
  blocks: flow.blocks.slice(0, count),
});

const shortened = (value: SectionValue): SectionValue =>
  isRichTextValue(value) ? { ...value, content: (value.content ?? []).slice(0, 8) } : value;

/** A little of everything that is written, to practise on. */
const excerptOf = (proposal: Proposal): Proposal => ({
  ...proposal,
  values: Object.fromEntries(
    Object.entries(proposal.values).map(([id, value]) => [id, shortened(value)]),
  ),
});

/**
 * The same engine as the worker's, for what takes less time than asking the worker: a key. Counted in
 * the task of its key, the number stands in the frame that shows the letter. Getting ready for a long
 * text is done in steps of a few milliseconds, so the window is never held up.
 */
export const createNearLayout = (idle: IdleTime = browserIdle): NearLayout => {
  let opened: Opened | null = null;
  let newest: Proposal | null = null;
  let last: CountedFlow | null = null;
  let ready = false;
  let waiting: number | null = null;

  const stop = (): void => {
    if (waiting !== null) idle.cancel(waiting);
    waiting = null;
  };

  const forget = (): void => {
    stop();
    opened = null;
    newest = null;
    last = null;
    ready = false;
  };

  /** One step after the other: the whole text bit by bit, then practice. */
  function* steps({ builder, engine, template }: Opened, isNew: boolean): Generator<void> {
    for (let count = BLOCKS_A_STEP; ; count += BLOCKS_A_STEP) {
      if (newest === null) return;
      const flow = builder.build(newest);
      if (count >= flow.blocks.length) break;
      engine.layout(firstBlocks(flow, count));
      yield;
    }
    for (let round = 0; isNew && round < PRACTICE_ROUNDS; round += 1) {
      if (newest === null) return;
      const practice = createFlowBuilder(template).build(excerptOf(newest));
      createLayoutEngine().layout(firstBlocks(practice, PRACTICE_BLOCKS));
      yield;
    }
    if (newest !== null) {
      last = engine.count(builder.build(newest));
      last.pageList();
    }
    ready = true;
  }

  const begin = (mine: Opened, isNew: boolean): void => {
    stop();
    ready = false;
    const work = steps(mine, isNew);
    const step = (): void => {
      waiting = null;
      try {
        if (work.next().done !== true) waiting = idle.request(step);
      } catch {
        // The worker meets the same bug and reports it; keys are left to it.
        forget();
      }
    };
    waiting = idle.request(step);
  };

  return {
    prepare: (proposal, template) => {
      const isNew = opened?.template !== template;
      const isAtHand = !isNew && newest?.style === proposal.style && (ready || waiting !== null);
      newest = proposal;
      if (isAtHand) return;
      opened =
        isNew || opened === null
          ? { template, builder: createFlowBuilder(template), engine: createLayoutEngine() }
          : opened;
      begin(opened, isNew);
    },
    count: (proposal, change) => {
      newest = proposal;
      if (opened === null) return null;
      if (!ready || !isLight(change)) {
        if (ready) begin(opened, false);
        return null;
      }
      const start = idle.now();
      try {
        const { builder, engine, template } = opened;
        last = engine.count(builder.build(proposal));
        // This one is there; the next ones wait until everything is at hand again.
        if (idle.now() - start > SLOW_MS) begin(opened, false);
        return countOf(last, template.pageLimit.max);
      } catch (error) {
        // A half-updated cache must not answer for the next text.
        forget();
        throw error;
      }
    },
    get pages() {
      return last?.pageList().pages ?? [];
    },
    forget,
  };
};
