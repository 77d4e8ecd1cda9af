import { create } from 'zustand';
import type { Finding } from '../../shared/model';
import { PROPOSAL_FORMAT, PROPOSAL_VERSION, type Proposal } from '../../shared/model';
import { checkProposal } from '../../shared/rules';
import { useOpenProposal } from './open-proposal';
import { usePageCount } from './page-count';

interface Checks {
  readonly findings: readonly Finding[];
  /** False until the first check of an opened proposal. */
  readonly checked: boolean;
}

export const useChecks = create<Checks>(() => ({ findings: [], checked: false }));

const QUIET_MS = 500;

/** Checks what is on the screen now, not what is on the disk. */
export const runChecks = (): readonly Finding[] => {
  const { phase, record, template, values, style } = useOpenProposal.getState();
  const { pageList } = usePageCount.getState();
  if (phase !== 'open' || record === null || template === null || style === null) return [];
  if (pageList === null) return useChecks.getState().findings;
  const proposal: Proposal = {
    format: PROPOSAL_FORMAT,
    version: PROPOSAL_VERSION,
    call: record.callId,
    template: record.templateId,
    style,
    values,
  };
  const findings = checkProposal(proposal, template, pageList);
  useChecks.setState({ findings, checked: true });
  return findings;
};

/** Checks again when typing pauses or the pages change. */
export const followChecks = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(runChecks, QUIET_MS);
  };
  const stopProposal = useOpenProposal.subscribe((now, before) => {
    if (now.record !== before.record) useChecks.setState({ findings: [], checked: false });
    if (now.values !== before.values || now.style !== before.style) later();
  });
  const stopPages = usePageCount.subscribe((now, before) => {
    if (now.pageList !== before.pageList) later();
  });
  return () => {
    if (timer !== null) clearTimeout(timer);
    stopProposal();
    stopPages();
  };
};

export const countFindings = (
  findings: readonly Finding[],
): Record<Finding['severity'], number> => {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};
