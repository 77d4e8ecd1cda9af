import type { ProposalRecord } from '../../shared/ipc';
import {
  PROPOSAL_FORMAT,
  PROPOSAL_VERSION,
  type Proposal,
  type SectionValue,
} from '../../shared/model';

/** A stored proposal as the data that forms and checks work on. */
export const proposalOf = (record: ProposalRecord): Proposal => ({
  format: PROPOSAL_FORMAT,
  version: PROPOSAL_VERSION,
  call: record.callId,
  template: record.templateId,
  style: record.style,
  // Each value was checked against its section when it was written.
  values: record.values as Readonly<Record<string, SectionValue>>,
});
