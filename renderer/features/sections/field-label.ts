import type { TemplateSection } from '../../../shared/model';

/** The form's own words for a field, without the colon they are printed with; else ours. */
export const fieldLabel = (section: TemplateSection, field: string, otherwise: string): string => {
  const label = section.labels[field]?.replace(/\s*:\s*$/, '').trim() ?? '';
  return label === '' ? otherwise : label;
};
