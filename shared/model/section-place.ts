import type { TemplateSection } from './template';

/** A section as a person finds it on the form: 'Mục II. TÍNH CẤP THIẾT CỦA NHIỆM VỤ'. */
export const sectionPlace = (section: Pick<TemplateSection, 'numeral' | 'heading'>): string =>
  `Mục ${section.numeral}. ${section.heading.replace(/\s*:$/u, '')}`;
