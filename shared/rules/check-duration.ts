import { monthNumber, monthsBetween, vietnameseNumber } from '../base';
import {
  type DurationValue,
  type Finding,
  isAnswered,
  type Proposal,
  type Template,
  type TemplateSection,
} from '../model';
import { sectionFinding } from './proposal-finding';

const WORDS = {
  from: 'tháng bắt đầu',
  to: 'tháng kết thúc',
  months: 'số tháng',
} as const;
type Field = keyof typeof WORDS;

const isCount = (months: number): boolean => Number.isInteger(months) && months >= 1;

const durationFindings = (section: TemplateSection, value: DurationValue): Finding[] => {
  const { months } = value;
  const at = (name: Field, severity: Finding['severity'], message: string, hint: string): Finding =>
    sectionFinding(
      'duration-form',
      severity,
      section,
      { message, hint },
      { name, words: WORDS[name] },
    );
  const ends = (['from', 'to'] as const).map((name) => {
    const text = value[name] ?? '';
    return { name, text, month: monthNumber(text) };
  });
  const findings = ends.flatMap(({ name, text, month }) => {
    if (text === '') {
      return [
        at(name, 'warning', `Chưa ghi ${WORDS[name]}.`, 'Hãy chọn tháng và năm, ví dụ 07/2023.'),
      ];
    }
    if (month !== null) return [];
    return [
      at(
        name,
        'error',
        `“${text}” không phải một tháng có thật.`,
        'Hãy ghi tháng và năm, ví dụ 07/2023.',
      ),
    ];
  });
  if (months === null) {
    findings.push(at('months', 'warning', 'Chưa ghi số tháng thực hiện.', 'Hãy ghi số tháng.'));
  } else if (!isCount(months)) {
    findings.push(
      at(
        'months',
        'error',
        `Số tháng ${vietnameseNumber(months)} không phải số nguyên dương.`,
        'Hãy ghi số tháng là số nguyên từ 1 trở lên.',
      ),
    );
  }
  const [from, to] = ends.map(({ month }) => month);
  if (from === null || from === undefined || to === null || to === undefined) return findings;
  if (to < from) {
    const hint = 'Hãy sửa một trong hai tháng.';
    return [...findings, at('to', 'error', 'Tháng kết thúc đứng trước tháng bắt đầu.', hint)];
  }
  const span = monthsBetween(from, to);
  if (months !== null && isCount(months) && months !== span) {
    findings.push(
      at(
        'months',
        'error',
        `Ghi ${vietnameseNumber(months)} tháng, nhưng từ tháng bắt đầu đến hết tháng kết thúc là ${span} tháng.`,
        'Hãy sửa số tháng hoặc sửa hai mốc cho khớp; tính cả tháng đầu và tháng cuối.',
      ),
    );
  }
  return findings;
};

/** `duration-form`: months that are none, ends in the wrong order, a count that does not fit them. */
export const checkDuration = (proposal: Proposal, template: Template): Finding[] =>
  template.sections
    .filter(({ kind }) => kind === 'duration')
    .flatMap((section) => {
      const value = proposal.values[section.id] as DurationValue | undefined;
      // A section nobody has begun is `section-missing`.
      if (value === undefined || !isAnswered(value)) return [];
      return durationFindings(section, value);
    });
