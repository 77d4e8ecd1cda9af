import { foldText } from '../../base';
import type { DossierProposal } from '../../model';
import { taskAttachments } from './task-facts';

export interface ListedAttachment {
  readonly title: string;
  /** Where it is named first: proposal and place in its list, from 1. */
  readonly first: { readonly proposal: string; readonly place: number };
  /** Ids of all proposals that name it. */
  readonly proposals: readonly string[];
}

/** Folded words by which an enclosure is known to be a commitment. */
const COMMITMENT = 'cam ket';
const isCommitment = (title: string): boolean => foldText(title).includes(COMMITMENT);

export const listsCommitment = (of: DossierProposal): boolean =>
  taskAttachments(of).some(isCommitment);

/**
 * Enclosures that proposals name; what several name is one paper. Left out are commitments of
 * proposals in `committed`, because the program sets them.
 */
export const listedAttachments = (
  proposals: readonly DossierProposal[],
  committed: ReadonlySet<string>,
): ListedAttachment[] => {
  const found = new Map<string, ListedAttachment>();
  for (const of of proposals) {
    for (const [at, title] of taskAttachments(of).entries()) {
      if (committed.has(of.id) && isCommitment(title)) continue;
      const known = found.get(title);
      found.set(title, {
        title,
        first: known?.first ?? { proposal: of.id, place: at + 1 },
        proposals: [...new Set([...(known?.proposals ?? []), of.id])],
      });
    }
  }
  return [...found.values()];
};
