import { err, ok, type Result } from '../../shared/base';
import { layoutFlow } from '../../shared/layout';
import type { Flow, PageFurniture, PageList, Proposal, Template } from '../../shared/model';
import { proposalFlow } from '../../shared/templates';
import { type ExportedPaper, type ExportFormat, exportPaper } from './export-paper';
import { type ExportFailure, refusalOf } from './refusal';

/** A proposal with all that decides how its paper looks. Plain data: it travels to a worker. */
export interface ProposalPaper {
  readonly proposal: Proposal;
  readonly template: Template;
  /** For the file's properties; left out: the title the template finds in the proposal. */
  readonly title?: string;
  /** Left out: the proposing organisation's name. */
  readonly author?: string;
  /** ISO 8601; goes into the file, so that the same request gives the same bytes. */
  readonly now: string;
}

export interface DrawRequest extends ProposalPaper {
  readonly format: ExportFormat;
  readonly furniture?: PageFurniture;
}

const organisationOf = ({ proposal, template }: ProposalPaper): string => {
  const section = template.sections.find(({ kind }) => kind === 'organisation');
  const value = section === undefined ? undefined : proposal.values[section.id];
  const named = typeof value === 'object' && value !== null && 'name' in value;
  return named && typeof value.name === 'string' ? value.name.normalize('NFC') : '';
};

const layOut = (paper: ProposalPaper): { readonly flow: Flow; readonly pageList: PageList } => {
  const made = proposalFlow(paper.proposal, paper.template);
  const flow = { ...made, title: (paper.title ?? made.title).normalize('NFC') };
  return { flow, pageList: layoutFlow(flow) };
};

/** From the kept words to the bytes of a file: resolved, laid out and drawn by the code of the preview. */
export const drawProposal = (
  request: DrawRequest,
): Promise<Result<ExportedPaper, ExportFailure>> => {
  const { format, furniture = {} } = request;
  const author = request.author ?? organisationOf(request);
  const now = new Date(request.now);
  return exportPaper({ ...layOut(request), format, author, now, furniture });
};

/** The pages alone, for print; refused like an export would be. */
export const layProposal = (paper: ProposalPaper): Result<PageList, ExportFailure> => {
  const { flow, pageList } = layOut(paper);
  const refusal = refusalOf(flow, pageList);
  return refusal === null ? ok(pageList) : err(refusal);
};
