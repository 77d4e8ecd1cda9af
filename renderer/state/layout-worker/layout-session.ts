import { createLayoutEngine } from '../../../shared/layout';
import type {
  CountCertainty,
  Flow,
  Page,
  PageList,
  Proposal,
  Style,
  Template,
} from '../../../shared/model';
import { createFlowBuilder } from '../../../shared/templates';
import { countOf } from './count-of';
import type { LayoutAnswer, LayoutRequest, SectionChange, Shortening, Trial } from './protocol';
import { applyChange } from './section-change';
import { shortenValue } from './shorten-value';

interface LaidOut {
  readonly revision: number;
  readonly list: PageList;
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
  readonly layout: (flow: Flow) => PageList;
  readonly certainty: (flow: Flow) => CountCertainty;
}

const createPress = (template: Template): Press => {
  const builder = createFlowBuilder(template);
  const engine = createLayoutEngine();
  return {
    flow: (proposal) => builder.build(proposal),
    layout: (flow) => engine.layout(flow),
    certainty: (flow) => engine.certainty(flow),
  };
};

const trialOf = ({ pages, fill, lines }: PageList): Trial => ({ pages: pages.length, fill, lines });

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
const WARM_ROUNDS = 12;

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * The worker without the worker: holds one proposal, applies changes to it and keeps both halves of
 * the engine warm. `answer` sends what is asked for by id.
 */
export const createLayoutSession = (answer: (given: LayoutAnswer) => void): LayoutSession => {
  let opened: Opened | null = null;
  let press: Press | null = null;
  /** Trials would push the live text out of the bounded caches; they get their own. */
  let trialPress: Press | null = null;
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
  const attempt = <T>(run: (press: Press, proposal: Proposal) => T): T | null => {
    if (opened === null) return null;
    trialPress ??= createPress(opened.template);
    try {
      return run(trialPress, opened.proposal);
    } catch {
      trialPress = null;
      return null;
    }
  };

  const tryStyles = (styles: readonly Style[]): Trial[] | null =>
    attempt(({ flow, layout }, proposal) =>
      styles.map((style) => trialOf(layout(flow({ ...proposal, style })))),
    );

  const tryCertainty = (styles: readonly Style[]): CountCertainty[] | null =>
    attempt(({ flow, certainty }, proposal) =>
      styles.map((style) => certainty(flow({ ...proposal, style }))),
    );

  const tryShortenings = (shortenings: readonly Shortening[]): Trial[] | null =>
    attempt(({ flow, layout }, proposal) =>
      shortenings.map((shortening) => {
        const value = proposal.values[shortening.section];
        if (value === undefined) return trialOf(layout(flow(proposal)));
        const values = {
          ...proposal.values,
          [shortening.section]: shortenValue(value, shortening),
        };
        return trialOf(layout(flow({ ...proposal, values })));
      }),
    );

  const forget = (): void => {
    opened = null;
    press = null;
    trialPress = null;
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
          roundsLeft = WARM_ROUNDS;
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
          answer({ kind: 'tried', id: request.id, trials: tryStyles(request.styles) });
          return;
        case 'tryCertainty': {
          const certainties = tryCertainty(request.styles);
          answer({ kind: 'triedCertainty', id: request.id, certainties });
          return;
        }
        case 'tryShortenings':
          answer({ kind: 'tried', id: request.id, trials: tryShortenings(request.shortenings) });
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
        const { flow, layout } = pressOf(opened);
        const list = layout(flow(proposal));
        laidOut = { revision, list };
        pagesDue = true;
        certaintyDue = true;
        const count = countOf(list, opened.template.pageLimit.max);
        return { kind: 'count', turn, revision, count };
      } catch (error) {
        // A half-updated cache must not answer for the next text.
        press = null;
        laidOut = null;
        pagesDue = false;
        certaintyDue = false;
        return { kind: 'failed', turn, revision, message: messageOf(error) };
      }
    },
    pages: () => {
      if (opened === null || laidOut === null || !pagesDue) return null;
      pagesDue = false;
      const { revision, list } = laidOut;
      const changed = list.pages.flatMap((page, index) =>
        page === sent[index] ? [] : [[index, page] as const],
      );
      sent = list.pages;
      return { kind: 'pages', turn: opened.turn, revision, length: list.pages.length, changed };
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
        const { flow, layout } = createPress(opened.template);
        layout(flow(opened.proposal));
      } catch {
        // The same bug shows in the real layout, where it is reported.
        roundsLeft = 0;
      }
      return roundsLeft > 0;
    },
  };
};
