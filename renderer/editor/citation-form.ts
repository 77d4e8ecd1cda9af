import { findFolded, foldWithOffsets } from '../../shared/base';
import {
  type LegalReference,
  type SectionValue,
  sectionTexts,
  type Template,
} from '../../shared/model';
import { findCitations, formatCitation } from '../../shared/rules';

/** Laws are known by their title; everything else by its number. */
const isMentioned = (reference: LegalReference, text: string): boolean =>
  findCitations(text, [reference]).length > 0 ||
  (reference.number === null &&
    findFolded(foldWithOffsets(text), formatCitation(reference, 'short').text).length > 0);

/** Where the citation is to stand: a section and the words before the caret in it. */
export interface CitationPlace {
  readonly template: Template;
  readonly values: Readonly<Record<string, SectionValue>>;
  readonly section: string;
  readonly before: string;
}

/** The first mention in reading order is written in full, later ones by type and number. */
export const citationForm = (
  reference: LegalReference,
  { template, values, section, before }: CitationPlace,
): 'full' | 'short' => {
  const at = template.sections.findIndex(({ id }) => id === section);
  const earlier = template.sections
    .slice(0, Math.max(0, at))
    .flatMap((one) => sectionTexts(one, values[one.id]).map(({ text }) => text));
  return [...earlier, before].some((text) => isMentioned(reference, text)) ? 'short' : 'full';
};
