export { type BindRequest, bindPapers, type DrawnPaper } from './bind-papers';
export { drawPlan, layPlan, type PlanRequest } from './draw-plan';
export { type DrawRequest, drawProposal, layProposal, type ProposalPaper } from './draw-proposal';
export { emailPackage, type PackedFile } from './email-package';
export {
  type ExportedPaper,
  type ExportFormat,
  exportPaper,
  type PaperRequest,
} from './export-paper';
export type { PageFurniture } from './pdf/page-furniture';
export type { ExportFailure } from './refusal';
export { type PaperWorker, startPaperWorker } from './start-paper-worker';
