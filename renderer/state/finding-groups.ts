import type { Finding } from '../../shared/model';

/**
 * Findings as the person meets them. What is wrong in a part that nobody has begun is not a mistake
 * yet: red from the first minute teaches people to overlook red. It is told apart, and still told.
 */
export interface FindingGroups {
  readonly error: readonly Finding[];
  readonly missing: readonly Finding[];
  readonly warning: readonly Finding[];
  readonly advice: readonly Finding[];
}

export type FindingGroup = keyof FindingGroups;

export const groupFindings = (
  findings: readonly Finding[],
  emptyParts: ReadonlySet<string>,
): FindingGroups => {
  const isMissing = ({ severity, section }: Finding): boolean =>
    severity === 'error' && section !== null && emptyParts.has(section);
  const of = (group: Finding['severity']): Finding[] =>
    findings.filter((finding) => finding.severity === group && !isMissing(finding));
  return {
    error: of('error'),
    missing: findings.filter(isMissing),
    warning: of('warning'),
    advice: of('advice'),
  };
};

/** Parts without an answer, of those that need one. */
export const missingParts = ({ missing }: FindingGroups): number =>
  new Set(missing.map(({ section }) => section)).size;
