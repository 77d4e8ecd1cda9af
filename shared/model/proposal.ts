import { z } from 'zod';
import { styleSchema } from './style';
import type { SectionValue } from './values';

export const PROPOSAL_FORMAT = 'ban-de-xuat/proposal';
export const PROPOSAL_VERSION = 1;

/**
 * The outer shape of a proposal file. The values are checked against the kinds of the template's
 * sections by `parseProposal`, because only the template knows which kind each section has.
 */
export const proposalEnvelopeSchema = z.strictObject({
  format: z.literal(PROPOSAL_FORMAT),
  version: z.literal(PROPOSAL_VERSION),
  call: z.string().min(1),
  template: z.string().min(1),
  style: styleSchema.optional(),
  values: z.record(z.string(), z.unknown()),
});

export interface Proposal {
  readonly format: typeof PROPOSAL_FORMAT;
  readonly version: typeof PROPOSAL_VERSION;
  readonly call: string;
  readonly template: string;
  readonly style: z.infer<typeof styleSchema>;
  /** Only sections of the template; a section nobody has answered may be missing. */
  readonly values: Readonly<Record<string, SectionValue>>;
}
