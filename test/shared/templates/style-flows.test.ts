import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Style } from '../../../shared/model';
import { createStyleFlows, proposalFlow } from '../../../shared/templates';
import { arbitraryProposal, form } from './arbitrary-proposal';

const { ranges } = form.typography;
const within = ({ min, max }: { min: number; max: number }) => fc.double({ min, max, noNaN: true });

const arbitraryStyle: fc.Arbitrary<Style> = fc.record({
  fontSize: fc.constantFrom(13, 13.5, 14),
  lineSpacing: fc.oneof(fc.constantFrom(1, 1.15, 1.5), within(ranges.lineSpacing)),
  spaceAfter: fc.oneof(fc.constantFrom(0, 6, 12), within(ranges.spaceAfter)),
  margins: fc.record({
    top: within(ranges.marginTop),
    bottom: within(ranges.marginBottom),
    left: fc.constantFrom(30, 35),
    right: fc.constantFrom(15, 20),
  }),
  indent: fc.constantFrom(10, 12.7),
});

describe('the flows of one proposal in many styles', () => {
  it('are the flows from scratch, in any order of styles', () => {
    const styles = fc.array(arbitraryStyle, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(arbitraryProposal, styles, (proposal, given) => {
        const flowIn = createStyleFlows(proposal, form);
        for (const style of [...given, ...given.slice(0, 1)]) {
          expect(flowIn(style)).toEqual(proposalFlow({ ...proposal, style }, form));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('share the runs of all styles that break lines alike', () => {
    fc.assert(
      fc.property(arbitraryProposal, arbitraryStyle, (proposal, style) => {
        const flowIn = createStyleFlows(proposal, form);
        const runsIn = (given: Style) =>
          flowIn(given).blocks.map((block) => (block.kind === 'paragraph' ? block.runs : null));
        const margins = { ...style.margins, top: 21 };
        const before = runsIn(style);
        const after = runsIn({ ...style, lineSpacing: 1.07, spaceAfter: 7, margins });
        expect(after.every((runs, at) => runs === before[at])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
