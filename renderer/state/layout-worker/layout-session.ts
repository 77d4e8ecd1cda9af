import { type CountedFlow, createLayoutEngine } from '../../../shared/layout';
import type { CountCertainty, Flow, Page, Proposal, Template } from '../../../shared/model';
import { createFlowBuilder } from '../../../shared/templates';
import { countOf } from './count-of';
import { createLayoutTrials, type LayoutTrials } from './layout-trials';
import type { LayoutAnswer, LayoutRequest, SectionChange } from './protocol';
import { applyChange } from './section-change';

interface LaidOut {
  readonly revision: number;
  readonly counted: CountedFlow;
}

interface Opened {
  readonly turn: number;
  readonly template: Template;
  proposal: Proposal;
  revision: number;
}

/** One way from a proposal to pages, with the caches that make the next way short. */
interface Press {
  readonly flow: (proposal: Proposal) => Flow;
  readonly count: (flow: Flow) => CountedFlow;
  readonly certainty: (flow: Flow) => CountCertainty;
}

const createPress = (template: Template): Press => {
  const builder = createFlowBuilder(template);
  const engine = createLayoutEngine();
  return {
    flow: (proposal) => builder.build(proposal),
    count: (flow) => engine.count(flow),
    certainty: (flow) => engine.certainty(flow),
  };
};

export interface LayoutSession {
  /** Takes a request in; nothing is laid out yet, so a burst of keys costs one layout. */
  take: (request: LayoutRequest) => void;
  /** True when something changed since the last count. */
  readonly stale: boolean;
  /** Lays out the newest state: its count, or the failure; null when nothing is open or new. */
  count: () => LayoutAnswer | null;
  /** Pages of the last count that differ from what the window has; null when none are due. */
  pages: () => LayoutAnswer | null;
  /** True when it has not been said yet how sure the newest count is. */
  readonly uncertain: boolean;
  /** How sure the newest count is; null when that was said already. */
  certainty: () => LayoutAnswer | null;
  /** One round of practice with the opened proposal; false when there was enough of it. */
  warmUp: () => boolean;
}

/** Rounds after which the engine's code is compiled; each costs a few milliseconds of idle time. */
const LAYOUT_ROUNDS = 12;
/** Then so many of a few styles each, of so many pages together. */
const PRACTICE_ROUNDS = 36;
const PRACTICE_PAGES = 40;

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * The worker without the worker: holds one proposal, applies changes to it and keeps both halves of
 * the engine warm. `answer` sends what is asked for by id.
 */
export const createLayoutSession = (answer: (given: LayoutAnswer) => void): LayoutSession => {
  let opened: Opened | null = null;
  let press: Press | null = null;
  let trials: LayoutTrials | null = null;
  let stale = false;
  let laidOut: LaidOut | null = null;
  let sent: readonly Page[] = [];
  let pagesDue = false;
  let certaintyDue = false;
  let roundsLeft = 0;

  const edit = (revision: number, change: (proposal: Proposal) => Proposal): void => {
    if (opened === null) return;
    opened.proposal = change(opened.proposal);
    opened.revision = revision;
    stale = true;
  };

  const changeSection = (revision: number, section: string, change: SectionChange): void =>
    edit(revision, (proposal) => ({
      ...proposal,
      values: {
        ...proposal.values,
        [section]: applyChange(proposal.values[section], change),
      },
    }));

  /** The window made count and pages of the newest state by itself; none of ours fit any more. */
  const leaveToWindow = (): void => {
    stale = false;
    laidOut = null;
    sent = [];
    pagesDue = false;
    certaintyDue = opened !== null;
  };

  const pressOf = ({ template }: Opened): Press => {
    press ??= createPress(template);
    return press;
  };

  /** Null when nothing is open, or when trying fell over a bug that the real layout will report. */
  const attempt = <T>(run: (trials: LayoutTrials, proposal: Proposal) => T): T | null => {
    if (opened === null) return null;
    trials ??= createLayoutTrials(opened.template);
    try {
      return run(trials, opened.proposal);
    } catch {
      trials = null;
      return null;
    }
  };

  /** Some of the styles of "Vừa 5 trang", so that it is compiled when it is asked for. */
  const practise = ({ proposal, template }: Opened): void => {
    const { style } = proposal;
    const { fontSize, lineSpacing, spaceAfter } = template.typography.ranges;
    const pages = laidOut?.counted.pages ?? 1;
    const length = Math.max(1, Math.floor(PRACTICE_PAGES / pages));
    const styles = Array.from({ length }, (_, step) => ({
      ...style,
      fontSize: roundsLeft % 2 === 0 ? fontSize.min : fontSize.max,
      lineSpacing: Math.min(
        lineSpacing.max,
        lineSpacing.min + (roundsLeft >> 1) * lineSpacing.step,
      ),
      spaceAfter: spaceAfter.min + step,
    }));
    attempt((all, of) => all.styles(of, styles));
  };

  /** A half-updated cache must not answer for the next text. */
  const failed = (turn: number, revision: number, error: unknown): LayoutAnswer => {
    press = null;
    laidOut = null;
    pagesDue = false;
    certaintyDue = false;
    return { kind: 'failed', turn, revision, message: messageOf(error) };
  };

  const forget = (): void => {
    opened = null;
    press = null;
    trials = null;
    stale = false;
    laidOut = null;
    sent = [];
    pagesDue = false;
    certaintyDue = false;
  };

  return {
    take: (request) => {
      switch (request.kind) {
        case 'open': {
          const { turn, revision, proposal, template } = request;
          forget();
          opened = { turn, revision, proposal, template };
          stale = true;
          roundsLeft = LAYOUT_ROUNDS + PRACTICE_ROUNDS;
          return;
        }
        case 'section':
          changeSection(request.revision, request.section, request.change);
          if (request.counted) leaveToWindow();
          return;
        case 'style':
          edit(request.revision, (proposal) => ({ ...proposal, style: request.style }));
          return;
        case 'close':
          forget();
          return;
        case 'tryStyles':
          answer({
            kind: 'tried',
            id: request.id,
            trials: attempt(({ styles }, proposal) => styles(proposal, request.styles)),
          });
          return;
        case 'tryCertainty':
          answer({
            kind: 'triedCertainty',
            id: request.id,
            certainties: attempt(({ certainties }, proposal) =>
              certainties(proposal, request.styles),
            ),
          });
          return;
        case 'tryShortenings':
          answer({
            kind: 'tried',
            id: request.id,
            trials: attempt(({ shortenings }, proposal) =>
              shortenings(proposal, request.shortenings),
            ),
          });
      }
    },
    get stale() {
      return stale;
    },
    count: () => {
      if (opened === null || !stale) return null;
      stale = false;
      const { turn, revision, proposal } = opened;
      try {
        const current = pressOf(opened);
        const counted = current.count(current.flow(proposal));
        laidOut = { revision, counted };
        pagesDue = true;
        certaintyDue = true;
        const count = countOf(counted, opened.template.pageLimit.max);
        return { kind: 'count', turn, revision, count };
      } catch (error) {
        return failed(turn, revision, error);
      }
    },
    pages: () => {
      if (opened === null || laidOut === null || !pagesDue) return null;
      pagesDue = false;
      const { revision, counted } = laidOut;
      const { turn } = opened;
      try {
        const { pages } = counted.pageList();
        const changed = pages.flatMap((page, index) =>
          page === sent[index] ? [] : [[index, page] as const],
        );
        sent = pages;
        return { kind: 'pages', turn, revision, length: pages.length, changed };
      } catch (error) {
        return failed(turn, revision, error);
      }
    },
    get uncertain() {
      return certaintyDue;
    },
    certainty: () => {
      if (opened === null || stale || !certaintyDue) return null;
      certaintyDue = false;
      const { turn, revision, proposal } = opened;
      try {
        const { flow, certainty: sureness } = pressOf(opened);
        return { kind: 'certainty', turn, revision, certainty: sureness(flow(proposal)) };
      } catch (error) {
        press = null;
        return { kind: 'failed', turn, revision, message: messageOf(error) };
      }
    },
    warmUp: () => {
      if (opened === null || roundsLeft === 0) return false;
      roundsLeft -= 1;
      try {
        // New caches each time: it is the work itself that has to become quick.
        if (roundsLeft < PRACTICE_ROUNDS) {
          practise(opened);
        } else {
          const { flow, count } = createPress(opened.template);
          count(flow(opened.proposal)).pageList();
        }
      } catch {
        // The same bug shows in the real layout, where it is reported.
        roundsLeft = 0;
      }
      return roundsLeft > 0;
    },
  };
};
