import { nfc } from '../../base';
import {
  type DossierProposal,
  type DurationValue,
  type MoneyValue,
  type OrganisationValue,
  type SectionRole,
  type SectionValue,
  sectionsOfRole,
  sectionWords,
  type TaskFacts,
} from '../../model';

const answerOf = (of: DossierProposal, role: SectionRole): SectionValue | undefined => {
  const [section] = sectionsOfRole(of.template, role);
  return section !== undefined && Object.hasOwn(of.proposal.values, section.id)
    ? of.proposal.values[section.id]
    : undefined;
};

const onOneLine = (text: string): string => nfc(text).replace(/\s+/gu, ' ').trim();

const NO_MONEY: MoneyValue = { total: null, state: null, matching: null };
const NO_TIME: DurationValue = { from: null, to: null, months: null };

export const taskMoney = (of: DossierProposal): MoneyValue =>
  (answerOf(of, 'budget') as MoneyValue | undefined) ?? NO_MONEY;

export const taskTime = (of: DossierProposal): DurationValue =>
  (answerOf(of, 'duration') as DurationValue | undefined) ?? NO_TIME;

export const taskOrganisation = (of: DossierProposal): OrganisationValue | null =>
  (answerOf(of, 'organisation') as OrganisationValue | undefined) ?? null;

/** Papers the proposal names as enclosed, each without its closing sign. */
export const taskAttachments = (of: DossierProposal): string[] =>
  ((answerOf(of, 'attachments') as readonly string[] | undefined) ?? [])
    .map((text) => onOneLine(text).replace(/\s*[;.,]+$/u, ''))
    .filter((text) => text !== '');

/** All words of the parts that speak about something, one paragraph a line. */
export const taskText = (of: DossierProposal, role: SectionRole): string =>
  sectionsOfRole(of.template, role)
    .map((section) =>
      sectionWords(
        section,
        Object.hasOwn(of.proposal.values, section.id) ? of.proposal.values[section.id] : undefined,
      ),
    )
    .filter((text) => text !== '')
    .join('\n');

/** What every paper of a dossier has to say of a task in the same way. */
export const taskFacts = (of: DossierProposal): TaskFacts => {
  const { total, state, matching } = taskMoney(of);
  return {
    proposal: of.id,
    title: onOneLine(taskText(of, 'title')),
    organisation: onOneLine(taskOrganisation(of)?.name ?? ''),
    total,
    state,
    matching,
  };
};
