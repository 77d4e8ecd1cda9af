import { dayNumber, shortDate } from '../base';
import type { Finding, Pack } from '../model';

/** Ids already in the program, against which a pack's pointers are looked up. */
export interface KnownIds {
  readonly references: ReadonlySet<string>;
  readonly templates: ReadonlySet<string>;
}

const finding = (
  code: string,
  severity: Finding['severity'],
  where: string,
  message: string,
  hint: string,
): Finding => ({ code, severity, where, message, hint, section: null, field: null });

const validityFindings = (pack: Pack, today: string): Finding[] => {
  const where = `Gói “${pack.title}”`;
  if (pack.validTo !== null && pack.validTo < today) {
    return [
      finding(
        'pack-expired',
        'warning',
        where,
        `Gói chỉ dùng đến ngày ${shortDate(dayNumber(pack.validTo))}, đã quá hạn.`,
        'Hãy hỏi nơi phát hành xem có gói mới hơn không.',
      ),
    ];
  }
  if (pack.validFrom !== null && pack.validFrom > today) {
    return [
      finding(
        'pack-early',
        'advice',
        where,
        `Gói dùng từ ngày ${shortDate(dayNumber(pack.validFrom))}, chưa đến hạn.`,
        'Vẫn có thể nạp để xem trước.',
      ),
    ];
  }
  return [];
};

/**
 * What a person should know about a pack that reads well, before importing it: `pack-expired`,
 * `pack-early`, `pack-empty`, `pack-reference`, `pack-template`. `today` is 'YYYY-MM-DD'.
 */
export const reviewPack = (pack: Pack, today: string, known: KnownIds): Finding[] => {
  const findings = validityFindings(pack, today);
  const { calls, references, programmes, calendarYears, staleFacts, templates } = pack;
  const lists = [calls, references, programmes, calendarYears, staleFacts, templates];
  if (lists.every((list) => list.length === 0)) {
    findings.push(
      finding(
        'pack-empty',
        'warning',
        `Gói “${pack.title}”`,
        'Gói không chứa đợt kêu gọi, văn bản, chương trình, bảng ngày nghỉ hay mẫu nào.',
        'Hãy kiểm tra xem có chọn nhầm tệp không.',
      ),
    );
  }
  const referenceIds = new Set([...known.references, ...references.map(({ id }) => id)]);
  const templateIds = new Set([...known.templates, ...templates.map(({ id }) => id)]);
  const pointAt = (where: string, reference: string): void => {
    if (referenceIds.has(reference)) return;
    findings.push(
      finding(
        'pack-reference',
        'warning',
        where,
        `Dẫn văn bản “${reference}” không có trong gói và chưa có trong chương trình.`,
        'Vẫn nạp được; chỗ dẫn sẽ không mở được cho đến khi có bản ghi văn bản đó.',
      ),
    );
  };
  for (const call of calls) {
    const where = `Đợt kêu gọi “${call.title}”`;
    for (const { reference } of call.references) pointAt(where, reference);
    const forms = call.dossier?.documents.map(({ form }) => form.template) ?? [];
    for (const template of new Set([...call.templates, ...forms])) {
      if (template === null || templateIds.has(template)) continue;
      findings.push(
        finding(
          'pack-template',
          'warning',
          where,
          `Dùng mẫu “${template}” không có trong gói và chưa có trong chương trình.`,
          'Hãy xin thêm gói chứa mẫu đó; khi chưa có thì chưa soạn được hồ sơ cho đợt này.',
        ),
      );
    }
  }
  for (const programme of programmes) {
    pointAt(`Chương trình “${programme.title}”`, programme.reference);
  }
  for (const reference of references) {
    const where = `Văn bản “${reference.number ?? reference.title ?? reference.id}”`;
    for (const next of reference.replacedBy) pointAt(where, next.reference);
    for (const amended of reference.amends) pointAt(where, amended);
  }
  return findings;
};
