import type { Template, TemplateSection } from './template';

/**
 * What a section is about, whatever its number and heading on a form: how other papers of a dossier
 * find the task's name or its aims on any form.
 */
export const sectionRoles = [
  'title',
  'basis',
  'origin',
  'necessity',
  'objectives',
  'contents',
  'results',
  'effects',
  'market',
  'places',
  'duration',
  'budget',
  'resources',
  'capacity',
  'organisation',
  'attachments',
] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** Roles that a section has by its kind where the form does not say otherwise. */
const BY_KIND: Partial<Record<SectionRole, TemplateSection['kind']>> = {
  title: 'text',
  duration: 'duration',
  budget: 'money',
  organisation: 'organisation',
  attachments: 'attachments',
};

/** All sections of one role, in the form's order; a form may say one thing in two parts. */
export const sectionsOfRole = (
  template: Pick<Template, 'sections'>,
  role: SectionRole,
): TemplateSection[] => {
  const named = template.sections.filter((section) => section.role === role);
  if (named.length > 0) return named;
  const kind = BY_KIND[role];
  const first = template.sections.find(
    (section) => section.role === undefined && section.kind === kind,
  );
  return first === undefined ? [] : [first];
};
