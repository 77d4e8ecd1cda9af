import type { Finding, PageList, Proposal, Template } from '../model';
import { checkBudget } from './check-budget';
import { checkContact } from './check-contact';
import { checkDuration } from './check-duration';
import { checkMissingSections } from './check-missing-sections';
import { checkNarrowText } from './check-narrow-text';
import { checkPageLimit } from './check-page-limit';
import { checkSignature } from './check-signature';
import { checkStyleRange } from './check-style-range';
import { checkTextCharacters } from './check-text-characters';

/** Findings in the order of the form; what concerns the whole paper comes first. */
export const inFormOrder = (findings: readonly Finding[], template: Template): Finding[] => {
  const place = new Map(template.sections.map(({ id }, index) => [id, index]));
  const of = ({ section, code }: Finding): number =>
    section === null || code === 'page-limit' ? -1 : (place.get(section) ?? -1);
  return [...findings].sort((a, b) => of(a) - of(b));
};

/**
 * Everything that can be said of a proposal without knowing the day or the library: codes
 * `page-limit`, `style-range`, `signature-alone`, `section-missing`, `duration-form`,
 * `budget-missing`, `budget-sum`, `contact-phone`, `contact-email`, `text-characters`, `too-narrow`.
 * `pageList` is the layout of this proposal.
 */
export const checkProposal = (
  proposal: Proposal,
  template: Template,
  pageList: PageList,
): Finding[] =>
  inFormOrder(
    [
      ...checkPageLimit(template, pageList),
      ...checkStyleRange(proposal.style, template),
      ...checkSignature(template, pageList),
      ...checkMissingSections(proposal, template),
      ...checkDuration(proposal, template),
      ...checkBudget(proposal, template),
      ...checkContact(proposal, template),
      ...checkTextCharacters(proposal, template, pageList),
      ...checkNarrowText(template, pageList),
    ],
    template,
  );
