import type { Result } from '../../shared/base';
import type { PageList, PrintablePlan } from '../../shared/model';
import type { BindDossierRequest } from './bind-dossier';
import type { PlanRequest } from './draw-plan';
import type { DrawRequest, ProposalPaper } from './draw-proposal';
import type { ExportedPaper, PaperRequest } from './export-paper';
import type { ExportFailure } from './refusal';

/** What the worker can be asked, by name: question and answer. */
export interface WorkerTasks {
  readonly draw: {
    readonly question: DrawRequest;
    readonly answer: Result<ExportedPaper, ExportFailure>;
  };
  readonly lay: {
    readonly question: ProposalPaper;
    readonly answer: Result<PageList, ExportFailure>;
  };
  readonly drawPlan: {
    readonly question: PlanRequest;
    readonly answer: Result<ExportedPaper, ExportFailure>;
  };
  readonly layPlan: {
    readonly question: PrintablePlan;
    readonly answer: Result<PageList, ExportFailure>;
  };
  readonly bindDossier: {
    readonly question: BindDossierRequest;
    readonly answer: Result<ExportedPaper, ExportFailure>;
  };
  readonly exportPaper: {
    readonly question: PaperRequest;
    readonly answer: Result<ExportedPaper, ExportFailure>;
  };
}

export type WorkerTask = keyof WorkerTasks;

export type WorkerRequest = {
  readonly [T in WorkerTask]: {
    readonly id: number;
    readonly task: T;
    readonly question: WorkerTasks[T]['question'];
  };
}[WorkerTask];

/** `bug`: the worker threw; the text is for the log, never for a person. */
export type WorkerResponse =
  | { readonly id: number; readonly answer: WorkerTasks[WorkerTask]['answer'] }
  | { readonly id: number; readonly bug: string };
