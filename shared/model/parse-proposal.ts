import { err, failure, ok, type Result, vietnameseNumber } from '../base';
import type { Call } from './call';
import { plainSize } from './plain-size';
import {
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  proposalEnvelopeSchema,
} from './proposal';
import type { RichTextDoc } from './rich-text';
import { parseSectionValue } from './section-fault';
import { sectionPlace } from './section-place';
import { shapeFaults } from './shape-faults';
import type { Style } from './style';
import { isDrawable, styleFaults } from './style-faults';
import { MOST_TABLE_COLUMNS, overwideTable } from './table-columns';
import type { Template, TemplateSection } from './template';
import type { SectionValue } from './values';

/** What a proposal file is read against, and how strictly. */
export interface ProposalReading {
  readonly calls: readonly Pick<Call, 'id'>[];
  readonly templates: readonly Template[];
  /** Turns a Markdown string in a rich-text section into a document; without it that is a wrong kind. */
  readonly fromMarkdown?: (text: string) => Result<RichTextDoc>;
  /** `report`: a style outside the legal ranges is left for the check `style-range` to tell. */
  readonly illegalStyle?: 'refuse' | 'report';
  /** True: texts keep the spelling of the file, for the check `text-characters`; else NFC. */
  readonly keepSpelling?: boolean;
}

/** Far beyond a proposal of five pages, and what the page engine still lays out in a blink or two. */
export const PROPOSAL_LIMITS = { depth: 100, parts: 500_000, characters: 5_000_000 } as const;

const nfcDeep = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(nfcDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, nfcDeep(part)]));
};

const sizeFailure = (value: unknown): Result<never> | null => {
  const { depth, parts, characters, hasPrototypeKey } = plainSize(value, PROPOSAL_LIMITS);
  if (depth > PROPOSAL_LIMITS.depth) {
    return err(
      failure('too-deep', `Nội dung lồng nhau quá ${PROPOSAL_LIMITS.depth} tầng.`, {
        hint: 'Hãy bỏ bớt các danh sách, bảng lồng trong nhau rồi thử lại.',
      }),
    );
  }
  if (parts > PROPOSAL_LIMITS.parts || characters > PROPOSAL_LIMITS.characters) {
    const most = vietnameseNumber(PROPOSAL_LIMITS.characters);
    return err(
      failure('too-large', `Bản đề xuất quá lớn, chương trình đọc nhiều nhất ${most} ký tự.`, {
        hint: 'Hãy kiểm tra xem có chọn nhầm tệp không; một bản đề xuất chỉ có vài trang.',
      }),
    );
  }
  if (hasPrototypeKey) {
    return err(
      failure('proposal-shape', 'Tệp có mục mang tên “__proto__”, tên này không được dùng.', {
        where: '__proto__',
        hint: 'Hãy bỏ mục đó; tệp có thể đã bị sửa với ý xấu.',
      }),
    );
  }
  return null;
};

const headFailure = (value: unknown): Result<never> | null => {
  const head = typeof value === 'object' && value !== null ? value : {};
  const { format, version } = head as { format?: unknown; version?: unknown };
  if (format !== PROPOSAL_FORMAT) {
    return err(
      failure('proposal-format', 'Đây không phải bản đề xuất của chương trình.', {
        where: 'format',
        hint: `Mục format của tệp phải là “${PROPOSAL_FORMAT}”. Lệnh new in ra một bản trống đúng mẫu.`,
      }),
    );
  }
  if (typeof version === 'number' && version > PROPOSAL_VERSION) {
    return err(
      failure(
        'proposal-newer',
        `Bản đề xuất viết theo phiên bản ${version}, chương trình này đọc được đến phiên bản ${PROPOSAL_VERSION}.`,
        { where: 'version', hint: 'Hãy cập nhật chương trình rồi mở lại.' },
      ),
    );
  }
  return null;
};

const idList = (all: readonly { readonly id: string }[]): string =>
  all.map(({ id }) => id).join(', ');

/** The document of a section whose value the file gives as Markdown. */
const markdownValue = (
  section: TemplateSection,
  text: string,
  fromMarkdown: (text: string) => Result<RichTextDoc>,
): Result<SectionValue> => {
  const read = fromMarkdown(text);
  if (read.ok) return read;
  const { code, message, where, hint } = read.error;
  const place = [`values.${section.id}`, where].filter((part) => part !== undefined).join(', ');
  return err(
    failure(code, message, {
      where: `${sectionPlace(section)} (${place})`,
      ...(hint === undefined ? {} : { hint }),
    }),
  );
};

const overwide = (section: TemplateSection, columns: number): Result<never> =>
  err(
    failure(
      'table-columns',
      `Bảng có ${vietnameseNumber(columns)} cột, Word mở được nhiều nhất ${MOST_TABLE_COLUMNS} cột.`,
      {
        where: `${sectionPlace(section)} (values.${section.id})`,
        hint: 'Hãy bớt cột hoặc tách bảng làm hai.',
      },
    ),
  );

const readValues = (
  values: Readonly<Record<string, unknown>>,
  template: Template,
  { fromMarkdown }: ProposalReading,
): Result<Record<string, SectionValue>> => {
  const read: [string, SectionValue][] = [];
  for (const [id, value] of Object.entries(values)) {
    const section = template.sections.find((one) => one.id === id);
    if (section === undefined) {
      return err(
        failure('unknown-section', `Mẫu “${template.id}” không có mục “${id}”.`, {
          where: `values.${id}`,
          hint: `Các mục của mẫu: ${idList(template.sections)}.`,
        }),
      );
    }
    // Nobody has answered: as good as a section that is left out.
    if (value === null) continue;
    const parsed =
      section.kind === 'richText' && typeof value === 'string' && fromMarkdown !== undefined
        ? markdownValue(section, value, fromMarkdown)
        : parseSectionValue(section, value);
    if (!parsed.ok) return parsed;
    const columns =
      section.kind === 'richText'
        ? overwideTable((parsed.value as RichTextDoc).content ?? [])
        : null;
    if (columns !== null) return overwide(section, columns);
    read.push([id, parsed.value]);
  }
  return ok(Object.fromEntries(read));
};

const readStyle = (
  style: Style | undefined,
  template: Template,
  { illegalStyle = 'refuse' }: ProposalReading,
): Result<Style> => {
  const { ranges, style: own } = template.typography;
  if (style === undefined) return ok({ ...own, margins: { ...own.margins } });
  const [fault] = styleFaults(style, ranges);
  if (fault === undefined) return ok(style);
  if (illegalStyle === 'report' && isDrawable(style)) return ok(style);
  return err(
    failure('style-range', fault.sentence, {
      where: `style.${fault.field}`,
      hint: 'Hãy sửa con số vào trong khoảng, hoặc bỏ mục style để dùng kiểu của mẫu.',
    }),
  );
};

/**
 * A proposal as a file holds it, against its form. The first fault is told with its place: codes
 * `too-deep`, `too-large`, `proposal-format`, `proposal-newer`, `proposal-shape`, `unknown-call`,
 * `unknown-template`, `unknown-section`, `wrong-kind`, `unknown-node`, `unknown-mark`,
 * `unknown-attribute`, `table-columns`, `style-range`, and those of `fromMarkdown`. Nothing is dropped in silence.
 */
export const parseProposal = (value: unknown, reading: ProposalReading): Result<Proposal> => {
  const early = sizeFailure(value) ?? headFailure(value);
  if (early !== null) return early;
  const envelope = proposalEnvelopeSchema.safeParse(value);
  if (!envelope.success) {
    const [fault = { where: '', sentence: 'Tệp sai khuôn.' }] = shapeFaults(envelope.error);
    return err(
      failure('proposal-shape', fault.sentence, {
        where: fault.where === '' ? 'ngoài cùng của tệp' : fault.where,
        hint: 'Hãy sửa chỗ đã nêu trong tệp rồi thử lại.',
      }),
    );
  }
  const { call, template: templateId, style, values } = envelope.data;
  if (!reading.calls.some(({ id }) => id === call)) {
    return err(
      failure('unknown-call', `Không có đợt kêu gọi “${call}”.`, {
        where: 'call',
        hint: `Các đợt đang có: ${idList(reading.calls)}.`,
      }),
    );
  }
  const template = reading.templates.find(({ id }) => id === templateId);
  if (template === undefined) {
    return err(
      failure('unknown-template', `Không có mẫu “${templateId}”.`, {
        where: 'template',
        hint: `Các mẫu đang có: ${idList(reading.templates)}.`,
      }),
    );
  }
  const readableStyle = readStyle(style, template, reading);
  if (!readableStyle.ok) return readableStyle;
  const spelled = reading.keepSpelling === true ? values : nfcDeep(values);
  const read = readValues(spelled as Record<string, unknown>, template, reading);
  if (!read.ok) return read;
  return ok({
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    call,
    template: templateId,
    style: readableStyle.value,
    values: read.value,
  });
};
