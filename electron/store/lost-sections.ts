import type { Found } from './queries/rows';
import type { ProposalRow, SectionRow } from './queries/tables';

/** Parts that the proposal's row says are answered, and that no row is there for. */
export const lostSections = (
  { answered }: ProposalRow,
  sections: readonly Found<SectionRow>[],
): string[] => {
  const there = new Set(sections.map(({ row }) => row.section));
  return (JSON.parse(answered) as string[]).filter((section) => !there.has(section));
};
