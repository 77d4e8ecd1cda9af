import {
  type Finding,
  isAnswered,
  type OrganisationValue,
  type Proposal,
  type Template,
  type TemplateSection,
} from '../model';
import { sectionFinding } from './proposal-finding';

const FIELDS = [
  { name: 'name', words: 'tên tổ chức/cá nhân', read: (value: OrganisationValue) => value.name },
  { name: 'address', words: 'địa chỉ', read: (value: OrganisationValue) => value.address },
  {
    name: 'contact.name',
    words: 'họ và tên đầu mối liên hệ',
    read: (value: OrganisationValue) => value.contact.name,
  },
] as const;

const organisationGaps = (section: TemplateSection, value: OrganisationValue): Finding[] =>
  FIELDS.filter(({ read }) => read(value).trim() === '').map(({ name, words }) =>
    sectionFinding(
      'section-missing',
      'error',
      section,
      {
        message: `Mục ${section.numeral} chưa ghi ${words}.`,
        hint: 'Hãy điền ô này, hoặc chọn hồ sơ đơn vị đã lưu.',
      },
      { name, words },
    ),
  );

/** `section-missing`: a required part of the form has no answer, or lacks what it cannot do without. */
export const checkMissingSections = (proposal: Proposal, template: Template): Finding[] =>
  template.sections
    .filter(({ required }) => required)
    .flatMap((section) => {
      const value = proposal.values[section.id];
      if (!isAnswered(value)) {
        return [
          sectionFinding('section-missing', 'error', section, {
            message: `Mục ${section.numeral} chưa có nội dung.`,
            hint: 'Hãy viết mục này; bản đề xuất thiếu mục theo mẫu có thể bị trả lại.',
          }),
        ];
      }
      return section.kind === 'organisation'
        ? organisationGaps(section, value as OrganisationValue)
        : [];
    });
