import { err, ok, type Result } from '../../shared/base';
import type { IpcFailure } from '../../shared/ipc';
import { type SectionValue, type TemplateSection, valueSchemas } from '../../shared/model';
import { nfcTexts } from './nfc-texts';

/** Some hundred pages. Nobody types that much; a value beyond it would only make the program slow. */
const MOST_CHARACTERS = 2_000_000;
const MOST_PARTS = 500_000;
const DEEPEST = 100;

const invalid = (section: TemplateSection, where: string): IpcFailure => ({
  code: 'invalid-value',
  message: `Phần ${section.numeral} chưa ghi được vì nội dung không đúng dạng của phần này.`,
  where: where === '' ? section.heading : `${section.heading} (${where})`,
  hint: 'Hãy hoàn tác thay đổi cuối cùng (Ctrl+Z) rồi nhập lại.',
});

const tooLarge = (section: TemplateSection): IpcFailure => ({
  code: 'too-large',
  message: `Phần ${section.numeral} quá dài nên chưa ghi được.`,
  where: section.heading,
  hint: 'Hãy bỏ bớt nội dung của phần này; một bản đề xuất chỉ có vài trang.',
});

/** Walks without recursion: the value comes from outside and may be nested to any depth. */
const isReasonable = (value: unknown): boolean => {
  const open: { readonly part: unknown; readonly depth: number }[] = [{ part: value, depth: 0 }];
  let characters = 0;
  let parts = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, depth } = next;
    parts += 1;
    if (typeof part === 'string') characters += part.length;
    if (depth > DEEPEST || parts > MOST_PARTS || characters > MOST_CHARACTERS) return false;
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) {
      characters += key.length;
      open.push({ part: inner, depth: depth + 1 });
    }
  }
  return true;
};

/** The value in the shape of the section's kind and in NFC, or why it is not kept. */
export const checkSectionValue = (
  section: TemplateSection,
  value: unknown,
): Result<SectionValue, IpcFailure> => {
  if (!isReasonable(value)) return err(tooLarge(section));
  const parsed = valueSchemas[section.kind].safeParse(value);
  if (parsed.success) return ok(nfcTexts(parsed.data));
  return err(invalid(section, parsed.error.issues[0]?.path.map(String).join('.') ?? ''));
};
