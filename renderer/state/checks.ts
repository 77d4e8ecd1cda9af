import { create } from 'zustand';
import type { Finding, SectionValue, Template } from '../../shared/model';
import { PROPOSAL_FORMAT, PROPOSAL_VERSION, type Proposal } from '../../shared/model';
import { checkAgainstLibrary, checkOrientations, checkProposal } from '../../shared/rules';
import { useCompliance } from './compliance';
import { type FindingGroups, groupFindings } from './finding-groups';
import { useLibrary } from './library';
import { useOpenProposal } from './open-proposal';
import { usePageCount } from './page-count';
import { isEmptySection } from './section-text';

interface Checks {
  readonly findings: readonly Finding[];
  readonly groups: FindingGroups;
  /** False until the first check of an opened proposal. */
  readonly checked: boolean;
}

const unchecked: Checks = { findings: [], groups: groupFindings([], new Set()), checked: false };

export const useChecks = create<Checks>(() => unchecked);

const emptyParts = (
  { sections }: Template,
  values: Readonly<Record<string, SectionValue>>,
): ReadonlySet<string> =>
  new Set(
    sections
      .filter((section) => {
        const value = values[section.id];
        return value !== undefined && isEmptySection(section, value);
      })
      .map(({ id }) => id),
  );

const QUIET_MS = 500;

/** Checks what is on the screen now, not what is on the disk. */
export const runChecks = (): FindingGroups => {
  const { phase, record, template, values, style, call } = useOpenProposal.getState();
  const { pageList } = usePageCount.getState();
  if (phase !== 'open' || record === null || template === null || style === null)
    return unchecked.groups;
  if (pageList === null) return useChecks.getState().groups;
  const proposal: Proposal = {
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    call: record.callId,
    template: record.templateId,
    style,
    values,
  };
  const empty = emptyParts(template, values);
  const answered = new Set(template.sections.map(({ id }) => id).filter((id) => !empty.has(id)));
  const { compliance } = useCompliance.getState();
  const now = new Date().toISOString();
  const findings = [
    ...(call === null
      ? []
      : checkAgainstLibrary(proposal, template, call, useLibrary.getState(), now)),
    ...(call === null || compliance === null ? [] : checkOrientations(call, compliance, answered)),
    ...checkProposal(proposal, template, pageList),
  ];
  const groups = groupFindings(findings, empty);
  useChecks.setState({ findings, groups, checked: true });
  return groups;
};

/** Checks again when typing pauses or the pages change. */
export const followChecks = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(runChecks, QUIET_MS);
  };
  const stopProposal = useOpenProposal.subscribe((now, before) => {
    if (now.record !== before.record) useChecks.setState(unchecked);
    if (now.values !== before.values || now.style !== before.style) later();
  });
  const stopPages = usePageCount.subscribe((now, before) => {
    if (now.pageList !== before.pageList) later();
  });
  const stopCompliance = useCompliance.subscribe(later);
  const stopLibrary = useLibrary.subscribe(later);
  return () => {
    if (timer !== null) clearTimeout(timer);
    stopProposal();
    stopPages();
    stopCompliance();
    stopLibrary();
  };
};
