import { foldText, nfc } from '../../base';
import {
  type Call,
  type DossierData,
  type DossierProposal,
  emptyDossier,
  type OrganisationValue,
  type Recipient,
} from '../../model';
import { taskOrganisation, taskText } from './task-facts';

/** Where proposers hand in: the recipients of the first step. */
const firstRecipient = (call: Call): Recipient | undefined =>
  [...call.recipients].sort((a, b) => a.step - b.step)[0];

/** 'Hải Phòng' of '…, thành phố Hải Phòng': the last part of an address without its rank. */
const placeOf = (address: string): string => {
  const last = address.split(',').at(-1)?.trim().replace(/\.$/u, '') ?? '';
  return last.replace(/^(thành phố|tỉnh|TP\.?)\s+/iu, '');
};

/** A first guess, for the person to confirm: the task says so itself. */
const speaksOfModelPoint = (of: DossierProposal): boolean =>
  (['title', 'objectives', 'contents', 'results'] as const).some((role) =>
    foldText(taskText(of, role)).includes('mo hinh diem'),
  );

/**
 * A new dossier as far as it is known: the organisation as the proposals (or else the profile) name
 * it, the recipient as the call does. Everything else stays empty.
 */
export const dossierFrom = (given: {
  readonly call: Call;
  readonly proposals: readonly DossierProposal[];
  readonly profile?: OrganisationValue;
}): DossierData => {
  const { call, proposals, profile } = given;
  const named = proposals
    .map(taskOrganisation)
    .find((value) => value !== null && value.name.trim() !== '');
  const value = named ?? profile;
  const empty = emptyDossier();
  const recipient = firstRecipient(call);
  return {
    ...empty,
    organisation: {
      ...empty.organisation,
      name: nfc(value?.name ?? '').trim(),
      address: nfc(value?.address ?? '').trim(),
      place: placeOf(nfc(value?.address ?? '')),
      taxCode: value?.taxCode ?? '',
    },
    contact: value?.contact ?? empty.contact,
    letter: { ...empty.letter, addressees: recipient === undefined ? [] : [recipient.name] },
    recipient: {
      name: recipient?.name ?? '',
      address: recipient?.address ?? '',
      email: recipient?.email === '' ? (call.dossier?.email ?? '') : (recipient?.email ?? ''),
    },
    priority: proposals.map(({ id }) => id),
    modelPoint: proposals.filter(speaksOfModelPoint).map(({ id }) => id),
  };
};
