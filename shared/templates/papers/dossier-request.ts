import type {
  Call,
  CheckOutcome,
  DossierData,
  DossierProposal,
  Paper,
  PrintablePlan,
} from '../../model';

export interface DossierRequest {
  readonly call: Call;
  /** The paper forms of the program. */
  readonly papers: readonly Paper[];
  readonly proposals: readonly DossierProposal[];
  readonly dossier: DossierData;
  /** What the checks found, for the report; left out, there is no report. */
  readonly outcomes?: readonly CheckOutcome[];
  /** ISO day of that check. */
  readonly checkedOn?: string | null;
  /** Pages of a paper, for the list of what is handed over; left out, they are blanks to fill by hand. */
  readonly pagesOf?: (plan: PrintablePlan) => number | null;
}

/** By the person's order of priority; those without a place follow as given. */
export const inPriority = (
  proposals: readonly DossierProposal[],
  { priority }: Pick<DossierData, 'priority'>,
): DossierProposal[] => {
  const place = ({ id }: DossierProposal): number => {
    const at = priority.indexOf(id);
    return at === -1 ? priority.length : at;
  };
  return [...proposals].sort((a, b) => place(a) - place(b));
};
