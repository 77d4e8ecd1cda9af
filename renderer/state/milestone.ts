import { create } from 'zustand';
import type { SectionLines } from '../../shared/model';
import { usePageCount } from './page-count';

/** Lines of each part when the person last said "so far": at the opening, or when they pressed Ghi. */
interface Milestone {
  readonly lines: Readonly<Record<string, number>> | null;
}

export const useMilestone = create<Milestone>(() => ({ lines: null }));

const linesOf = (sections: readonly SectionLines[]): Record<string, number> =>
  Object.fromEntries(sections.map(({ section, lines }) => [section, lines]));

export const markMilestone = (): void => {
  const { phase, sections } = usePageCount.getState();
  if (phase === 'ready') useMilestone.setState({ lines: linesOf(sections) });
};

/** Lines that a part has gained (or lost, below zero) since the milestone. */
export const growthOf = ({ section, lines }: SectionLines, { lines: then }: Milestone): number =>
  then === null ? 0 : lines - (then[section] ?? 0);

/** The first count of an opened proposal is its first milestone. */
export const followMilestone = (): (() => void) =>
  usePageCount.subscribe(({ phase }) => {
    const { lines } = useMilestone.getState();
    if (phase === 'closed' || phase === 'waiting') {
      if (lines !== null) useMilestone.setState({ lines: null });
    } else if (lines === null) markMilestone();
  });
