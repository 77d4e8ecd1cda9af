import { type Proposal, sectionPlace, sectionTexts, type Template } from '../model';
import type { PlacedText } from './check-text-facts';

/** Every text of a proposal with its place, for the checks that read words. */
export const placedTexts = (proposal: Proposal, template: Template): PlacedText[] =>
  template.sections.flatMap((section) =>
    sectionTexts(section, proposal.values[section.id])
      .filter(({ text }) => text !== '')
      .map(({ field, text }) => ({
        where: sectionPlace(section),
        section: section.id,
        field,
        text: text.normalize('NFC'),
      })),
  );
