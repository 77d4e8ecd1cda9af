import type { Finding, SectionValue, TemplateSection } from '../../shared/model';
import { isEmptySection } from './section-text';

/** The dot in the outline. */
export type SectionStatus = 'empty' | 'writing' | 'done' | 'error';

const DATA_KINDS: readonly TemplateSection['kind'][] = ['duration', 'money', 'organisation'];

/** Only fields can be known to be complete; whether a text is finished, its writer knows. */
const isComplete = (section: TemplateSection, value: SectionValue): boolean =>
  DATA_KINDS.includes(section.kind) && !hasGap(value);

const hasGap = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([key, part]) => key !== 'taxCode' && hasGap(part)));

/**
 * An unanswered part is "empty", not wrong: red from the first minute teaches people to overlook
 * red. So a finding that only says "missing" counts once something is written.
 */
export const sectionStatus = (
  section: TemplateSection,
  value: SectionValue | undefined,
  findings: readonly Finding[],
): SectionStatus => {
  if (value === undefined) return 'error';
  if (isEmptySection(section, value)) return 'empty';
  const wrong = findings.some(
    (finding) => finding.section === section.id && finding.severity === 'error',
  );
  if (wrong) return 'error';
  return isComplete(section, value) ? 'done' : 'writing';
};
