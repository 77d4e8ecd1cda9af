import { codePointName, forbiddenCharacters, isNfc, vietnameseNumber } from '../base';
import {
  type Finding,
  type PageList,
  type Proposal,
  sectionTexts,
  type Template,
  type TemplateSection,
} from '../model';
import { paperFinding, sectionFinding } from './proposal-finding';

const AROUND = 12;

const isVisible = (character: string): boolean => !/[\p{C}\p{Z}]/u.test(character);

/** The words around a place, so that the person finds what cannot be seen. */
const surroundings = (text: string, at: number): string =>
  [...text.slice(Math.max(0, at - AROUND), at + AROUND + 1)]
    .map((character) => (isVisible(character) || character === ' ' ? character : '▯'))
    .join('')
    .trim();

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'tên tổ chức/cá nhân',
  address: 'địa chỉ',
  taxCode: 'mã số thuế',
  'contact.name': 'họ và tên',
  'contact.position': 'chức vụ',
  'contact.phone': 'điện thoại',
  'contact.email': 'email',
  from: 'tháng bắt đầu',
  to: 'tháng kết thúc',
};

const fieldOf = (name: string | null): { name: string; words: string } | null => {
  if (name === null) return null;
  return { name, words: FIELD_WORDS[name] ?? `dòng ${Number(name) + 1}` };
};

const textFindings = (section: TemplateSection, field: string | null, text: string): Finding[] => {
  const findings: Finding[] = [];
  const places = forbiddenCharacters(text);
  const [first] = places;
  if (first !== undefined) {
    const more = places.length > 1 ? ` (và ${vietnameseNumber(places.length - 1)} chỗ nữa)` : '';
    findings.push(
      sectionFinding(
        'text-characters',
        'error',
        section,
        {
          message: `Có ký tự điều khiển ${codePointName(text.charCodeAt(first))} ở “${surroundings(text, first)}”${more}.`,
          hint: 'Hãy xoá và gõ lại đoạn chữ ở chỗ đó; ký tự này thường đi theo khi dán từ tệp khác.',
        },
        fieldOf(field),
      ),
    );
  }
  if (!isNfc(text)) {
    findings.push(
      sectionFinding(
        'text-characters',
        'warning',
        section,
        {
          message: 'Có chữ ghép từ chữ cái và dấu rời (Unicode tổ hợp) thay vì dựng sẵn.',
          hint: 'Chương trình dùng chữ dựng sẵn khi in và kết xuất; nên đặt bộ gõ ở bảng mã Unicode (dựng sẵn).',
        },
        fieldOf(field),
      ),
    );
  }
  return findings;
};

const missingGlyphs = (template: Template, pageList: PageList): Finding[] => {
  const seen = new Set<string>();
  return pageList.diagnostics.flatMap(({ code, section: id, detail, page }) => {
    const key = `${id}\n${detail}`;
    if (code !== 'missing-glyph' || seen.has(key)) return [];
    seen.add(key);
    const codePoint = detail.codePointAt(0);
    // Control characters have been told already, at their place.
    if (codePoint === undefined || forbiddenCharacters(detail).length > 0) return [];
    const shown = isVisible(detail)
      ? `“${detail}” (${codePointName(codePoint)})`
      : codePointName(codePoint);
    const words = {
      message: `Phông chữ không có ký tự ${shown}, nên không kết xuất được.`,
      hint: 'Hãy thay ký tự này bằng chữ hoặc ký hiệu thông thường.',
    };
    const section = template.sections.find((one) => one.id === id);
    return [
      section === undefined
        ? paperFinding('text-characters', 'error', `Trang ${page}`, words)
        : sectionFinding('text-characters', 'error', section, words),
    ];
  });
};

/**
 * `text-characters`: control characters and letters the font does not have (errors), and letters
 * put together from parts (a warning; the program itself writes them whole).
 */
export const checkTextCharacters = (
  proposal: Proposal,
  template: Template,
  pageList: PageList,
): Finding[] => [
  ...template.sections.flatMap((section) =>
    sectionTexts(section, proposal.values[section.id]).flatMap(({ field, text }) =>
      textFindings(section, field, text),
    ),
  ),
  ...missingGlyphs(template, pageList),
];
