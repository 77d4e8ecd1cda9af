import { type Finding, type Severity, sectionPlace, type TemplateSection } from '../model';

/** A finding at a section, or at one of its fields when `field` has a place of its own. */
export const sectionFinding = (
  code: string,
  severity: Severity,
  section: TemplateSection,
  words: { readonly message: string; readonly hint: string },
  field: { readonly name: string; readonly words: string } | null = null,
): Finding => ({
  code,
  severity,
  where: field === null ? sectionPlace(section) : `Mục ${section.numeral}, ${field.words}`,
  message: words.message,
  hint: words.hint,
  section: section.id,
  field: field?.name ?? null,
});

/** A finding about the paper as a whole. */
export const paperFinding = (
  code: string,
  severity: Severity,
  where: string,
  words: { readonly message: string; readonly hint: string },
  field: string | null = null,
): Finding => ({
  code,
  severity,
  where,
  message: words.message,
  hint: words.hint,
  section: null,
  field,
});
