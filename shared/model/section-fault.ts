import { err, type Failure, failure, type Result } from '../base';
import { markTypes } from './rich-text';
import { sectionPlace } from './section-place';
import { type ShapeFault, shapeFaults } from './shape-faults';
import type { TemplateSection } from './template';
import { type SectionKind, type SectionValue, valueSchemas } from './values';

const KIND_WORDS: Readonly<Record<SectionKind, string>> = {
  text: 'một chuỗi chữ',
  richText: 'một văn bản định dạng (mục “doc”) hoặc một chuỗi Markdown',
  duration: 'thời gian dạng {"from": "2023-07", "to": "2024-12", "months": 18}',
  money: 'số tiền dạng {"total": …, "state": …, "matching": …}',
  organisation: 'thông tin đơn vị dạng {"name", "address", "contact"}',
  attachments: 'một danh sách chuỗi chữ',
};

const jsonKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'một danh sách';
  if (typeof value === 'string') return 'một chuỗi chữ';
  if (typeof value === 'number') return 'một con số';
  if (typeof value === 'boolean') return 'true/false';
  return 'một cấu trúc khác';
};

const hasFormOf = (kind: SectionKind, value: unknown): boolean => {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'attachments') return Array.isArray(value);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

/** What stands at a place such as 'content[2].marks[0].type'. */
const valueAt = (value: unknown, place: string): unknown =>
  place
    .split(/[.[\]]+/u)
    .filter((step) => step !== '')
    .reduce<unknown>((part, step) => {
      if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
      return (part as Record<string, unknown>)[step];
    }, value);

const NODE_WORDS = 'đoạn, danh sách, bảng và ngắt dòng';
const MARK_WORDS = markTypes.join(', ');

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const richTextFault = (value: unknown, { where, sentence }: ShapeFault): Fault => {
  const named = valueAt(value, where);
  if (where.endsWith('.type') && typeof named === 'string') {
    return /marks\[\d+\]\.type$/u.test(where)
      ? {
          code: 'unknown-mark',
          message: `Kiểu chữ “${named}” không có trong chương trình.`,
          hint: `Hãy bỏ kiểu chữ này; dùng được: ${MARK_WORDS}.`,
        }
      : {
          code: 'unknown-node',
          message: `Thành phần “${named}” không dùng được ở chỗ này.`,
          hint: `Hãy bỏ hoặc viết lại bằng ${NODE_WORDS}.`,
        };
  }
  if (where.endsWith('attrs') && sentence.startsWith('Có mục lạ')) {
    return {
      code: 'unknown-attribute',
      message: `Thuộc tính không có trong chương trình. ${sentence}`,
      hint: 'Hãy bỏ thuộc tính đó khỏi tệp.',
    };
  }
  return { code: 'proposal-shape', message: sentence, hint: 'Hãy sửa chỗ đã nêu trong tệp.' };
};

/** The first fault of a value that does not fit its section's kind, told at its place. */
export const sectionFault = (
  section: TemplateSection,
  value: unknown,
  faults: readonly ShapeFault[],
): Failure => {
  const place = `values.${section.id}`;
  const told = (fault: Fault, path: string): Failure =>
    failure(fault.code, fault.message, {
      where: `${sectionPlace(section)} (${path})`,
      hint: fault.hint,
    });
  if (!hasFormOf(section.kind, value)) {
    return told(
      {
        code: 'wrong-kind',
        message: `Mục ${section.numeral} cần ${KIND_WORDS[section.kind]}, nhưng tệp ghi ${jsonKind(value)}.`,
        hint: 'Hãy ghi lại giá trị của mục này đúng dạng.',
      },
      place,
    );
  }
  const [first = { where: '', sentence: 'Giá trị không hợp lệ.' }] = faults;
  const path = first.where === '' ? place : `${place}.${first.where}`;
  if (section.kind === 'richText') return told(richTextFault(value, first), path);
  return told(
    {
      code: 'proposal-shape',
      message: first.sentence,
      hint: `Mục ${section.numeral} cần ${KIND_WORDS[section.kind]}.`,
    },
    path,
  );
};

/** A value in the shape of the section's kind, or what is wrong with it and where. */
export const parseSectionValue = (
  section: TemplateSection,
  value: unknown,
): Result<SectionValue> => {
  const parsed = valueSchemas[section.kind].safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return err(sectionFault(section, value, shapeFaults(parsed.error)));
};
