export { drawPlan, layPlan, type PlanRequest } from './draw-plan';
export { type DrawRequest, drawProposal, layProposal, type ProposalPaper } from './draw-proposal';
export {
  type ExportedPaper,
  type ExportFormat,
  exportPaper,
  type PaperRequest,
} from './export-paper';
export type { PageFurniture } from './pdf/page-furniture';
export type { ExportFailure } from './refusal';
export { type PaperWorker, startPaperWorker } from './start-paper-worker';
