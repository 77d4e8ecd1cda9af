import { err, failure, ok, type Result } from '../base';
import { PACK_FORMAT, PACK_VERSION, type Pack, packListNames, packLists, packSchema } from './pack';
import { type ShapeFault, shapeFaults } from './shape-faults';

/** Far above any honest pack (the shipped one has some 200,000 characters). */
export const PACK_MAX_CHARACTERS = 5_000_000;
const MAX_DEPTH = 40;
/** Names through which careless code reaches an object's prototype. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const UNTOUCHED = 'Chưa có gì được nạp vào chương trình.';

const refuse = (code: string, message: string, hint: string, where?: string): Result<never> =>
  err(
    failure(code, `${message} ${UNTOUCHED}`, { hint, ...(where === undefined ? {} : { where }) }),
  );

/** Deepest nesting of a JSON text, found without parsing it: parsing is what a bomb is aimed at. */
const depthOf = (json: string): number => {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
};

interface Fault {
  readonly where: string;
  readonly what: 'key' | 'control';
}

const isControl = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09 && code !== 0x0a) || code === 0x7f) return true;
  }
  return false;
};

/** Copies a parsed JSON value with every text in NFC; reports the first forbidden thing. */
const clean = (value: unknown, where: string): { value: unknown; fault: Fault | null } => {
  if (typeof value === 'string') {
    if (isControl(value)) return { value, fault: { where, what: 'control' } };
    return { value: value.normalize('NFC'), fault: null };
  }
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const cleaned = clean(item, `${where}[${index}]`);
      if (cleaned.fault !== null) return cleaned;
      copy.push(cleaned.value);
    }
    return { value: copy, fault: null };
  }
  if (typeof value === 'object' && value !== null) {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const place = where === '' ? key : `${where}.${key}`;
      if (FORBIDDEN_KEYS.has(key)) return { value, fault: { where: place, what: 'key' } };
      const cleaned = clean(item, place);
      if (cleaned.fault !== null) return cleaned;
      copy[key.normalize('NFC')] = cleaned.value;
    }
    return { value: copy, fault: null };
  }
  return { value, fault: null };
};

const faultSentence = ({ where, sentence }: ShapeFault): string =>
  `${where === '' ? 'ngoài cùng' : where}: ${sentence.replace(/\.$/u, '')}`;

const duplicateIn = (pack: Pack): string | null => {
  for (const list of packListNames) {
    const seen = new Set<string>();
    for (const { id } of pack[list]) {
      if (seen.has(id)) return `${packLists[list]} “${id}”`;
      seen.add(id);
    }
  }
  return null;
};

/**
 * Reads the text of a pack file. Refuses whole: `pack-size`, `pack-depth`, `pack-json`,
 * `pack-format`, `pack-newer`, `pack-key`, `pack-characters`, `pack-shape`, `pack-duplicate`,
 * `pack-validity`. Every text of the result is NFC.
 */
export const parsePack = (text: string): Result<Pack> => {
  if (text.length > PACK_MAX_CHARACTERS) {
    return refuse(
      'pack-size',
      `Tệp quá lớn: ${text.length} ký tự, gói dữ liệu dài nhất ${PACK_MAX_CHARACTERS} ký tự.`,
      'Hãy kiểm tra xem có chọn nhầm tệp không, hoặc xin lại gói từ nơi phát hành.',
    );
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (depthOf(json) > MAX_DEPTH) {
    return refuse(
      'pack-depth',
      `Tệp lồng nhau quá ${MAX_DEPTH} tầng, không phải gói dữ liệu của chương trình.`,
      'Hãy xin lại gói từ nơi phát hành.',
    );
  }
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return refuse(
      'pack-json',
      'Tệp không phải JSON đúng cú pháp, có thể bị cắt cụt khi chép.',
      'Hãy chép lại tệp từ nguồn, hoặc xin lại gói từ nơi phát hành.',
    );
  }
  const { format, version } =
    typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  if (format !== PACK_FORMAT) {
    return refuse(
      'pack-format',
      `Tệp không phải gói dữ liệu của chương trình (mục format phải là “${PACK_FORMAT}”).`,
      'Hãy chọn tệp gói do chương trình này kết xuất.',
      'format',
    );
  }
  if (typeof version === 'number' && version > PACK_VERSION) {
    return refuse(
      'pack-newer',
      `Gói viết theo phiên bản ${version}, chương trình này đọc được đến phiên bản ${PACK_VERSION}.`,
      'Hãy cập nhật chương trình, hoặc xin gói ở phiên bản cũ hơn.',
      'version',
    );
  }
  const cleaned = clean(raw, '');
  if (cleaned.fault !== null) {
    const { what, where } = cleaned.fault;
    return what === 'key'
      ? refuse(
          'pack-key',
          'Gói chứa tên mục không được phép.',
          'Gói có thể đã bị sửa với ý xấu; hãy xin lại từ nơi phát hành.',
          where,
        )
      : refuse(
          'pack-characters',
          'Gói chứa ký tự điều khiển không nhìn thấy được.',
          'Hãy gõ lại đoạn chữ ở chỗ đó hoặc xin lại gói từ nơi phát hành.',
          where,
        );
  }
  const parsed = packSchema.safeParse(cleaned.value);
  if (!parsed.success) {
    const faults = shapeFaults(parsed.error);
    const first = faults.slice(0, 3).map(faultSentence).join('; ');
    const more = faults.length > 3 ? `; và ${faults.length - 3} chỗ nữa` : '';
    return refuse(
      'pack-shape',
      `Gói sai khuôn ở ${first}${more}.`,
      'Hãy sửa các chỗ đã nêu rồi nạp lại.',
      faults[0]?.where,
    );
  }
  const pack = parsed.data;
  const duplicate = duplicateIn(pack);
  if (duplicate !== null) {
    return refuse(
      'pack-duplicate',
      `Gói ghi hai lần cùng một mã: ${duplicate}.`,
      'Hãy bỏ một trong hai bản ghi rồi nạp lại.',
    );
  }
  if (pack.validFrom !== null && pack.validTo !== null && pack.validTo < pack.validFrom) {
    return refuse(
      'pack-validity',
      'Ngày hết hiệu lực của gói đứng trước ngày bắt đầu.',
      'Hãy sửa validFrom và validTo rồi nạp lại.',
      'validTo',
    );
  }
  return ok(pack);
};
