import { createTrialEngine } from '../../../shared/layout';
import type { CountCertainty, Flow, Proposal, Style, Template } from '../../../shared/model';
import { createFlowBuilder, createStyleFlows } from '../../../shared/templates';
import type { Shortening, Trial } from './protocol';
import { shortenValue } from './shorten-value';

/** What the open proposal would come to if it were set, or shortened, in other ways. */
export interface LayoutTrials {
  readonly styles: (proposal: Proposal, styles: readonly Style[]) => Trial[];
  readonly certainties: (proposal: Proposal, styles: readonly Style[]) => CountCertainty[];
  readonly shortenings: (proposal: Proposal, shortenings: readonly Shortening[]) => Trial[];
}

interface Words {
  readonly values: Proposal['values'];
  readonly flowIn: (style: Style) => Flow;
}

/**
 * Has an engine of its own: trials would push the live text out of the bounded caches. What texts
 * measure stays known from one change of the words to the next.
 */
export const createLayoutTrials = (template: Template): LayoutTrials => {
  const engine = createTrialEngine();
  const builder = createFlowBuilder(template);
  let words: Words | null = null;

  const flowsOf = (proposal: Proposal): Words['flowIn'] => {
    if (words?.values !== proposal.values) {
      words = { values: proposal.values, flowIn: createStyleFlows(proposal, template) };
    }
    return words.flowIn;
  };

  const shortened = (proposal: Proposal, shortening: Shortening): Proposal => {
    const value = proposal.values[shortening.section];
    if (value === undefined) return proposal;
    const values = { ...proposal.values, [shortening.section]: shortenValue(value, shortening) };
    return { ...proposal, values };
  };

  return {
    styles: (proposal, styles) => {
      const flowIn = flowsOf(proposal);
      return styles.map((style) => engine.count(flowIn(style)));
    },
    certainties: (proposal, styles) => {
      const flowIn = flowsOf(proposal);
      return styles.map((style) => engine.certainty(flowIn(style)));
    },
    shortenings: (proposal, shortenings) =>
      shortenings.map((shortening) => engine.count(builder.build(shortened(proposal, shortening)))),
  };
};
