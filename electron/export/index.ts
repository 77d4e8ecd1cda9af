export { type BindDossierRequest, bindDossier } from './bind-dossier';
export { type BindRequest, bindPapers, type DrawnPaper } from './bind-papers';
export { createPlanPageCounter } from './count-plan-pages';
export { type DrawnFile, type DrawPapersRequest, drawPapers } from './draw-papers';
export { drawPlan, layPlan, type PlanRequest } from './draw-plan';
export { type DrawRequest, drawProposal, layProposal, type ProposalPaper } from './draw-proposal';
export { emailPackage, letterBytes, type PackedFile } from './email-package';
export {
  type ExportedPaper,
  type ExportFormat,
  exportPaper,
  type PaperRequest,
} from './export-paper';
export { DRAFT_WORDS, draftFurniture, frozenFurniture, versionOf } from './paper-furniture';
export { letterName, paperName } from './paper-name';
export { readSigningPicture } from './pictures/read-signing-picture';
export type { ExportFailure } from './refusal';
export { type PaperWorker, startPaperWorker } from './start-paper-worker';
