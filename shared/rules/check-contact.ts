import type { Finding, OrganisationValue, Proposal, Template, TemplateSection } from '../model';
import { sectionFinding } from './proposal-finding';

/** Several in one field are separated as people do it: by comma, semicolon, stroke or 'hoặc'. */
const parts = (text: string): string[] =>
  text
    .split(/[,;/]|\shoặc\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const EMAIL =
  /^[\p{L}\p{N}!#$%&'*+=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+=?^_`{|}~-]+)*@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u;

/** Mobile and landline of Vietnam with or without the country's code, and service numbers. */
const PHONE = /^(?:(?:\+?84|0)[1-9]\d{8,9}|1[89]00\d{4,6})$/u;

const isPhone = (text: string): boolean =>
  PHONE.test(
    text
      .replace(/\(?\s*(?:máy lẻ|số lẻ|ext\.?)\s*\d+\s*\)?$/iu, '')
      .replace(/^(\+?84)[\s.-]*\(0\)/u, '$1')
      .replace(/[\s.\-()]/gu, ''),
  );

const CHECKS = [
  {
    code: 'contact-phone',
    field: { name: 'contact.phone', words: 'điện thoại' },
    read: (value: OrganisationValue) => value.contact.phone,
    fits: isPhone,
    missing: 'Chưa ghi số điện thoại của đầu mối liên hệ.',
    wrong: (text: string) => `“${text}” không phải số điện thoại dùng được ở Việt Nam.`,
    hint: 'Hãy ghi số có đủ mã vùng hoặc đầu số, ví dụ 0904 123 456 hoặc 0225 3123 456.',
  },
  {
    code: 'contact-email',
    field: { name: 'contact.email', words: 'email' },
    read: (value: OrganisationValue) => value.contact.email,
    fits: (text: string) => EMAIL.test(text),
    missing: 'Chưa ghi địa chỉ email của đầu mối liên hệ.',
    wrong: (text: string) => `“${text}” không đúng dạng địa chỉ email.`,
    hint: 'Hãy ghi dạng ten@donvi.vn, không có dấu cách.',
  },
] as const;

const contactFindings = (section: TemplateSection, value: OrganisationValue): Finding[] =>
  CHECKS.flatMap(({ code, field, read, fits, missing, wrong, hint }) => {
    const given = parts(read(value));
    const odd = given.find((text) => !fits(text));
    if (given.length > 0 && odd === undefined) return [];
    const message = odd === undefined ? missing : wrong(odd);
    return [sectionFinding(code, 'error', section, { message, hint }, field)];
  });

/** `contact-phone`, `contact-email`: missing, or such that nobody can be reached by it. */
export const checkContact = (proposal: Proposal, template: Template): Finding[] =>
  template.sections
    .filter(({ kind, required }) => kind === 'organisation' && required)
    .flatMap((section) => {
      const value = proposal.values[section.id] as OrganisationValue | undefined;
      const none = {
        name: '',
        address: '',
        contact: { name: '', position: '', phone: '', email: '' },
      };
      return contactFindings(section, value ?? none);
    });
