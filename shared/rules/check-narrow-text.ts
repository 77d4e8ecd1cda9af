import type { Finding, PageList, Template } from '../model';
import { paperFinding, sectionFinding } from './proposal-finding';

/** `too-narrow`: a column has no room for a single letter, so that letters lie over each other. */
export const checkNarrowText = (template: Template, pageList: PageList): Finding[] => {
  const seen = new Set<string | null>();
  return pageList.diagnostics.flatMap(({ code, section: id, page }) => {
    if (code !== 'too-wide' || seen.has(id)) return [];
    seen.add(id);
    const section = template.sections.find((one) => one.id === id);
    const words = {
      message: `Trên trang ${page} có cột hẹp hơn một chữ cái, nên chữ đè lên nhau.`,
      hint: 'Hãy bớt cột của bảng, tách bảng làm hai, hoặc kéo cột đó rộng ra.',
    };
    return [
      section === undefined
        ? paperFinding('too-narrow', 'error', `Trang ${page}`, words)
        : sectionFinding('too-narrow', 'error', section, words),
    ];
  });
};
