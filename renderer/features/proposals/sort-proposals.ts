import { foldText } from '../../../shared/base';
import type { ProposalSummary } from '../../../shared/ipc';

export type SortColumn = 'title' | 'pages' | 'answered' | 'time';

export interface SortOrder {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export const newestFirst: SortOrder = { column: 'time', descending: true };

/** Names read from A; numbers and times are asked for from the greatest and the newest. */
export const nextOrder = ({ column, descending }: SortOrder, clicked: SortColumn): SortOrder => ({
  column: clicked,
  descending: column === clicked ? !descending : clicked !== 'title',
});

type Key = string | number;

const keyOf = (proposal: ProposalSummary, column: SortColumn): Key => {
  switch (column) {
    case 'title':
      return foldText(proposal.title);
    case 'pages':
      return proposal.pages ?? -1;
    case 'answered':
      return proposal.sections === 0 ? 0 : proposal.answered / proposal.sections;
    case 'time':
      return proposal.trashedAt ?? proposal.modifiedAt;
  }
};

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

/** Equal ones stand newest first, whichever way the column is turned. */
export const sortProposals = (
  proposals: readonly ProposalSummary[],
  { column, descending }: SortOrder,
): ProposalSummary[] =>
  [...proposals].sort((a, b) => {
    const order = compare(keyOf(a, column), keyOf(b, column));
    if (order !== 0) return descending ? -order : order;
    return compare(keyOf(b, 'time'), keyOf(a, 'time'));
  });
