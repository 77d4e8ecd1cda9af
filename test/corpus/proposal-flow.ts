import exampleJson from '../../assets/examples/de-xuat-mau.json';
import templateJson from '../../assets/templates/hp-2023-bdx.json';
import { type Flow, type Proposal, templateSchema } from '../../shared/model';
import { proposalFlow } from '../../shared/templates';
import { corpusProposal } from './corpus-proposal';

/** From this seed on documents are proposals on the form of Hải Phòng, from their words to the flow. */
export const PROPOSAL_SEEDS = 80_000;

const template = templateSchema.parse(templateJson);
const example = { ...(exampleJson as object), style: template.typography.style } as Proposal;

export const proposalCorpusFlow = (seed: number): Flow =>
  proposalFlow(corpusProposal(seed, template, example), template);
