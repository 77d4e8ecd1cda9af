import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure } from '../../shared/ipc';
import {
  parseSectionValue,
  plainSize,
  type SectionValue,
  type TemplateSection,
} from '../../shared/model';
import { nfcTexts } from './nfc-texts';

/** Some hundred pages. Nobody types that much; a value beyond it would only make the program slow. */
const LIMITS = { characters: 2_000_000, parts: 500_000, depth: 100 } as const;

const invalid = (section: TemplateSection, where: string): IpcFailure => ({
  code: 'invalid-value',
  message: `Phần ${section.numeral} chưa ghi được vì nội dung không đúng dạng của phần này.`,
  where,
  hint: 'Hãy hoàn tác thay đổi cuối cùng (Ctrl+Z) rồi nhập lại.',
});

const tooLarge = (section: TemplateSection): IpcFailure => ({
  code: 'too-large',
  message: `Phần ${section.numeral} quá dài nên chưa ghi được.`,
  where: section.heading,
  hint: 'Hãy bỏ bớt nội dung của phần này; một bản đề xuất chỉ có vài trang.',
});

const isReasonable = (value: unknown): boolean => {
  const { characters, parts, depth } = plainSize(value, LIMITS);
  return characters <= LIMITS.characters && parts <= LIMITS.parts && depth <= LIMITS.depth;
};

/** The value in the shape of the section's kind and in NFC, or why it is not kept. */
export const checkSectionValue = (
  section: TemplateSection,
  value: unknown,
): Result<SectionValue, IpcFailure> => {
  if (!isReasonable(value)) return err(tooLarge(section));
  const parsed = parseSectionValue(section, value);
  if (parsed.ok) return ok(nfcTexts(parsed.value));
  return err(invalid(section, parsed.error.where ?? section.heading));
};
