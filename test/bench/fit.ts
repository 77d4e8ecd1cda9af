import { candidateStyles } from '../../renderer/features/fit/candidate-styles';
import { chooseFits, type FitTrial } from '../../renderer/features/fit/choose-fits';
import { shortLastLines } from '../../renderer/features/fit/short-last-lines';
import { createLayoutTrials } from '../../renderer/state/layout-worker/layout-trials';
import { layoutFlow } from '../../shared/layout';
import type { Proposal, Style, Template } from '../../shared/model';
import { proposalFlow } from '../../shared/templates';
import { type Sample, timesOf } from './sample';

/** The dialog shows so many. */
const WANTED = 6;
const RUNS = { warmUp: 20, count: 40 };

export const stylesToTry = ({ style }: Proposal, { typography }: Template): Style[] =>
  candidateStyles(style, typography.style, typography.ranges);

export interface FitTimes {
  readonly styles: number;
  readonly fitting: number;
  /** Until the first style that fits is known, in the order in which the window asks. */
  readonly first: Sample;
  readonly all: Sample;
  /** All, and which of them to offer: how sure their counts are, too. */
  readonly offered: Sample;
  readonly fromScratch: Sample;
  /** Paragraphs that end in a line of a word or two, and what leaving these out would give. */
  readonly shortLines: number;
  readonly shortened: Sample;
}

/** "Vừa 5 trang" as the layout worker does it, nothing known at the start of a run. */
export const fitTimes = async (proposal: Proposal, template: Template): Promise<FitTimes> => {
  const styles = stylesToTry(proposal, template);
  const limit = template.pageLimit.max;
  const { ranges } = template.typography;

  const scratch = (style: Style): number =>
    layoutFlow(proposalFlow({ ...proposal, style }, template)).pages.length;
  const pages = styles.map(scratch);
  const trials = createLayoutTrials(template).styles(proposal, styles);
  const wrong = trials.filter((trial, at) => trial.pages !== pages[at]).length;
  if (wrong > 0) throw new Error(`${wrong} styles were counted wrongly`);

  const offer = async (): Promise<void> => {
    const engine = createLayoutTrials(template);
    const tried = engine.styles(proposal, styles).flatMap((trial, at): FitTrial[] => {
      const style = styles[at];
      return style === undefined ? [] : [{ style, trial }];
    });
    await chooseFits(tried, limit, ranges, WANTED, (some) =>
      Promise.resolve(
        engine
          .certainties(
            proposal,
            some.map(({ style }) => style),
          )
          .map(({ max }) => max),
      ),
    );
  };
  const { pages: sheets } = layoutFlow(proposalFlow(proposal, template));
  const shortenings = shortLastLines(sheets).map(({ shortening }) => shortening);
  // In the order in which the window asks.
  const untilOneFits = styles.slice(0, pages.findIndex((count) => count <= limit) + 1);
  return {
    styles: styles.length,
    fitting: pages.filter((count) => count <= limit).length,
    first: await timesOf(() => createLayoutTrials(template).styles(proposal, untilOneFits), RUNS),
    all: await timesOf(() => createLayoutTrials(template).styles(proposal, styles), RUNS),
    offered: await timesOf(offer, RUNS),
    fromScratch: await timesOf(() => styles.map(scratch), { warmUp: 2, count: 8 }),
    shortLines: shortenings.length,
    shortened: await timesOf(
      () => createLayoutTrials(template).shortenings(proposal, shortenings),
      RUNS,
    ),
  };
};
