import { ok, type Result } from '../../shared/base';
import {
  type Proposal,
  type ProposalReading,
  readProposalJson,
  type Template,
} from '../../shared/model';
import { markdownToRichText } from '../import';
import type { Surroundings } from './command';
import { readText } from './read-text';

export interface ReadProposal {
  readonly proposal: Proposal;
  readonly template: Template;
}

type Leniency = Pick<ProposalReading, 'illegalStyle' | 'keepSpelling'>;

/** A proposal from a file or standard input, with its form. */
export const readProposal = async (
  name: string,
  around: Surroundings,
  leniency: Leniency = {},
): Promise<Result<ReadProposal>> => {
  const text = await readText(name, around);
  if (!text.ok) return text;
  const { calls, templates } = around.data;
  const proposal = readProposalJson(text.value, {
    calls,
    templates,
    fromMarkdown: markdownToRichText,
    ...leniency,
  });
  if (!proposal.ok) return proposal;
  const template = templates.find(({ id }) => id === proposal.value.template);
  if (template === undefined) throw new Error('a proposal that was read names a known form');
  return ok({ proposal: proposal.value, template });
};
