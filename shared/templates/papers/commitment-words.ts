import {
  type Commitment,
  type DossierData,
  type DossierProposal,
  emptyCommitment,
  type PaperWords,
} from '../../model';
import { placeAndDate } from './dossier-words';
import { taskFacts } from './task-facts';
import { amountFields } from './task-words';

export const commitmentOf = (dossier: DossierData, id: string): Commitment | undefined =>
  Object.hasOwn(dossier.commitments, id) ? dossier.commitments[id] : undefined;

/** Who commits itself: the enterprise named there, else the proposing organisation and its signer. */
const enterpriseFields = (
  { enterprise }: Commitment,
  { organisation, signer }: DossierData,
): Record<string, string> => {
  const own =
    enterprise.name.trim() === ''
      ? {
          ...enterprise,
          name: organisation.name,
          address: organisation.address,
          taxCode: organisation.taxCode,
          representative: enterprise.representative || signer.name,
          position: enterprise.position || signer.position,
        }
      : enterprise;
  return {
    'enterprise.name': own.name,
    'enterprise.address': own.address,
    'enterprise.taxCode': own.taxCode,
    'enterprise.representative': own.representative,
    'enterprise.position': own.position,
    'enterprise.signs': own.position.toUpperCase(),
  };
};

/** Whole đồng that the enterprise brings in: the proposal's sum where nobody wrote another. */
export const committedAmount = (of: DossierProposal, dossier: DossierData): number | null =>
  commitmentOf(dossier, of.id)?.amount ?? taskFacts(of).matching;

/** The words of one task's commitment; unknown ones are missing. */
export const commitmentWords = (
  of: DossierProposal,
  dossier: DossierData,
  programme: string,
): PaperWords => {
  const own = commitmentOf(dossier, of.id) ?? emptyCommitment();
  const { title, total, state } = taskFacts(of);
  return {
    fields: {
      'task.title': title,
      ...amountFields('task.total', total),
      ...amountFields('task.state', state),
      ...enterpriseFields(own, dossier),
      'commitment.need': own.need,
      'commitment.cooperation': own.cooperation,
      'commitment.reception': own.reception,
      ...amountFields('commitment.amount', committedAmount(of, dossier)),
      'commitment.placeDate': placeAndDate(dossier.organisation.place, own.date),
      programme,
    },
    lists: {},
  };
};
